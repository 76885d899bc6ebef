internal import Statistics
internal import Synchronization
internal import VectorMath

extension Experiment {
  /// Lets workers compute blocks and note what they see, and joins their notes.
  ///
  /// Workers take blocks in order and finish what they took: wherever they stop, the first blocks of the range are done. At least
  /// one is, where there is any.
  ///
  /// - Parameters:
  ///   - empty: Makes what a worker starts from; called by each worker.
  ///   - smoothedGrids: Of the columns that are averaged over an input, where they are.
  ///   - groups: The notes of every group of draws, which the workers' are merged into; one where they are not told apart.
  ///   - drawsBefore: Draws that count as computed before.
  ///   - progress: Is told the number of draws computed, now and then, from the workers' threads.
  ///   - isStopped: Is asked after each block, from the workers' threads.
  /// - Returns: The number of blocks done, and the draws of theirs that some tally had to leave out.
  func tally<Column: ColumnTally>(
    _ blocks: Range<Int>, threads: Int, from empty: @Sendable () -> Notes<Column>, on smoothedGrids: [SmoothedGrid] = [],
    into groups: inout [Notes<Column>?],
    after drawsBefore: Int = 0,
    progress: @Sendable (Int) -> Void = { _ in }, isStopped: @Sendable () -> Bool = { false }
  ) -> (blocks: Int, unsolved: UnsolvedDraws) {
    let drawsDone = Atomic(drawsBefore)
    let blocksDone = Atomic(0)
    let isStopping = Atomic(false)
    let smoothing = smoothedGrids.isEmpty ? nil : smoothing
    let averaged = smoothing.map { $0.columns.map { operand(ofColumn: $0.column) } } ?? []
    // Moved out and back again: a copy would take as much memory as one more worker.
    let tellsGroups = groups.count > 1
    let merged = Mutex((groups: exchange(&groups, with: []), unsolved: UnsolvedDraws()))
    forEachBlock(blocks, threads: threads) { take in
      var worker = makeWorker()
      var notes = empty()
      var marks = BlockMarks()
      var unsolved = UnsolvedDraws()
      var group: Int?
      while !isStopping.load(ordering: .relaxed), let block = take() {
        let own = tellsGroups ? extent.group(ofBlock: block) : 0
        if let last = group, last != own {
          let finished = exchange(&notes, with: empty())
          merged.withLock { Notes.merge(finished, into: &$0.groups[last]) }
        }
        group = own
        run(block, on: &worker) { column, values in
          guard column < columns.count else { return }
          notes.columns[column].add(
            values, ofBlock: block, isRatio: columns[column].isRatio, kernels: kernels.kernels, marking: &marks)
        }
        let counted = extent.draws(in: block..<(block + 1))
        for index in notes.pairs.indices {
          worker.load(pairs[index], draws: counted)
          notes.pairs[index].add(worker.first.span, worker.second.span, kernels: kernels.kernels)
        }
        for index in notes.events.indices { worker.count(events[index], draws: counted, into: &notes.events[index]) }
        if let smoothing {
          worker.average(smoothing, draws: counted, on: smoothedGrids, of: averaged, into: &notes.smoothed)
        }
        if !marks.isEmpty { unsolved.merge(UnsolvedDraws(marks.take().map { block * Extent.drawsPerBlock + $0 })) }
        blocksDone.add(1, ordering: .relaxed)
        progress(drawsDone.add(counted, ordering: .relaxed).newValue)
        if isStopped() { isStopping.store(true, ordering: .relaxed) }
      }
      let (finished, found) = (notes, unsolved)
      merged.withLock { total in
        if let group { Notes.merge(finished, into: &total.groups[group]) }
        total.unsolved.merge(found)
      }
    }
    let unsolved = merged.withLock { merged in
      swap(&merged.groups, &groups)
      return merged.unsolved
    }
    return (blocksDone.load(ordering: .relaxed), unsolved)
  }
}

internal import Expressions
internal import Synchronization
internal import TariffModel
internal import VectorMath

extension Run {
  /// Lets workers compute blocks and note what they see of every column, and joins their notes.
  ///
  /// Workers take blocks in order and finish what they took: wherever they stop, the first blocks of the range are done. At least
  /// one is, where there is any.
  ///
  /// - Parameters:
  ///   - empty: Makes what a worker starts from, a tally for each column; called by each worker.
  ///   - total: The tallies that the workers' are merged into.
  ///   - drawsBefore: Draws that count as computed before.
  ///   - progress: Is told the number of draws computed, now and then, from the workers' threads.
  ///   - isStopped: Is asked after each block, from the workers' threads.
  /// - Returns: The number of blocks done, and the draws of theirs that some tally had to leave out.
  func tally<Tally: ColumnTally>(
    _ blocks: Range<Int>, threads: Int, from empty: @Sendable () -> [Tally], into total: inout [Tally],
    after drawsBefore: Int = 0,
    progress: @Sendable (Int) -> Void = { _ in }, isStopped: @Sendable () -> Bool = { false }
  ) -> (blocks: Int, unsolved: UnsolvedDraws) {
    let drawsDone = Atomic(drawsBefore)
    let blocksDone = Atomic(0)
    let isStopping = Atomic(false)
    // Moved out and back again: a copy would take as much memory as one more worker.
    let merged = Mutex((tallies: exchange(&total, with: []), unsolved: UnsolvedDraws()))
    forEachBlock(blocks, threads: threads) { take in
      var workspace = model.program.makeWorkspace()
      var tallies = empty()
      var marks = BlockMarks()
      var unsolved = UnsolvedDraws()
      while !isStopping.load(ordering: .relaxed), let block = take() {
        let counted = plan.draws(in: block..<(block + 1))
        run(block, in: &workspace) { output, values in
          tallies[output].add(
            values.extracting(first: counted), ofBlock: block, isRatio: model.isRatio[output], kernels: kernels.kernels,
            marking: &marks)
        }
        if !marks.isEmpty { unsolved.merge(UnsolvedDraws(marks.take().map { block * Plan.drawsPerBlock + $0 })) }
        blocksDone.add(1, ordering: .relaxed)
        progress(drawsDone.add(counted, ordering: .relaxed).newValue)
        if isStopped() { isStopping.store(true, ordering: .relaxed) }
      }
      let (finished, found) = (tallies, unsolved)
      merged.withLock { total in
        for output in total.tallies.indices { total.tallies[output].merge(finished[output]) }
        total.unsolved.merge(found)
      }
    }
    let unsolved = merged.withLock { merged in
      swap(&merged.tallies, &total)
      return merged.unsolved
    }
    return (blocksDone.load(ordering: .relaxed), unsolved)
  }
}

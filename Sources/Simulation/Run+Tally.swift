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
  ///   - empty: What every worker starts from, a tally for each column.
  ///   - total: The tallies that the workers' are merged into.
  ///   - drawsBefore: Draws that count as computed before.
  ///   - progress: Is told the number of draws computed, now and then, from the workers' threads.
  ///   - isStopped: Is asked after each block, from the workers' threads.
  /// - Returns: The number of blocks done.
  func tally<Tally: ColumnTally>(
    _ blocks: Range<Int>, threads: Int, from empty: [Tally], into total: inout [Tally], after drawsBefore: Int = 0,
    progress: @Sendable (Int) -> Void = { _ in }, isStopped: @Sendable () -> Bool = { false }
  ) -> Int {
    let drawsDone = Atomic(drawsBefore)
    let blocksDone = Atomic(0)
    let isStopping = Atomic(false)
    // Moved out and back again: a copy would take as much memory as one more worker.
    let merged = Mutex(exchange(&total, with: []))
    forEachBlock(blocks, threads: threads) { take in
      var workspace = model.program.makeWorkspace()
      var tallies = empty
      while !isStopping.load(ordering: .relaxed), let block = take() {
        let counted = plan.draws(in: block..<(block + 1))
        run(block, in: &workspace) { output, values in
          tallies[output].add(values.extracting(first: counted), ofBlock: block, kernels: kernels.kernels)
        }
        blocksDone.add(1, ordering: .relaxed)
        progress(drawsDone.add(counted, ordering: .relaxed).newValue)
        if isStopped() { isStopping.store(true, ordering: .relaxed) }
      }
      let finished = tallies
      merged.withLock { total in
        for output in total.indices { total[output].merge(finished[output]) }
      }
    }
    merged.withLock { swap(&$0, &total) }
    return blocksDone.load(ordering: .relaxed)
  }
}

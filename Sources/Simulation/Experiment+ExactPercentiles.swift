package import Statistics

/// Percentiles as sorting all draws would give them: the draws are computed again, as often as it takes to find those that the
/// percentiles rest on, and only these are kept.
extension Experiment {
  /// Numbers of eight bytes that a pass may collect in all its columns, and as many for the counters of each worker: 8 MB.
  private static let passCapacity = 1 << 20
  /// The same for one column, however many there are: 32 KB, of the order of a sketch.
  private static let leastColumnCapacity = 1 << 12

  /// Memory that the passes over the draws of so many columns may take: what each worker holds, what it starts from and what is
  /// merged.
  package static func passBytes(columns: Int, threads: Int) -> Int {
    MemoryLayout<Double>.stride * max(passCapacity, columns * leastColumnCapacity) * (threads + 2)
  }

  /// What the percentiles of every column rest on.
  ///
  /// - Parameters:
  ///   - tally: That of all blocks.
  ///   - ranks: The ranks that are wanted of a column, given its number and that of its usable draws.
  ///   - mostPasses: How often the draws are expected to be computed, this run included.
  ///   - announce: Is told how many draws are to be computed in all, when a further pass over them begins.
  ///   - progress: Is told the number of draws computed, those of the run included, from the workers' threads.
  ///   - isCancelled: Is asked between blocks, from the workers' threads.
  package func orderStatistics(
    of tally: Tally, ranks: (Int, Int) -> Set<Int>, mostPasses: Int, threads: Int, announce: (Int) -> Void,
    progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool
  ) throws(ExperimentCancelled) -> [OrderStatistics] {
    guard !extent.keepsDraws else {
      return tally.draws.enumerated().map { column, draws in
        let usable = draws.filter(Unusable.isUsable)
        return OrderStatistics(of: usable, ranks: ranks(column, usable.count))
      }
    }
    let capacity = max(Self.passCapacity / max(columns.count, 1), Self.leastColumnCapacity)
    var searches = columns.indices.map { column in
      let sketch = tally.sketch(ofColumn: column)
      return RankSearch(sketch, ranks: ranks(column, sketch.draws), capacity: capacity)
    }
    var computed = extent.draws
    while searches.contains(where: { !$0.isComplete }) {
      announce(max(computed + extent.draws, mostPasses * extent.draws))
      let passes = try seeAllDraws(
        searches.map { $0.nextPass() }, after: computed, threads: threads, progress: progress, isCancelled: isCancelled)
      for (column, pass) in passes.enumerated() { searches[column].learn(from: pass) }
      computed += extent.draws
    }
    return searches.map(\.orderStatistics)
  }

  /// One pass of every column over all draws; `computed` draws were computed before.
  private func seeAllDraws(
    _ empty: [RankPass], after computed: Int, threads: Int, progress: @Sendable (Int) -> Void,
    isCancelled: @Sendable () -> Bool
  ) throws(ExperimentCancelled) -> [RankPass] {
    var passes: [Notes<RankPass>?] = [Notes(columns: empty)]
    let done = tally(
      0..<extent.blockCount, threads: threads, from: { Notes(columns: empty) }, into: &passes, after: computed,
      progress: progress, isStopped: isCancelled
    ).blocks
    guard done == extent.blockCount else { throw ExperimentCancelled(drawsDone: computed + extent.draws(in: 0..<done)) }
    guard let own = passes[0] else { preconditionFailure("a pass over all draws has notes") }
    return own.columns
  }
}

/// An experiment was asked to stop; what its last pass computed is gone.
package struct ExperimentCancelled: Error {
  package let drawsDone: Int
}

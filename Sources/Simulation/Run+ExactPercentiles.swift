internal import Expressions
internal import Statistics
internal import TariffModel

/// Percentiles as sorting all draws would give them: the draws are computed again, as often as it takes to find those that the
/// percentiles rest on, and only these are kept.
extension Run {
  /// Numbers of eight bytes that a pass may collect in all its columns, and as many for the counters of each worker: 8 MB.
  private static let passCapacity = 1 << 20
  /// The same for one column, however many there are: 32 KB, of the order of a sketch.
  private static let leastColumnCapacity = 1 << 12

  /// Memory that the passes over the draws of so many columns may take: what each worker holds, what it starts from and what is
  /// merged.
  static func passBytes(columns: Int, threads: Int) -> Int {
    MemoryLayout<Double>.stride * max(passCapacity, columns * leastColumnCapacity) * (threads + 2)
  }

  /// What the percentiles rest on where all draws of every column are at hand.
  func orderStatistics(ofAll columns: [[Double]]) -> [OrderStatistics] {
    let usable = columns.map { $0.filter(Unusable.isUsable) }
    return zip(usable, wantedRanks(among: usable.map(\.count))).map { OrderStatistics(of: $0, ranks: $1) }
  }

  /// What the percentiles rest on, from the sketches of all draws and further passes over them.
  func orderStatistics(
    of sketches: [OutcomeSketch], threads: Int, announce: (Int) -> Void, progress: @Sendable (Int) -> Void,
    isCancelled: @Sendable () -> Bool
  ) throws(SimulationError) -> [OrderStatistics] {
    let capacity = max(Self.passCapacity / max(sketches.count, 1), Self.leastColumnCapacity)
    var searches = zip(sketches, wantedRanks(among: sketches.map(\.draws))).map { RankSearch($0, ranks: $1, capacity: capacity) }
    var computed = plan.draws
    while searches.contains(where: { !$0.isComplete }) {
      announce(max(computed + plan.draws, plan.expectedPasses * plan.draws))
      let passes = try seeAllDraws(
        searches.map { $0.nextPass() }, after: computed, threads: threads, progress: progress, isCancelled: isCancelled)
      for (column, pass) in passes.enumerated() { searches[column].learn(from: pass) }
      computed += plan.draws
    }
    return searches.map(\.orderStatistics)
  }

  /// The ranks that the outcomes which read a column want among its usable draws, whose number is given.
  private func wantedRanks(among usable: [Int]) -> [Set<Int>] {
    var ranks = [Set<Int>](repeating: [], count: model.program.outputCount)
    for outcome in model.outcomes {
      guard case .column(let number, let scale, let offset) = outcome.value else { continue }
      ranks[number].formUnion(
        OrderStatistics.ranks(
          forPercentiles: plan.request(for: outcome.key).percentiles, of: LinearImage(scale: scale, offset: offset),
          draws: usable[number]))
    }
    return ranks
  }

  /// One pass of every column over all draws; `computed` draws were computed before.
  private func seeAllDraws(
    _ empty: [RankPass], after computed: Int, threads: Int, progress: @Sendable (Int) -> Void,
    isCancelled: @Sendable () -> Bool
  ) throws(SimulationError) -> [RankPass] {
    var passes = empty
    let done = tally(
      0..<plan.blockCount, threads: threads, from: { empty }, into: &passes, after: computed, progress: progress,
      isStopped: isCancelled
    ).blocks
    guard done == plan.blockCount else { throw .cancelled(drawsDone: computed + plan.draws(in: 0..<done)) }
    return passes
  }
}

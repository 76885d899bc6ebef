/// How well the draws of a forecast told an observation, by proper scores.
///
/// Ties count half in the PIT, so that a forecast with atoms is judged as one without. O(n log n) for n draws.
package struct ForecastScore: Hashable, Sendable {
  /// Quantile levels of the pinball losses, fractions.
  package static let levels = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// The continuous ranked probability score in the observation's unit, 0 at best.
  ///
  /// mean|X − y| − Σ(2i − n − 1)·X_(i)/(n(n − 1)): unbiased for the law that the draws are of, whatever their number (C. A. T. Ferro,
  /// D. S. Richardson, A. P. Weigel (2008), doi:10.1002/met.45). Of one draw it is |X − y|.
  package let crps: Double
  /// The mean of both pinball losses (y − q)(τ − 1[y < q]) of ``levels``, level by level, in the observation's unit.
  package let pinballLosses: [Double]
  /// The draws' quantiles at ``levels``: the smallest draw that so large a share is not above.
  package let quantiles: [Double]
  /// The probability integral transform (F(y−) + F(y))/2, uniform where the forecast is calibrated.
  package let pit: Double

  /// The score of an observation.
  ///
  /// - Parameters:
  ///   - draws: Finite numbers in any order, at least one; nothing where there is none.
  ///   - observation: A finite number.
  package init?(_ draws: [Double], observation: Double) {
    guard !draws.isEmpty, observation.isFinite, draws.allSatisfy(\.isFinite) else { return nil }
    let sorted = draws.sorted()
    let count = Double(sorted.count)
    let distance = sorted.reduce(0) { $0 + ($1 - observation).magnitude } / count
    // From the middle outwards the weights of a pair are opposite: a common size of all draws cancels before it is summed.
    var spread = 0.0
    for (rank, value) in sorted.enumerated() { spread += (2 * Double(rank) + 1 - count) * (value - observation) }
    crps = sorted.count == 1 ? distance : distance - spread / (count * (count - 1))
    let below = Double(sorted.prefix { $0 < observation }.count)
    let notAbove = Double(sorted.prefix { $0 <= observation }.count)
    pit = (below + notAbove) / (2 * count)
    quantiles = Self.levels.map { sorted[min(sorted.count - 1, Int(($0 * count).rounded(.up)) - 1)] }
    pinballLosses = zip(Self.levels, quantiles).map { level, quantile in
      Self.pinballLoss(of: quantile, level: level, observation: observation)
    }
  }

  /// (y − q)(τ − 1[y < q]), 0 at best.
  static func pinballLoss(of quantile: Double, level: Double, observation: Double) -> Double {
    (observation - quantile) * (observation < quantile ? level - 1 : level)
  }
}

/// How often intervals held what they should, over observations that come in clusters.
package struct ForecastCoverage: Hashable, Sendable {
  /// The share of the observations that were held.
  package let share: Double
  package let observations: Int
  /// Groups of observations that err together, as the goods of one origin in one period.
  package let clusters: Int
  /// Where the probability lies with a confidence of 95 %: exact (Clopper and Pearson) at as many trials as there are clusters.
  package let interval: ClosedRange<Double>?

  /// - Parameter held: Whether each observation was held, cluster by cluster; clusters without observations do not count.
  package init?(_ held: [[Bool]]) {
    let clusters = held.filter { !$0.isEmpty }
    let all = clusters.joined()
    guard !clusters.isEmpty else { return nil }
    observations = all.count
    self.clusters = clusters.count
    share = Double(all.count { $0 }) / Double(all.count)
    interval = ProbabilityInterval.interval(hits: Int((share * Double(clusters.count)).rounded()), draws: clusters.count)
  }
}

internal import Statistics

/// The number of a goal at one value of what is varied.
package struct GoalValue: Hashable, Sendable {
  /// Not a number where no draw tells it.
  package var estimate: Double
  /// The 95 % interval of the number; nothing where the draws are too few to have one.
  package var interval: ClosedRange<Double>?
  /// Draws that it rests on.
  package var draws: Int

  package init(_ estimate: Double, interval: ClosedRange<Double>?, draws: Int) {
    self.estimate = estimate
    self.interval = interval
    self.draws = draws
  }

  /// That of a condition which no draw is given for: it does not tell.
  package static let undefined = GoalValue(.nan, interval: nil, draws: 0)

  package var isUndefined: Bool { estimate.isNaN }

  init(_ probability: ProbabilityEstimate, draws: Int) {
    self.init(probability.value, interval: probability.interval, draws: draws)
  }

  init(_ percentile: PercentileEstimate, draws: Int) {
    self.init(percentile.value, interval: percentile.interval, draws: draws)
  }

  /// A mean, whose interval is that of a normal law.
  init(_ mean: Estimate, draws: Int) {
    let half = mean.standardError.map { 1.959963984540054 * $0 }
    self.init(mean.value, interval: half.map { mean.value - $0...mean.value + $0 }, draws: draws)
  }
}

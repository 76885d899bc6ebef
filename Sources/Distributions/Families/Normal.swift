/// The normal distribution.
struct Normal: DistributionFamily {
  let mean: Double?
  let standardDeviation: Double?
  let location: Double
  let scale: Double
  private let statement: String

  init(mean: Double, standardDeviation: Double) throws(DistributionError) {
    try ParameterRule.finite.check(mean, of: .mean)
    try ParameterRule.positive.check(standardDeviation, of: .standardDeviation)
    self.init(location: mean, scale: standardDeviation, statement: "mean \(mean.text), sd \(standardDeviation.text)")
  }

  init(low: Double, high: Double, probability: Double) throws(DistributionError) {
    let interval = try CentralInterval(low: low, high: high, probability: probability)
    self.init(
      location: low + 0.5 * (high - low), scale: (high - low) / interval.widthInStandardDeviations,
      statement: interval.description)
    guard scale > 0 && scale.isFinite else { throw .overflow }
  }

  private init(location: Double, scale: Double, statement: String) {
    mean = location
    standardDeviation = scale
    self.location = location
    self.scale = scale
    self.statement = statement
  }

  var support: Support { Support(lower: -.infinity, upper: .infinity) }
  func cdf(_ x: Double) -> Probability { StandardNormal.cdf((x - location) / scale) }
  func quantile(_ p: Probability) -> Double { location + scale * StandardNormal.quantile(p) }
  var description: String { "normal(\(statement))" }
}

/// A central interval that holds a given probability, equal tails outside.
struct CentralInterval: Hashable, Sendable, CustomStringConvertible {
  let low: Double
  let high: Double
  let probability: Double

  init(low: Double, high: Double, probability: Double) throws(DistributionError) {
    self.low = try ParameterRule.finite.check(low, of: .low)
    try ParameterRule.finite.check(high, of: .high)
    self.high = try ParameterRule.above(.low, low).check(high, of: .high)
    self.probability = try ParameterRule.openShare.check(probability, of: .probability)
  }

  /// The width of the interval of a standard normal.
  var widthInStandardDeviations: Double {
    let tail = 0.5 * (1 - probability)
    return 2 * StandardNormal.quantile(Probability(below: 0.5 + 0.5 * probability, above: tail))
  }

  var description: String { "\(low.text) to \(high.text), probability \(probability.text)" }
}

extension Distribution {
  /// The normal distribution; standardDeviation > 0.
  package static func normal(mean: Double, standardDeviation: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .normal(Normal(mean: mean, standardDeviation: standardDeviation)))
  }

  /// The normal distribution that lies in [low, high] with the given probability, equal tails outside; low < high, 0 <
  /// probability < 1.
  package static func normal(low: Double, high: Double, probability: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .normal(Normal(low: low, high: high, probability: probability)))
  }
}

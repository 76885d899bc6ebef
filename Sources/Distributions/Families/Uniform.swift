/// Every value of an interval equally likely.
struct Uniform: DistributionFamily {
  let lower: Double
  let upper: Double

  init(lower: Double, upper: Double) throws(DistributionError) {
    try ParameterRule.finite.check(lower, of: .lower)
    try ParameterRule.finite.check(upper, of: .upper)
    try ParameterRule.above(.lower, lower).check(upper, of: .upper)
    self.lower = lower
    self.upper = upper
  }

  var width: Double { upper - lower }
  var support: Support { Support(lower: lower, upper: upper) }
  var mean: Double? { lower + 0.5 * width }
  var standardDeviation: Double? { width / 12.0.squareRoot() }

  func cdf(_ x: Double) -> Probability {
    if x <= lower { return Probability(0) }
    if x >= upper { return Probability(1) }
    return Probability(below: (x - lower) / width, above: (upper - x) / width)
  }

  func quantile(_ p: Probability) -> Double {
    p.below <= p.above ? lower + p.below * width : upper - p.above * width
  }

  var description: String { "uniform(\(lower.text) to \(upper.text))" }
}

extension Distribution {
  /// Every value between `lower` and `upper` equally likely; lower < upper.
  package static func uniform(lower: Double, upper: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .uniform(Uniform(lower: lower, upper: upper)))
  }
}

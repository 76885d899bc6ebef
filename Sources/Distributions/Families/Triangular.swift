/// A density that rises linearly from `lower` to `mode` and falls linearly to `upper`.
struct Triangular: DistributionFamily {
  let lower: Double
  let mode: Double
  let upper: Double

  init(lower: Double, mode: Double, upper: Double) throws(DistributionError) {
    try ParameterRule.checkThreePoints(lower: lower, mode: mode, upper: upper)
    self.lower = lower
    self.mode = mode
    self.upper = upper
  }

  private var width: Double { upper - lower }
  /// P(X ≤ mode).
  private var rise: Probability { Probability(below: (mode - lower) / width, above: (upper - mode) / width) }

  var support: Support { Support(lower: lower, upper: upper) }
  var mean: Double? { mode + ((lower - mode) + (upper - mode)) / 3 }

  var standardDeviation: Double? {
    let (a, b) = (mode - lower, upper - mode)
    return ((a * a + a * b + b * b) / 18).squareRoot()
  }

  var kinks: [Double] { lower < mode && mode < upper ? [mode] : [] }

  func cdf(_ x: Double) -> Probability {
    if x <= lower { return Probability(0) }
    if x >= upper { return Probability(1) }
    if x <= mode {
      let below = (x - lower) / width * ((x - lower) / (mode - lower))
      return Probability(below)
    }
    let above = (upper - x) / width * ((upper - x) / (upper - mode))
    return Probability(below: 1 - above, above: above)
  }

  func quantile(_ p: Probability) -> Double {
    if p.below <= rise.below {
      return min(lower + (p.below * width).squareRoot() * (mode - lower).squareRoot(), mode)
    }
    return max(upper - (p.above * width).squareRoot() * (upper - mode).squareRoot(), mode)
  }

  var description: String { "triangular(\(lower.text), \(mode.text), \(upper.text))" }
}

extension ParameterRule {
  /// lower ≤ mode ≤ upper, lower < upper, all finite.
  static func checkThreePoints(lower: Double, mode: Double, upper: Double) throws(DistributionError) {
    try ParameterRule.finite.check(lower, of: .lower)
    try ParameterRule.finite.check(mode, of: .mode)
    try ParameterRule.finite.check(upper, of: .upper)
    try ParameterRule.above(.lower, lower).check(upper, of: .upper)
    try ParameterRule.atLeast(.lower, lower).check(mode, of: .mode)
    try ParameterRule.atMost(.upper, upper).check(mode, of: .mode)
  }
}

extension Distribution {
  /// The triangular distribution; lower ≤ mode ≤ upper and lower < upper.
  package static func triangular(lower: Double, mode: Double, upper: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .triangular(Triangular(lower: lower, mode: mode, upper: upper)))
  }
}

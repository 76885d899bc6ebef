internal import Glibc

/// The beta distribution, stretched from [0, 1] to [lower, upper].
struct Beta: DistributionFamily {
  let alpha: Double
  let beta: Double
  let lower: Double
  let upper: Double
  private let unit: IncompleteBeta

  init(alpha: Double, beta: Double, lower: Double, upper: Double) throws(DistributionError) {
    self.alpha = try ParameterRule.checkShape(alpha, of: .alpha)
    self.beta = try ParameterRule.checkShape(beta, of: .beta)
    self.lower = try ParameterRule.finite.check(lower, of: .lower)
    try ParameterRule.finite.check(upper, of: .upper)
    self.upper = try ParameterRule.above(.lower, lower).check(upper, of: .upper)
    unit = IncompleteBeta(alpha, beta)
  }

  private var width: Double { upper - lower }
  var support: Support { Support(lower: lower, upper: upper) }
  var mean: Double? { lower + width * (alpha / (alpha + beta)) }

  var standardDeviation: Double? {
    let sum = alpha + beta
    return width * (alpha / sum * (beta / sum) / (sum + 1)).squareRoot()
  }

  func cdf(_ x: Double) -> Probability {
    if x <= lower { return Probability(0) }
    if x >= upper { return Probability(1) }
    return unit((x - lower) / width, (upper - x) / width).cdf
  }

  func quantile(_ p: Probability) -> Double { quantile(p, near: nil) }

  func quantile(_ p: Probability, near guess: Double?) -> Double {
    let (x, y) = unit.inverse(p, near: guess.map { (($0 - lower) / width, (upper - $0) / width) })
    return x <= y ? lower + width * x : upper - width * y
  }

  func logarithmOfSmallQuantile(_ p: Probability) -> Double? {
    if lower == 0 { return log(width) + unit.logarithmOfSmallInverse(p) }
    return upper == 0 ? log(width) + unit.mirrored.logarithmOfSmallInverse(p.complement) : nil
  }

  var description: String {
    let shapes = "beta(\(alpha.text), \(beta.text)"
    return lower == 0 && upper == 1 ? shapes + ")" : shapes + ", \(lower.text) to \(upper.text))"
  }
}

extension Distribution {
  /// The beta distribution on [lower, upper]; alpha > 0, beta > 0, lower < upper.
  package static func beta(
    alpha: Double, beta: Double, lower: Double = 0, upper: Double = 1
  ) throws(DistributionError) -> Distribution {
    try Distribution(checking: .beta(Beta(alpha: alpha, beta: beta, lower: lower, upper: upper)))
  }
}

internal import Glibc

/// The exponential distribution.
struct Exponential: DistributionFamily {
  let scale: Double

  init(mean: Double) throws(DistributionError) {
    scale = try ParameterRule.positive.check(mean, of: .mean)
  }

  var support: Support { Support(lower: 0, upper: .infinity) }
  var mean: Double? { scale }
  var standardDeviation: Double? { scale }

  func cdf(_ x: Double) -> Probability {
    x > 0 ? Probability(below: -expm1(-x / scale), above: exp(-x / scale)) : Probability(0)
  }

  func quantile(_ p: Probability) -> Double { -scale * (p.below <= p.above ? log1p(-p.below) : log(p.above)) }
  var description: String { "exponential(mean \(scale.text))" }
}

extension Distribution {
  /// The exponential distribution; mean > 0.
  package static func exponential(mean: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .exponential(Exponential(mean: mean)))
  }
}

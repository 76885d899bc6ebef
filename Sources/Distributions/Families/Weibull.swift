internal import Glibc

/// The Weibull distribution: scale × (an exponential of mean 1)^(1/shape).
struct Weibull: DistributionFamily {
  let shape: Double
  let scale: Double

  init(shape: Double, scale: Double) throws(DistributionError) {
    self.shape = try ParameterRule.positive.check(shape, of: .shape)
    self.scale = try ParameterRule.positive.check(scale, of: .scale)
  }

  var support: Support { Support(lower: 0, upper: .infinity) }

  var mean: Double? {
    let mean = scale * exp(logGamma(1 + 1 / shape))
    return mean.isFinite ? mean : nil
  }

  /// scale·√(Γ(1 + 2/k) − Γ(1 + 1/k)²), as mean·√(exp(difference of logarithms) − 1).
  var standardDeviation: Double? {
    guard let mean else { return nil }
    let deviation = Distributions.standardDeviation(
      mean: mean, logRatio: logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape))
    return deviation.isFinite ? deviation : nil
  }

  func cdf(_ x: Double) -> Probability {
    guard x > 0 else { return Probability(0) }
    let power = pow(x / scale, shape)
    return Probability(below: -expm1(-power), above: exp(-power))
  }

  func quantile(_ p: Probability) -> Double {
    scale * pow(-(p.below <= p.above ? log1p(-p.below) : log(p.above)), 1 / shape)
  }

  func logarithmOfSmallQuantile(_ p: Probability) -> Double? {
    log(scale) + log(-(p.below <= p.above ? log1p(-p.below) : log(p.above))) / shape
  }

  var description: String { "weibull(shape \(shape.text), scale \(scale.text))" }
}

extension Distribution {
  /// The Weibull distribution; shape > 0, scale > 0.
  package static func weibull(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .weibull(Weibull(shape: shape, scale: scale)))
  }
}

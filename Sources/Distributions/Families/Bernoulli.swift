/// 1 with a given probability, else 0.
struct Bernoulli: DistributionFamily {
  let probability: Double

  init(probability: Double) throws(DistributionError) {
    self.probability = try ParameterRule.share.check(probability, of: .probability)
  }

  var support: Support { Support(lower: probability == 1 ? 1 : 0, upper: probability == 0 ? 0 : 1) }
  var mean: Double? { probability }
  var standardDeviation: Double? { (probability * (1 - probability)).squareRoot() }
  var kinks: [Double] { probability == 0 || probability == 1 ? [probability] : [0, 1] }

  func cdf(_ x: Double) -> Probability {
    if x < 0 { return Probability(0) }
    return x < 1 ? Probability(below: 1 - probability, above: probability) : Probability(1)
  }

  func cdf(below x: Double) -> Probability {
    if x <= 0 { return Probability(0) }
    return x <= 1 ? Probability(below: 1 - probability, above: probability) : Probability(1)
  }

  func quantile(_ p: Probability) -> Double {
    let value = p.below <= 1 - probability ? 0.0 : 1
    return min(max(value, support.lower), support.upper)
  }

  var description: String { "bernoulli(\(probability.text))" }
}

extension Distribution {
  /// 1 with the given probability in [0, 1], else 0.
  package static func bernoulli(probability: Double) throws(DistributionError) -> Distribution {
    try Distribution(.bernoulli(Bernoulli(probability: probability)))
  }
}

internal import Glibc

/// The gamma distribution.
struct Gamma: DistributionFamily {
  let shape: Double
  let scale: Double
  private let unit: IncompleteGamma

  init(shape: Double, scale: Double) throws(DistributionError) {
    self.shape = try ParameterRule.checkShape(shape, of: .shape)
    self.scale = try ParameterRule.positive.check(scale, of: .scale)
    unit = IncompleteGamma(shape)
  }

  var support: Support { Support(lower: 0, upper: .infinity) }
  var mean: Double? { shape * scale }
  var standardDeviation: Double? { shape.squareRoot() * scale }
  func cdf(_ x: Double) -> Probability { unit(x / scale).cdf }
  func quantile(_ p: Probability) -> Double { scale * unit.inverse(p) }
  func quantile(_ p: Probability, near guess: Double?) -> Double { scale * unit.inverse(p, near: guess.map { $0 / scale }) }
  func logarithmOfSmallQuantile(_ p: Probability) -> Double? { log(scale) + unit.logarithmOfSmallInverse(p) }
  var description: String { "gamma(shape \(shape.text), scale \(scale.text))" }
}

extension Distribution {
  /// The gamma distribution with mean shape × scale; both positive.
  package static func gamma(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
    try Distribution(checking: .gamma(Gamma(shape: shape, scale: scale)))
  }
}

/// The beta distribution between two ends whose mean weighs the mode `shape` times as much as an end.
///
/// lower + (upper − lower)·Beta(1 + s(mode − lower)/(upper − lower), 1 + s(upper − mode)/(upper − lower)). Source: D. Malcolm et
/// al., "Application of a technique for research and development program evaluation", Operations Research 7 (1959), DOI
/// 10.1287/opre.7.5.646, with s = 4.
struct PERT: DistributionFamily {
  let lower: Double
  let mode: Double
  let upper: Double
  let shape: Double
  let beta: Beta

  init(lower: Double, mode: Double, upper: Double, shape: Double) throws(DistributionError) {
    try ParameterRule.checkThreePoints(lower: lower, mode: mode, upper: upper)
    self.lower = lower
    self.mode = mode
    self.upper = upper
    self.shape = try ParameterRule.checkShape(shape, of: .shape)
    let width = upper - lower
    beta = try Beta(
      alpha: 1 + shape * ((mode - lower) / width), beta: 1 + shape * ((upper - mode) / width), lower: lower, upper: upper)
  }

  var support: Support { beta.support }
  var mean: Double? { beta.mean }
  var standardDeviation: Double? { beta.standardDeviation }
  func cdf(_ x: Double) -> Probability { beta.cdf(x) }
  func quantile(_ p: Probability) -> Double { beta.quantile(p) }
  func quantile(_ p: Probability, near guess: Double?) -> Double { beta.quantile(p, near: guess) }

  var description: String {
    let ends = "pert(\(lower.text), \(mode.text), \(upper.text)"
    return shape == 4 ? ends + ")" : ends + ", shape \(shape.text))"
  }
}

extension Distribution {
  /// The PERT distribution; lower ≤ mode ≤ upper, lower < upper, shape > 0 (4 is customary).
  package static func pert(
    lower: Double, mode: Double, upper: Double, shape: Double = 4
  ) throws(DistributionError) -> Distribution {
    try Distribution(checking: .pert(PERT(lower: lower, mode: mode, upper: upper, shape: shape)))
  }
}

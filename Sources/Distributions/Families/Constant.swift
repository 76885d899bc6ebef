/// A number that is certain.
struct Constant: DistributionFamily {
  let value: Double

  var support: Support { Support(lower: value, upper: value) }
  var mean: Double? { value }
  var standardDeviation: Double? { 0 }
  var kinks: [Double] { [value] }
  func cdf(_ x: Double) -> Probability { Probability(x >= value ? 1 : 0) }
  func cdf(below x: Double) -> Probability { Probability(x > value ? 1 : 0) }
  func quantile(_ p: Probability) -> Double { value }
  var description: String { value.text }
}

extension Distribution {
  /// A number that is certain; must be finite.
  package static func constant(_ value: Double) -> Distribution {
    precondition(value.isFinite, "a constant is a finite number")
    return Distribution(.constant(Constant(value: value)))
  }
}

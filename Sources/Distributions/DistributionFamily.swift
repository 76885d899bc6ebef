/// What every family of distributions answers.
protocol DistributionFamily: Hashable, Sendable, CustomStringConvertible {
  /// The smallest closed interval with probability one.
  var support: Support { get }
  /// The expectation, or nothing where it is infinite or undefined.
  var mean: Double? { get }
  /// The standard deviation, or nothing where it is infinite or undefined.
  var standardDeviation: Double? { get }
  /// Values inside the support where the density is not smooth or a single value has a probability of its own: ascending,
  /// each once.
  var kinks: [Double] { get }
  /// The orders below which the moments of the lower and of the upper tail exist.
  var tailOrders: (lower: Double, upper: Double) { get }
  /// The order below which the moments of e^X exist.
  var exponentialOrder: Double { get }
  /// The order below which the moments of 1/|X − x| exist, the values with a probability of their own left out.
  func reciprocalOrder(at x: Double) -> Double
  /// P(X ≤ x).
  func cdf(_ x: Double) -> Probability
  /// P(X < x).
  func cdf(below x: Double) -> Probability
  /// The smallest x with P(X ≤ x) ≥ p; the ends of the support at 0 and 1.
  func quantile(_ p: Probability) -> Double
  /// ln Q(p) where Q(p) is positive and may be less than the smallest floating-point number; nothing where it is not known.
  func logarithmOfSmallQuantile(_ p: Probability) -> Double?
  /// The quantile, found faster from a good guess.
  func quantile(_ p: Probability, near guess: Double?) -> Double
}

extension DistributionFamily {
  var kinks: [Double] { [] }
  var tailOrders: (lower: Double, upper: Double) { (.infinity, .infinity) }
  func cdf(below x: Double) -> Probability { cdf(x) }
  func logarithmOfSmallQuantile(_ p: Probability) -> Double? { nil }
  func quantile(_ p: Probability, near guess: Double?) -> Double { quantile(p) }
}

/// Why a distribution cannot be made from the numbers given.
package enum DistributionError: Error, Hashable, Sendable {
  /// A parameter breaks a rule; `index` is its place in a list of values.
  case parameter(DistributionParameter, index: Int?, value: Double, rule: ParameterRule)
  /// Two lists that belong together differ in length.
  case unequalCounts(DistributionParameter, Int, DistributionParameter, Int)
  /// A list needs more elements.
  case tooFew(DistributionParameter, count: Int, minimum: Int)
  /// Weights or probabilities that do not add up to 1 within 10⁻⁹.
  case sumIsNotOne(DistributionParameter, sum: Double)
  /// Truncation leaves no probability between the bounds.
  case nothingLeft(lower: Double, upper: Double)
  /// A draw could be too large for a floating-point number.
  case overflow
  /// The quantile function has no value at a probability that a draw can have.
  case notComputable
}

/// A parameter of a distribution; the raw value is its key in a scenario file.
package enum DistributionParameter: String, Hashable, Sendable {
  /// The lower end or bound.
  case lower
  /// The upper end or bound.
  case upper
  /// The most likely value.
  case mode
  /// The shape of a PERT, gamma or Weibull distribution.
  case shape
  /// The expectation.
  case mean
  /// The standard deviation.
  case standardDeviation = "sd"
  /// The mean of the logarithm.
  case logMean
  /// The standard deviation of the logarithm.
  case logStandardDeviation = "logSd"
  /// The lower end of a central interval.
  case low
  /// The upper end of a central interval.
  case high
  /// The probability of a central interval, or of 1.
  case probability
  /// The degrees of freedom of Student's t.
  case degreesOfFreedom
  /// The centre of Student's t.
  case location
  /// The factor that stretches a standard form.
  case scale
  /// The first shape of a beta distribution.
  case alpha
  /// The second shape of a beta distribution.
  case beta
  /// Values of a list.
  case values
  /// Probabilities that belong to values.
  case probabilities
  /// Probabilities of the components of a mixture.
  case weights
  /// The distributions of a mixture.
  case components
}

/// What a parameter must satisfy.
package enum ParameterRule: Hashable, Sendable {
  /// Not infinite and not NaN.
  case finite
  /// (0, ∞)
  case positive
  /// (0, limit]
  case positiveUpTo(Double)
  /// [0, 1]
  case share
  /// (0, 1)
  case openShare
  /// Exactly this number.
  case equal(Double)
  /// Greater than another parameter, or than the element before it.
  case above(DistributionParameter, Double)
  /// At least another parameter, or the element before it.
  case atLeast(DistributionParameter, Double)
  /// At most another parameter.
  case atMost(DistributionParameter, Double)
  /// A number or −∞ for a lower bound, +∞ for an upper one, but not NaN.
  case bound
}

extension ParameterRule {
  /// Positive, and no more than the incomplete beta and gamma functions take.
  ///
  /// Beyond, products of shapes overflow; from 10³⁴ on all draws of a law are the same number already.
  static func checkShape(
    _ value: Double, of parameter: DistributionParameter
  ) throws(DistributionError) -> Double {
    try ParameterRule.positiveUpTo(1e100).check(ParameterRule.positive.check(value, of: parameter), of: parameter)
  }

  /// Whether a value satisfies the rule.
  func admits(_ value: Double) -> Bool {
    switch self {
    case .finite: value.isFinite
    case .positive: value > 0 && value.isFinite
    case .positiveUpTo(let limit): value > 0 && value <= limit
    case .share: value >= 0 && value <= 1
    case .openShare: value > 0 && value < 1
    case .equal(let other): value == other
    case .above(_, let other): value > other
    case .atLeast(_, let other): value >= other
    case .atMost(_, let other): value <= other
    case .bound: !value.isNaN
    }
  }

  /// The value, or the error that it breaks the rule.
  @discardableResult
  func check(
    _ value: Double, of parameter: DistributionParameter, index: Int? = nil
  ) throws(DistributionError) -> Double {
    guard admits(value) else { throw .parameter(parameter, index: index, value: value, rule: self) }
    return value
  }
}

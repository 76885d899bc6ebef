package import Distributions

/// The values a kind of number may take.
package enum NumberRange: Hashable, Sendable {
  /// [0, ∞)
  case nonNegative
  /// (0, ∞)
  case positive
  /// [0, 1]
  case share
  /// (0, 1]
  case positiveShare
  /// [1, ∞)
  case atLeastOne
  /// (−1, ∞)
  case aboveMinusOne
  /// [0, 1)
  case belowOne
  /// [0, 2)
  case belowTwo
  /// Any finite number.
  case any

  /// The range as it is printed.
  package var text: String {
    switch self {
    case .nonNegative: "[0, ∞)"
    case .positive: "(0, ∞)"
    case .share: "[0, 1]"
    case .positiveShare: "(0, 1]"
    case .atLeastOne: "[1, ∞)"
    case .aboveMinusOne: "(−1, ∞)"
    case .belowOne: "[0, 1)"
    case .belowTwo: "[0, 2)"
    case .any: "(−∞, ∞)"
    }
  }

  /// Whether the upper end is no value of the range, as the lower one of some is not.
  private var excludesUpper: Bool { self == .belowOne || self == .belowTwo }

  /// The ends, and whether the lower one is no value of the range.
  package var bounds: (lower: Double, upper: Double, excludesLower: Bool) {
    switch self {
    case .nonNegative: (0, .infinity, false)
    case .positive: (0, .infinity, true)
    case .share: (0, 1, false)
    case .positiveShare: (0, 1, true)
    case .atLeastOne: (1, .infinity, false)
    case .aboveMinusOne: (-1, .infinity, true)
    case .belowOne: (0, 1, false)
    case .belowTwo: (0, 2, false)
    case .any: (-.infinity, .infinity, false)
    }
  }

  /// Whether some value between the ends of `times` × the distribution lies in the range.
  func meets(_ distribution: Distribution, times: Double = 1) -> Bool {
    let ends = [distribution.support.lower * times, distribution.support.upper * times]
    guard let lower = ends.min(), let upper = ends.max() else { return false }
    return upper > bounds.lower && lower < bounds.upper
  }

  /// Whether every value of `times` × the distribution lies in the range.
  ///
  /// An open end may be an end of a continuous distribution's support, which no draw takes, but not a value with a probability of
  /// its own.
  package func contains(_ distribution: Distribution, times: Double = 1) -> Bool {
    let ends = [distribution.support.lower * times, distribution.support.upper * times]
    guard let lower = ends.min(), let upper = ends.max() else { return false }
    guard lower >= bounds.lower && upper <= bounds.upper else { return false }
    if excludesUpper && upper == bounds.upper { return times > 0 && distribution.cdf((upper / times).nextDown) >= 1 - 1e-12 }
    guard bounds.excludesLower && lower == bounds.lower else { return true }
    return distribution.cdf(distribution.support.lower) == 0
  }
}

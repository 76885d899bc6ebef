internal import Distributions

/// What the command line varies, as it is typed: a path or a pattern of paths, and what of the number there is meant.
///
/// - `exports/6302/elasticity`: the number itself;
/// - `exports/*/elasticity`: the number at each of these paths;
/// - `exports/6302/elasticity*`: the factor that its law is scaled by;
/// - `exports/6302/elasticity.mean`: the mean of its law, which keeps its form and the ratio of standard deviation to mean.
///
/// A star behind a name scales, and stands for nothing; a star alone as the last part (`exports/6302/*`) is a pattern. A name that
/// ends with `.mean` itself is met by a pattern, as in `scenarios/now/measures/by*mean`.
package struct NumberPath: Hashable, Sendable, CustomStringConvertible {
  /// What of a number is meant.
  package enum Aspect: Hashable, Sendable {
    case value
    case scale
    case mean
  }

  /// As it was typed.
  package let description: String
  package let pattern: PathPattern
  package let aspect: Aspect

  package init(_ text: String) {
    description = text
    let last = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if last.hasSuffix("*"), last != "*" {
      pattern = PathPattern(String(text.dropLast()))
      aspect = .scale
    } else if last.hasSuffix(Self.mean), last != Self.mean {
      pattern = PathPattern(String(text.dropLast(Self.mean.count)))
      aspect = .mean
    } else {
      pattern = PathPattern(text)
      aspect = .value
    }
  }

  private static let mean = ".mean"

  /// The replacement that puts a certain number there: in the number's place, as the factor of its law, or as its mean.
  package func replacement(by number: Double) -> Replacement {
    switch aspect {
    case .value: Replacement(pattern, .number(.distribution(.constant(number))))
    case .scale: Replacement(pattern, .factor(number))
    case .mean: Replacement(pattern, .mean(number))
    }
  }
}

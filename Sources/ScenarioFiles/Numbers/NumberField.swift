internal import Distributions
internal import TariffModel

/// A number that was read, before it is given to a place of the study.
///
/// A template in defaults is read once and given to every line.
struct NumberField: Sendable {
  /// What the number is.
  enum Content: Sendable {
    case constant(Double)
    case distribution(Distribution)
    case parameter(name: String, times: Double)
    case infinite
  }

  var content: Content
  /// The field it was read from.
  var origin: Field
  var provenance: Provenance
  /// First digits of the code that all who share one draw of the number have in common; nothing where each has its own.
  var perDigits: Int?

  /// Whether it is drawn for its own place.
  var isDrawn: Bool {
    guard case .distribution(let distribution) = content else { return false }
    return distribution.constantValue == nil
  }
}

import Testing

/// The least that a scenario needs, and a place for each kind of mistake.
enum SmallScenario {
  static let text = """
    schemaVersion = 1
    title = "Small"
    home = "Pakistan"
    partner = "United States"

    [parameters.demand]
    value = "0.8 to 1.6"

    [[exports.lines]]
    id = "6302"
    hs = "6302"
    value = 100
    duty = 0.1
    elasticity = 1.2

    [[imports.lines]]
    id = "5201"
    value = 50
    tariff = 0.02
    elasticity = 1.5

    [[measures]]
    name = "reciprocal"
    rate = 0.19

    [[commitments]]
    name = "cotton"
    amount = 500
    basis = "increment"
    importLine = "5201"
    additionality = 0.1

    [[scenarios]]
    name = "now"
    measures = ["reciprocal"]
    commitments = ["cotton"]

    """

  /// The text with one part exchanged; nothing where the part is not there exactly once.
  static func replacing(_ part: String, with other: String) -> String? {
    let pieces = text.split(separator: part, omittingEmptySubsequences: false)
    return pieces.count == 2 ? pieces.joined(separator: other) : nil
  }
}

/// A mistake in the small scenario and the one message that it must bring.
struct Mistake: Sendable, CustomTestStringConvertible {
  var part: String
  var replacement: String
  var message: String

  init(_ part: String, _ replacement: String, _ message: String) {
    self.part = part
    self.replacement = replacement
    self.message = message
  }

  var testDescription: String { replacement.isEmpty ? "without \(part)" : replacement }
}

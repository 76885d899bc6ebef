/// A scenario in which every number is certain but one parameter.
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
    elasticity = "demand"

    [[imports.lines]]
    id = "5201"
    value = 50
    tariff = 0.02
    elasticity = 1.5

    [[measures]]
    name = "reciprocal"
    rate = 0.19

    [[scenarios]]
    name = "now"
    measures = ["reciprocal"]

    """

  /// The scenario with one part exchanged.
  static func replacing(_ part: String, with other: String) -> String { text.replacing(part, with: other) }
}

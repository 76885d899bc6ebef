import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("What lines take from prefixes, groups and defaults")
struct TemplateTests {
  /// The responses of the export lines, by id, for some levels above them.
  private func responses(_ levels: String, _ lines: String) throws -> [String: OwnPriceResponse] {
    let text = try #require(SmallScenario.replacing("[[exports.lines]]", with: levels + "\n" + lines + "\n[[exports.lines]]"))
    let folder = try ScenarioFolder(["scenario.toml": text])
    return Dictionary(
      uniqueKeysWithValues: try folder.load().study.exports.compactMap { line in
        switch line.response {
        case .ownPrice(let response): (line.id, response)
        case .market: nil
        }
      })
  }

  private func constant(_ value: Double, _ key: String, line: String = "a") -> Quantity {
    .constant(value, path: "exports/\(line)/\(key)")
  }

  private static let levels = """
    [exports.defaults]
    duty = 0
    elasticity = 1
    [exports.groups.g]
    elasticity = 2
    [exports.prefixes."61"]
    elasticity = 3
    [exports.prefixes."6109"]
    elasticity = 4
    """

  @Test("The line goes before the longest prefix, that before the group, that before the defaults")
  func precedence() throws {
    let lines = """
      [[exports.lines]]
      id = "a"
      value = 1
      hs = "610910"
      group = "g"
      elasticity = 5
      [[exports.lines]]
      id = "b"
      value = 1
      hs = "610910"
      group = "g"
      [[exports.lines]]
      id = "c"
      value = 1
      hs = "6110"
      group = "g"
      [[exports.lines]]
      id = "d"
      value = 1
      group = "g"
      [[exports.lines]]
      id = "e"
      value = 1
      """
    let found = try responses(Self.levels, lines)
    for (line, value) in [("a", 5.0), ("b", 4), ("c", 3), ("d", 2), ("e", 1)] {
      #expect(found[line] == .constantElasticity(.demand(elasticity: constant(value, "elasticity", line: line))))
    }
  }

  @Test("Of the three, the two nearest the line count")
  func stopsAtTwo() throws {
    let levels = """
      [exports.defaults]
      duty = 0
      elasticity = 1
      passThrough = 0.5
      [exports.groups.g]
      supplyElasticity = 3
      [exports.groups.h]
      passThrough = 0.7
      supplyElasticity = 2
      """
    func line(_ id: String, _ more: String) -> String { "[[exports.lines]]\nid = \"\(id)\"\nvalue = 1\n\(more)\n" }
    let lines =
      line("a", "") + line("b", "supplyElasticity = inf\nelasticity = 2") + line("c", "group = \"g\"\nelasticity = 2")
      + line("d", "group = \"h\"") + line("e", "elasticity = 2")
    let found = try responses(levels, lines)
    func q(_ value: Double, _ key: String, _ line: String) -> Quantity { constant(value, key, line: line) }
    #expect(
      found["a"]
        == .constantElasticity(
          .demandAndPassThrough(elasticity: q(1, "elasticity", "a"), passThrough: q(0.5, "passThrough", "a"))))
    #expect(
      found["b"] == .constantElasticity(.demandAndSupply(elasticity: q(2, "elasticity", "b"), supply: .infinite)))
    #expect(
      found["c"]
        == .constantElasticity(
          .demandAndSupply(elasticity: q(2, "elasticity", "c"), supply: .finite(q(3, "supplyElasticity", "c")))))
    #expect(
      found["d"]
        == .constantElasticity(
          .supplyAndPassThrough(supply: q(2, "supplyElasticity", "d"), passThrough: q(0.7, "passThrough", "d"))))
    #expect(
      found["e"]
        == .constantElasticity(
          .demandAndPassThrough(elasticity: q(2, "elasticity", "e"), passThrough: q(0.5, "passThrough", "e"))))
  }

  @Test("A price-inclusive elasticity of the line goes before a pass-through of the defaults")
  func kindOfTheLine() throws {
    let lines = "[[exports.lines]]\nid = \"a\"\nvalue = 1\nelasticity = 2\nelasticityKind = \"value\""
    let found = try responses("[exports.defaults]\nduty = 0\npassThrough = 0.5", lines)
    #expect(found["a"] == .valueElasticity(constant(2, "elasticity")))
  }

  @Test("A template gives each line a number of its own, with the template's source and place")
  func templatesAreSplit() throws {
    let text = try #require(
      SmallScenario.replacing(
        "[[exports.lines]]",
        with: """
          [exports.defaults]
          redirection = { uniform = { lower = 0.1, upper = 0.3 }, source = "Survey", judgement = true }
          [[exports.lines]]
          id = "b"
          value = 1
          duty = 0
          elasticity = 1
          [[exports.lines]]
          """))
    let folder = try ScenarioFolder(["scenario.toml": text])
    let loaded = try folder.load()
    let provenance = Provenance(source: "Survey", isJudgement: true)
    let template = try Distribution.uniform(lower: 0.1, upper: 0.3)
    for line in loaded.study.exports {
      let path = "exports/\(line.id)/redirection"
      #expect(line.redirection == Quantity(.distribution(template), path: path, provenance: provenance))
      #expect(loaded.locations[path] == SourceLocation(file: "scenario.toml", line: 10, column: 15))
    }
  }

  @Test(
    "What a parameter says of its source holds for its number unless the number says otherwise",
    arguments: [
      ("value = 1\nsource = \"A\"\njudgement = true", Provenance(source: "A", isJudgement: true)),
      ("value = { value = 1, source = \"B\" }\njudgement = true", Provenance(source: "B", isJudgement: true)),
      ("value = { value = 1, source = \"B\", judgement = false }\njudgement = true", Provenance(source: "B")),
      ("value = { value = 1, judgement = true }\nsource = \"A\"", Provenance(source: "A", isJudgement: true)),
      ("value = { value = \"1.0 to 2.0\", source = \"B\" }\nsource = \"A\"", Provenance(source: "B")),
    ])
  func parametersPassOnProvenance(statement: String, expected: Provenance) throws {
    let text = try #require(SmallScenario.replacing("value = \"0.8 to 1.6\"", with: statement))
    let folder = try ScenarioFolder(["scenario.toml": text])
    #expect(try folder.load().study.parameters["demand"]?.provenance == expected)
  }

  @Test("A mistake in a template is reported once, however many lines take it")
  func templateMistakesComeOnce() throws {
    let text = try #require(
      SmallScenario.replacing(
        "[[exports.lines]]",
        with: """
          [exports.defaults]
          supplyElasticity = 1
          passThrough = 0.5
          duty = 0
          [[exports.lines]]
          id = "b"
          value = 1
          elasticity = 1
          [[exports.lines]]
          id = "c"
          value = 1
          elasticity = 1
          [[exports.lines]]
          """))
    let folder = try ScenarioFolder(["scenario.toml": text])
    let message =
      "scenario.toml:10:20: exports/defaults/supplyElasticity: 1: cannot stand beside elasticity and passThrough; "
      + "any two give the third"
    #expect(folder.messages() == [message])
  }
}

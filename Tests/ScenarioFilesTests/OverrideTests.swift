import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Numbers replaced by the command line")
struct OverrideTests {
  /// Where a number comes from that was typed by hand.
  private func replaced(_ former: String) -> Provenance { Provenance(isJudgement: true, former: former) }

  private func folder() throws -> ScenarioFolder { try ScenarioFolder(["scenario.toml": SmallScenario.text]) }

  @Test("A value is TOML, or else number text")
  func replacesNumbers() throws {
    let path = "measures/reciprocal/rate"
    // A parameter that a rate names is stated in percent.
    let text = try #require(SmallScenario.replacing("0.8 to 1.6", with: "80% to 160%"))
    let folder = try ScenarioFolder(["scenario.toml": text])
    let cases: [(String, Quantity.Value)] = [
      ("0.29", .distribution(.constant(0.29))), ("29%", .distribution(.constant(0.29))),
      ("\"145%\"", .distribution(.constant(1.45))), ("demand", .parameter(name: "demand", times: 1)),
      ("\"demand\"", .parameter(name: "demand", times: 1)),
      ("{ parameter = \"demand\", times = 0.5 }", .parameter(name: "demand", times: 0.5)),
      ("{ uniform = { lower = 0.1, upper = \"29%\" } }", .distribution(try .uniform(lower: 0.1, upper: 0.29))),
      ("10% to 29%", .distribution(try .lognormal(low: 0.1, high: 0.29, probability: 0.9))),
      ("{ value = \"10% to 29%\" }", .distribution(try .lognormal(low: 0.1, high: 0.29, probability: 0.9))),
    ]
    for (value, expected) in cases {
      let loaded = try folder.load(overrides: [(path, value)])
      #expect(loaded.study.measures[0].rate == .uniform(Quantity(expected, path: path, provenance: replaced("0.19"))))
      #expect(loaded.overrides.map(\.path) == [path] && loaded.overrides.map(\.value) == [value])
      #expect(loaded.locations[path] == SourceLocation(file: "--set"))
    }
  }

  @Test("A number that depends on others may be fixed: it stays a member and is not drawn")
  func fixesMembers() throws {
    let uncertain = try #require(SmallScenario.replacing("elasticity = 1.2", with: "elasticity = \"0.9 to 1.4\""))
    let dependence = """
      [[dependence]]
      name = "both"
      members = ["parameters/demand", "exports/6302/elasticity"]
      matrix = [[1, 0.5], [0.5, 1]]
      """
    let folder = try ScenarioFolder(["scenario.toml": uncertain + dependence])
    let loaded = try folder.load(overrides: [("exports/6302/elasticity", "1.1")])
    #expect(loaded.study.dependence[0].members == ["parameters/demand", "exports/6302/elasticity"])
    #expect(loaded.study.uncertainPaths == ["parameters/demand"])
  }

  /// Three lines, of which one is certain, and a dependence between the elasticities that are not.
  private static func dependent(_ structure: String) -> String {
    let lines = [("61", "\"0.9 to 1.4\""), ("62", "1"), ("63", "\"0.5 to 2\"")].map { code, elasticity in
      """
      [[exports.lines]]
      id = "\(code)"
      value = 100
      duty = 0.1
      elasticity = \(elasticity)
      supplyElasticity = \(elasticity)

      """
    }
    return """
      schemaVersion = 1
      title = "Dependent"
      home = "Pakistan"
      partner = "United States"

      """ + lines.joined() + """
        [[dependence]]
        name = "both"
        \(structure)

        [[measures]]
        name = "m"
        rate = 0.1

        [[scenarios]]
        name = "s"
        measures = ["m"]

        """
  }

  @Test(
    "What a pattern of a dependence matches may be fixed: the others keep their rows",
    arguments: [
      ("members = [\"exports/*/elasticity\"]\nmatrix = [[1, 0.5], [0.5, 1]]", "elasticity"),
      ("members = [\"exports/*/elasticity\"]\ncorrelation = 0.5", "elasticity"),
      ("loadings = \"loadings.csv\"", "elasticity"),
      ("members = [\"exports/*/supplyElasticity\"]\nmatrix = [[1, 0.5], [0.5, 1]]", "supplyElasticity"),
      ("members = [\"exports/61/supplyElasticity\", \"exports/63/supplyElasticity\"]\ncorrelation = 0.5", "supplyElasticity"),
    ], ["1", "demand", "inf"])
  func fixesPatternMembers(dependence: (structure: String, key: String), value: String) throws {
    guard value != "inf" || dependence.key == "supplyElasticity" else { return }
    let parameters = "[parameters.demand]\nvalue = 1.1\n"
    let loadings = "member,f\nexports/61/elasticity,0.5\nexports/63/elasticity,0.6\n"
    let folder = try ScenarioFolder([
      "scenario.toml": Self.dependent(dependence.structure) + parameters, "loadings.csv": loadings,
    ])
    let (first, second) = ("exports/61/\(dependence.key)", "exports/63/\(dependence.key)")
    for (fixed, other) in [(first, second), (second, first)] {
      let study = try folder.load(overrides: [(fixed, value)]).study
      #expect(study.dependence[0].members == (value == "inf" ? [other] : [first, second]))
      #expect(study.uncertainPaths.contains(other) && !study.uncertainPaths.contains(fixed))
      #expect(study.problems().isEmpty)
    }
    let study = try folder.load(overrides: [(first, value), (second, value)]).study
    #expect(study.problems().isEmpty)
  }

  @Test(
    "A rate may name a parameter whose numbers beyond 1 are percentages, or that stays within 1 once it is scaled",
    arguments: [
      ("145%", "demand"), ("10% to 29%", "demand"), ("0.1 to 0.29", "demand"), ("1", "demand"),
      ("{ uniform = { lower = 0.1, upper = \"145%\" } }", "demand"),
      ("{ beta = { alpha = 8, beta = 2 } }", "demand"), ("{ gamma = { shape = 2, scale = 0.05 } }", "demand"),
      ("29", "{ parameter = \"demand\", times = 0.01 }"), ("0.01", "{ parameter = \"demand\", times = 29 }"),
      ("145%", "{ parameter = \"demand\", times = \"200%\" }"), ("10% to 29%", "{ parameter = \"demand\", times = 0 }"),
    ])
  func ratesNameParameters(parameter: String, rate: String) throws {
    let path = "measures/reciprocal/rate"
    let loaded = try folder().load(overrides: [(path, rate), ("parameters/demand", parameter)])
    guard case .uniform(let rate) = loaded.study.measures[0].rate, case .parameter("demand", _) = rate.value else {
      Issue.record("the rate names the parameter")
      return
    }
  }

  @Test("A parameter that the command line replaces is held to the same rule")
  func refusesReplacedParameter() throws {
    let messages = try folder().messages(overrides: [("measures/reciprocal/rate", "demand"), ("parameters/demand", "29")])
    #expect(
      messages == [
        "--set: measures/reciprocal/rate: demand: is above 1 and not written as a percentage; "
          + "write parameters/demand as text: \"29%\" or \"2900%\""
      ])
  }

  @Test("The run is replaced as well, whether the file states it or not")
  func replacesRun() throws {
    let loaded = try folder().load(overrides: [
      ("run/draws", "500"), ("run/seed", "18446744073709551615"), ("run/percentiles", "[10, 90]"),
      ("run/shortfallPercent", "2.5"),
    ])
    #expect(loaded.run.draws == 500)
    #expect(loaded.run.seed == .max)
    #expect(loaded.run.percentiles == [10, 90])
    #expect(loaded.run.shortfallPercent == 2.5)
    #expect(try folder().load(overrides: [("run/shortfallPercent", "50")]).run.shortfallPercent == 50)
  }

  @Test("A use that is only named has the scale 1, which can be replaced")
  func replacesScale() throws {
    let path = "scenarios/now/measures/reciprocal"
    let loaded = try folder().load(overrides: [(path, "0.5")])
    #expect(
      loaded.study.scenarios[0].measures == [
        PolicyScenario.Use("reciprocal", scale: .constant(0.5, path: path, provenance: replaced("1")))
      ])
  }

  @Test("A duty from dutyPaid keeps to the file's value when the value is replaced")
  func keepsDutyPaid() throws {
    let text = try #require(SmallScenario.replacing("duty = 0.1", with: "dutyPaid = 5"))
    let folder = try ScenarioFolder(["scenario.toml": text])
    let line = try folder.load(overrides: [("exports/6302/value", "250")]).study.exports[0]
    #expect(line.baseValue == .constant(250, path: "exports/6302/value", provenance: replaced("100")))
    #expect(line.baseDuty == .constant(0.05, path: "exports/6302/duty"))
  }

  @Test(
    "A replacement that cannot be made",
    arguments: [
      (
        "measures/reciprocl/rate", "0.1",
        "--set: measures/reciprocl/rate: names no number of the study; did you mean measures/reciprocal/rate?"
      ),
      (
        "measures/reciprocal/name", "x",
        "--set: measures/reciprocal/name: names no number of the study; did you mean measures/reciprocal/rate?"
      ),
      (
        "measures/reciprocal/rate", "29",
        "--set: measures/reciprocal/rate: 29: is above 1 and not written as a percentage; write it as text: \"29%\" or \"2900%\""
      ),
      ("exports/6302/elasticity", "1,6", "--set: exports/6302/elasticity: 1,6: is not a number; write 1.6"),
      ("exports/6302/elasticity", "nan", "--set: exports/6302/elasticity: nan: is not a finite number"),
      (
        "exports/6302/elasticity", "demnd",
        "--set: exports/6302/elasticity: demnd: is not a parameter of this file; did you mean demand?"
      ),
      ("exports/6302/elasticity", "", "--set: exports/6302/elasticity: : is not a number"),
      ("exports/6302/elasticity", "1\nb = 2", "--set: exports/6302/elasticity: 1\\nb = 2: is not a number"),
      ("run/draws", "many", "--set: run/draws: many: is not a whole number"),
    ])
  func refuses(path: String, value: String, message: String) throws {
    #expect(try folder().messages(overrides: [(path, value)]) == [message])
  }

  @Test("Replacements that meet no number are reported in the order they were given")
  func keepsOrder() throws {
    // A random order is the given one with a probability of 1/12!, about 2e-9.
    let sections = ["t", "c", "x", "a", "m", "z", "b", "y", "k", "d", "s", "e"]
    let messages = try folder().messages(overrides: sections.map { ("\($0)/\($0)", "1") })
    #expect(messages.map { $0.dropFirst("--set: ".count).prefix(3) } == sections.map { "\($0)/\($0)" })
  }

  @Test("Two replacements for one path")
  func refusesTwo() throws {
    let path = "exports/6302/duty"
    #expect(
      try folder().messages(overrides: [(path, "0.1"), (path, "0.2")])
        == ["--set: exports/6302/duty: 0.2: is given twice, first as 0.1; leave one out"])
  }
}

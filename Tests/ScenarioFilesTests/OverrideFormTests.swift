import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Patterns, scales, means, days and uses on the command line")
struct OverrideFormTests {
  private static let text =
    SmallScenario.text + """
      [[scenarios]]
      name = "then"
      measures = { reciprocal = "0.5 to 0.9" }

      [[periods]]
      name = "2025"
      start = 2025-01-01
      end = 2025-12-31

      """

  private func folder() throws -> ScenarioFolder { try ScenarioFolder(["scenario.toml": Self.text]) }

  private func law(_ path: String, _ overrides: [(path: String, value: String)]) throws -> Quantity {
    try #require(try folder().load(overrides: overrides).study.numbers.first { $0.quantity.path == path }?.quantity)
  }

  @Test("A pattern replaces at each of its paths")
  func meetsPatterns() throws {
    let study = try folder().load(overrides: [("*/*/elasticity", "2")]).study
    for path in ["exports/6302/elasticity", "imports/5201/elasticity"] {
      #expect(study.numbers.first { $0.quantity.path == path }?.quantity.value == .distribution(.constant(2)))
    }
  }

  @Test("A star behind the name scales the law, .mean moves it")
  func scales() throws {
    let path = "scenarios/then/measures/reciprocal"
    let former = try #require(try folder().load().study.numbers.first { $0.quantity.path == path }?.quantity)
    guard case .distribution(let law) = former.value else {
      Issue.record("the scale is a law")
      return
    }
    let mean = try #require(law.mean)
    let scaled = try self.law(path, [(path + "*", "2")])
    #expect(scaled.value == .distribution(try law.scaled(by: 2)))
    #expect(scaled.provenance == Provenance(isJudgement: true, former: law.description))
    #expect(try self.law(path, [(path + ".mean", "0.35")]).value == .distribution(try law.scaled(by: 0.35 / mean)))
    #expect(
      try self.law("measures/reciprocal/rate", [("measures/reciprocal/rate*", "2")]).value == .distribution(.constant(0.38)))
    #expect(try self.law("measures/reciprocal/rate", [("measures/*/rate.mean", "29%")]).value == .distribution(.constant(0.29)))
    #expect(try self.law("parameters/demand", [("parameters/demand*", "0")]).value == .distribution(.constant(0)))
  }

  @Test("A source that the value states stands, else that of the file")
  func keepsSource() throws {
    let text = try #require(SmallScenario.replacing("rate = 0.19", with: "rate = { value = 0.19, source = \"order\" }"))
    func provenance(_ value: String) throws -> Provenance {
      let folder = try ScenarioFolder(["scenario.toml": text])
      guard case .uniform(let rate) = try folder.load(overrides: [("measures/reciprocal/rate", value)]).study.measures[0].rate
      else {
        return Provenance()
      }
      return rate.provenance
    }
    #expect(try provenance("29%") == Provenance(source: "order", isJudgement: true, former: "0.19"))
    #expect(
      try provenance("{ value = 0.29, source = \"mine\", judgement = false }")
        == Provenance(source: "mine", isJudgement: false, former: "0.19"))
  }

  @Test("Days are replaced, whether the file states them or not")
  func replacesDays() throws {
    let study = try folder().load(overrides: [
      ("measures/reciprocal/start", "2025-08-07"), ("measures/*/end", "2025-09-30"), ("periods/2025/end", "2025-11-30"),
    ]).study
    #expect(
      study.measures[0].validity
        == Validity(start: CivilDate(year: 2025, month: 8, day: 7), end: CivilDate(year: 2025, month: 9, day: 30)))
    #expect(study.periods[0].end == CivilDate(year: 2025, month: 11, day: 30))
  }

  @Test("A scenario uses what is switched on and not what is switched off")
  func switches() throws {
    func uses(_ path: String, _ value: String) throws -> [[String]] {
      try folder().load(overrides: [(path, value)]).study.scenarios.map { $0.measures.map(\.name) + $0.commitments.map(\.name) }
    }
    #expect(try uses("scenarios/now/measures/reciprocal", "off") == [["cotton"], ["reciprocal"]])
    #expect(try uses("scenarios/then/commitments/cotton", "on") == [["reciprocal", "cotton"], ["reciprocal", "cotton"]])
    #expect(try uses("measures/reciprocal", "off") == [["cotton"], []])
    #expect(try uses("commitments/*", "on") == [["reciprocal", "cotton"], ["reciprocal", "cotton"]])
    #expect(try uses("scenarios/*/*/reciprocal", "off") == [["cotton"], []])
  }

  @Test(
    "What cannot be replaced says why",
    arguments: [
      (
        [("exports/*/elasticty", "1")],
        "--set: exports/*/elasticty: names no number of the study; did you mean exports/6302/elasticity?"
      ),
      (
        [("exports/6302/duty", "0.1"), ("exports/*/duty", "0.2")],
        "--set: exports/*/duty: 0.2: replaces exports/6302/duty, which exports/6302/duty does too; leave one out"
      ),
      (
        [("exports/6302/elasticity", "2"), ("exports/6302/elasticity*", "2")],
        "--set: exports/6302/elasticity*: 2: replaces exports/6302/elasticity, which exports/6302/elasticity does too; leave one out"
      ),
      ([("exports/6302/elasticity*", "-2")], "--set: exports/6302/elasticity*: -2: must be 0 or above"),
      (
        [("parameters/demand.mean", "-2")],
        "--set: parameters/demand.mean: -2: cannot be the mean of lognormal(0.8 to 1.6, probability 0.9), which has none or none of this sign"
      ),
      (
        [("measures/reciprocal/start", "2025-13-01")],
        "--set: measures/reciprocal/start: 2025-13-01: is not a day of the calendar; write year-month-day, as in 2025-08-07"
      ),
      (
        [("measures/reciprocal/strat", "2025-08-07")],
        "--set: measures/reciprocal/strat: names no number of the study; did you mean measures/reciprocal/start?"
      ),
      (
        [("measures/recprocal", "off")],
        "--set: measures/recprocal: names nothing that a scenario uses or could use; did you mean measures/reciprocal?"
      ),
      (
        [("measures/reciprocal", "off"), ("scenarios/now/measures/reciprocal", "on")],
        "--set: scenarios/now/measures/reciprocal: on: replaces scenarios/now/measures/reciprocal, which measures/reciprocal does too; leave one out"
      ),
    ])
  func refuses(overrides: [(String, String)], message: String) throws {
    #expect(try folder().messages(overrides: overrides.map { (path: $0.0, value: $0.1) }) == [message])
  }

  @Test("What is varied is not replaced besides, nor varied twice")
  func refusesTwice() throws {
    func messages(_ overrides: [(path: String, value: String)], _ paths: [String]) throws -> [String] {
      let folder = try self.folder()
      do throws(LoadFailure) {
        _ = try loadStudy(at: folder.path, overrides: overrides, variations: paths.map { Variation(path: $0, values: ["1"]) })
        return []
      } catch {
        return error.problems.map(\.text)
      }
    }
    let (duty, all) = ("exports/6302/duty", "exports/*/duty")
    #expect(
      try messages([(duty, "0.1")], [all]) == ["--vary: \(all): 1: replaces \(duty), which \(duty) does too; leave one out"])
    #expect(try messages([], [duty, all]) == ["--vary: \(all): 1: replaces \(duty), which \(duty) does too; leave one out"])
    #expect(try messages([], [duty, "imports/5201/tariff"]).isEmpty)
  }

  @Test("Values that a question varies are read as replacements are, and change nothing")
  func readsVariations() throws {
    let folder = try self.folder()
    let loaded = try loadStudy(
      at: folder.path,
      variations: [
        Variation(path: "measures/reciprocal/rate", values: ["10%", "{ uniform = { lower = 0.1, upper = 0.2 } }"]),
        Variation(path: "*/*/elasticity*", values: ["0.5"]), Variation(path: "measures/reciprocal/start", values: ["2025-08-07"]),
        Variation(path: "scenarios/now/measures/reciprocal", values: ["off", "0.5"]),
      ])
    let rate = "measures/reciprocal/rate"
    #expect(loaded.variations[0][0] == [Replacement(rate, .number(.distribution(.constant(0.1))))])
    #expect(loaded.variations[0][1] == [Replacement(rate, .number(.distribution(try .uniform(lower: 0.1, upper: 0.2))))])
    #expect(
      loaded.variations[1] == [
        [Replacement("exports/6302/elasticity", .factor(0.5)), Replacement("imports/5201/elasticity", .factor(0.5))]
      ])
    let day = try #require(CivilDate(year: 2025, month: 8, day: 7))
    #expect(loaded.variations[2] == [[Replacement("measures/reciprocal/start", .date(day))]])
    #expect(
      loaded.variations[3] == [
        [Replacement("scenarios/now/measures/reciprocal", .isOn(false))],
        [Replacement("scenarios/now/measures/reciprocal", .number(.distribution(.constant(0.5))))],
      ])
    #expect(loaded.study.measures[0].rate == .uniform(.constant(0.19, path: rate)))
  }
}

import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Time in scenario files")
struct TimeTests {
  private static let scenario = """
    schemaVersion = 1
    title = "Time"
    home = "Pakistan"
    partner = "United States"
    baseYear = 2024
    runningTotals = true

    [parameters.speed]
    value = { uniform = { lower = 0.2, upper = 0.5 } }

    [exports.defaults]
    duty = 0.1
    elasticity = 0.76
    longRunElasticity = { uniform = { lower = 1.75, upper = 2.25 } }
    adjustmentSpeed = "speed"
    growth = "2%"

    [exports.groups.Rice]
    growth = -0.01

    [[exports.lines]]
    id = "6302"
    value = 100

    [[exports.lines]]
    id = "1006"
    value = 50
    group = "Rice"
    longRunElasticity = 1.5

    [[imports.lines]]
    id = "5201"
    value = 50
    tariff = 0.02
    elasticity = 1.5
    growth = 0.04

    [[measures]]
    name = "reciprocal"
    rate = 0.19
    start = 2025-08-07
    announced = 2025-04-09
    frontLoading = { uniform = { lower = 0.0, upper = 0.2 } }
    phaseIn = [{ date = 2025-08-07, share = "50%" }, { date = 2025-10-01, share = 1 }]

    [[tariffCuts]]
    name = "cut"
    cut = 1
    phaseIn = [{ date = 2025-07-01, share = "speed" }]

    [[barrierCuts]]
    name = "barriers"
    cut = 0.5
    phaseIn = [{ date = 2025-07-01, share = 0.25 }]

    [[periods]]
    name = "2025 H1"
    start = 2025-01-01
    end = 2025-06-30

    [[periods]]
    name = "2025 H2"
    start = 2025-07-01
    end = 2025-12-31

    [[scenarios]]
    name = "now"
    measures = ["reciprocal"]
    tariffCuts = ["cut"]
    barrierCuts = ["barriers"]

    """

  private func study(overrides: [(path: String, value: String)] = []) throws -> Study {
    let folder = try ScenarioFolder(["scenario.toml": Self.scenario])
    return try folder.load(overrides: overrides).study
  }

  private func day(_ month: Int, _ day: Int) throws -> CivilDate { try #require(CivilDate(year: 2025, month: month, day: day)) }

  @Test("Growth and long-run elasticities come from the most specific level")
  func lines() throws {
    let study = try study()
    #expect(study.baseYear == 2024 && study.reportsRunningTotals)
    #expect(study.exports.map(\.growth?.value) == [0.02, -0.01].map { .distribution(.constant($0)) })
    #expect(study.imports[0].growth == .constant(0.04, path: "imports/5201/growth"))
    let range = try Distribution.uniform(lower: 1.75, upper: 2.25)
    let speed = Quantity.Value.parameter(name: "speed", times: 1)
    #expect(
      study.exports.map(\.adjustment) == [
        ElasticityAdjustment(
          longRun: Quantity(.distribution(range), path: "exports/6302/longRunElasticity"),
          speed: Quantity(speed, path: "exports/6302/adjustmentSpeed")),
        ElasticityAdjustment(
          longRun: .constant(1.5, path: "exports/1006/longRunElasticity"),
          speed: Quantity(speed, path: "exports/1006/adjustmentSpeed")),
      ])
  }

  @Test("Steps go by their dates, and an announcement with its share")
  func policy() throws {
    let study = try study()
    #expect(
      study.measures[0].phaseIn == [
        PhaseInStep(date: try day(8, 7), share: .constant(0.5, path: "measures/reciprocal/phaseIn/2025-08-07")),
        PhaseInStep(date: try day(10, 1), share: .constant(1, path: "measures/reciprocal/phaseIn/2025-10-01")),
      ])
    let share = Quantity(.distribution(try .uniform(lower: 0, upper: 0.2)), path: "measures/reciprocal/frontLoading")
    #expect(study.measures[0].anticipation == Anticipation(announced: try day(4, 9), frontLoading: share))
    #expect(
      study.tariffCuts[0].phaseIn == [
        PhaseInStep(
          date: try day(7, 1), share: Quantity(.parameter(name: "speed", times: 1), path: "tariffCuts/cut/phaseIn/2025-07-01"))
      ])
    #expect(
      study.barrierCuts[0].phaseIn == [
        PhaseInStep(date: try day(7, 1), share: .constant(0.25, path: "barrierCuts/barriers/phaseIn/2025-07-01"))
      ])
    #expect(
      study.uncertainPaths == [
        "parameters/speed", "exports/6302/longRunElasticity", "measures/reciprocal/frontLoading",
      ])
  }

  @Test("The command line replaces a step's share, a growth and a speed")
  func overrides() throws {
    let study = try study(overrides: [
      ("measures/reciprocal/phaseIn/2025-08-07", "0.25"), ("exports/6302/growth", "0"), ("parameters/speed", "0.4"),
    ])
    #expect(study.measures[0].phaseIn[0].share.value == .distribution(.constant(0.25)))
    #expect(study.exports[0].growth?.value == .distribution(.constant(0)))
    #expect(study.uncertainPaths == ["exports/6302/longRunElasticity", "measures/reciprocal/frontLoading"])
  }

  @Test("The columns of a table of lines hold them too")
  func columns() throws {
    let table = "id,value,growth,longRunElasticity,adjustmentSpeed\n0101,7,5%,3,0.25\n"
    let text = Self.scenario.replacing(
      "[exports.defaults]", with: "[exports]\ntables = [{ file = \"t.csv\" }]\n\n[exports.defaults]")
    let folder = try ScenarioFolder(["scenario.toml": text, "t.csv": table])
    let line = try folder.load().study.exports[0]
    #expect(line.growth == .constant(0.05, path: "exports/0101/growth"))
    #expect(
      line.adjustment
        == ElasticityAdjustment(
          longRun: .constant(3, path: "exports/0101/longRunElasticity"),
          speed: .constant(0.25, path: "exports/0101/adjustmentSpeed")))
  }
}

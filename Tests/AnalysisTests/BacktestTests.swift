import Analysis
import Distributions
import Glibc
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("Forecasts held against what was counted")
struct BacktestTests {
  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  /// Two lines in a group and one outside it, quarters of 2025, no measure, growth of so much a year.
  private static func study(growth: Distribution, asOf: CivilDate? = nil) throws -> CheckedStudy {
    var study = Study(title: "test", home: "Home", partner: "Partner")
    study.exports = ["6109", "6110", "9403"].map { code in
      ExportLine(
        id: code, hs: code, group: code == "9403" ? nil : "Apparel", baseValue: number(100, "exports/\(code)/value"),
        baseDuty: number(0.1), response: .ownPrice(.valueElasticity(number(1))))
    }
    study.scenarios = [PolicyScenario(name: "policy")]
    study.baseYear = 2024
    study.periods = try (0..<4).map { quarter in
      let next = quarter == 3 ? try day(2026, 1, 1) : try day(2025, 3 * quarter + 4, 1)
      return Period(
        name: "Q\(quarter + 1)", start: try day(2025, 3 * quarter + 1, 1), end: CivilDate(dayNumber: next.dayNumber - 1))
    }
    study.forecast = Forecast(origins: [
      "Home": FlowForecast(
        growth: Quantity(.distribution(growth), path: "forecast/origins/Home/growth", provenance: Provenance(asOf: asOf)))
    ])
    return try study.checked()
  }

  /// A month's record.
  private static func month(_ year: Int, _ month: Int, _ value: Double, _ code: String = "61") throws -> FlowRecord {
    let next = month == 12 ? try day(year + 1, 1, 1) : try day(year, month + 1, 1)
    return FlowRecord(
      origin: "Home", goods: .code(code), start: try day(year, month, 1), end: CivilDate(dayNumber: next.dayNumber - 1),
      value: value, place: "t:\(year)-\(month)-\(code)")
  }

  private static func result(
    _ study: CheckedStudy, _ observed: [FlowRecord], history: [FlowRecord] = [], draws: Int = 64, threads: Int = 2
  ) throws -> BacktestResult {
    let question = BacktestQuestion(
      study, scenario: "policy", records: try BacktestRecords(observed, history: history, study: study.study),
      extent: Plan(draws: draws, seed: 3).extent, kernels: KernelChoice(.detected))
    return try question.result(threads: threads, progress: { _ in }, isCancelled: { false })
  }

  @Test("A certain forecast scores its distance; months are summed, and their base is the same months of the base year")
  func certain() throws {
    let observed = try (1...6).map { try Self.month(2024, $0, 10) } + (1...6).map { try Self.month(2025, $0, $0 < 4 ? 13 : 8) }
    let result = try Self.result(Self.study(growth: .constant(log(1.2))), observed)
    #expect(result.scores.map(\.actual.period) == ["Q1", "Q2"] && result.records.baseRecords == 6)
    #expect(result.scores.map(\.actual.value) == [39, 24] && result.scores.map(\.actual.base) == [30, 30])
    // The forecast is 1.2; 1.3 and 0.8 were counted.
    for (score, expected) in zip(result.scores, [(0.1, log(1.3 / 1.2), 1.0), (0.4, log(1.2 / 0.8), 0.0)]) {
      #expect(abs(try #require(score.percent[.model]).crps - 100 * expected.0) < 1e-12)
      #expect(abs(try #require(score.log[.model]).crps - expected.1) < 1e-14)
      #expect(score.pit == expected.2 && score.actual.group == "Apparel" && score.actual.isInSample == nil)
      #expect(abs(try #require(score.percent[.unchanged]).crps - score.change.magnitude) < 1e-12)
    }
    #expect(result.total.coverage90?.share == 0 && result.total.clusters == 2)
    #expect(result.total.pitCounts == [1, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  }

  // σ(w(2Φ(w) − 1) + 2φ(w) − 1/√π) (T. Gneiting, A. E. Raftery (2007), doi:10.1198/016214506000001437).
  @Test("A normal growth scores the closed form in logarithms, on any number of threads the same")
  func normal() throws {
    let study = try Self.study(growth: .normal(mean: 0.05, standardDeviation: 0.1), asOf: Self.day(2025, 4, 1))
    let observed = try [(1, 1.2), (4, 1.0)].map { start, ratio in
      FlowRecord(
        origin: "Home", goods: .group("Apparel"), start: try Self.day(2025, start, 1),
        end: try Self.day(2025, start + 2, start == 1 ? 31 : 30), value: 100 * ratio, base: 100, place: "t:\(start)")
    }
    let result = try Self.result(study, observed, draws: 40_000)
    for score in result.scores {
      let w = (log(score.actual.ratio) - 0.05) / 0.1
      let (cdf, density) = (erfc(-w / 2.0.squareRoot()) / 2, exp(-w * w / 2) / (2 * Double.pi).squareRoot())
      let expected = 0.1 * (w * (2 * cdf - 1) + 2 * density - 1 / Double.pi.squareRoot())
      // |X − y| has a deviation of at most 0.1: six standard errors, a chance below 10⁻⁸; likewise the PIT.
      #expect(abs(try #require(score.log[.model]).crps - expected) <= 6 * 0.1 / 200)
      #expect(abs(try #require(score.pit) - cdf) <= 6 * 0.5 / 200)
    }
    #expect(result.scores.map(\.actual.isInSample) == [true, true], "both begin until 1 April")
    for threads in [1, 3, 7] {
      let again = try Self.result(study, observed, draws: 40_000, threads: threads)
      #expect(again.scores.map(\.percent) == result.scores.map(\.percent) && again.scores.map(\.pit) == result.scores.map(\.pit))
    }
  }

  @Test("The naive forecasts take last year's growth and the spread of yearly changes of the scored spans")
  func naive() throws {
    // Quarters of 2024 are those of 2023 times these; ten changes and more give a spread of their own.
    let factors = [1.1, 0.9, 1.3, 1.0]
    var history: [FlowRecord] = []
    for code in ["6109", "6110", "9403"] {
      for month in 1...12 {
        history.append(try Self.month(2023, month, 10, code))
        history.append(try Self.month(2024, month, 10 * factors[(month - 1) / 3], code))
      }
    }
    let observed =
      try history.filter { $0.start.year == 2024 }
      + ["6109", "6110", "9403"].flatMap { code in try (1...12).map { try Self.month(2025, $0, 11, code) } }
    let result = try Self.result(Self.study(growth: .constant(0)), observed, history: history)
    #expect(result.scores.count == 12 && result.naive.changes == 12 && result.naive.isOfHistory)
    // Each of four logarithms three times; n − 1.
    let logs = factors.map { log($0) }
    let mean = logs.reduce(0, +) / 4
    let deviation = (logs.reduce(0) { $0 + 3 * ($1 - mean) * ($1 - mean) } / 11).squareRoot()
    #expect(abs(result.naive.deviation - deviation) < 1e-14)
    let b = LogNormalForecast(mean: log(43.0 / 40), deviation: deviation)
    for score in result.scores {
      let expected = try #require(b.crpsOfLog(score.actual.ratio))
      #expect(abs(try #require(score.log[.lastGrowth]).crps - expected) < 1e-14)
    }
    let without = try Self.result(Self.study(growth: .constant(0)), observed)
    #expect(without.naive.deviation == 0.17 && !without.naive.isOfHistory && without.total.log[.lastGrowth] == nil)
  }

  @Test("Nothing is dropped: what cannot be scored says why")
  func unscored() throws {
    var observed = try [1, 2].map { try Self.month(2025, $0, 10) } + [Self.month(2026, 1, 10), Self.month(2025, 4, 10, "9403")]
    observed += try [5, 6].map { try Self.month(2025, $0, 10, "9403") }
    observed += try (1...3).map { try Self.month(2025, $0, 10, "95") }
    observed += try (7...9).map { try Self.month(2025, $0, 10, "940360") }
    observed += try (7...9).map { try Self.month(2024, $0, 0, "6110") } + (7...9).map { try Self.month(2025, $0, 1, "6110") }
    observed.append(
      FlowRecord(
        origin: "Elsewhere", goods: .code(""), start: try Self.day(2025, 1, 1), end: try Self.day(2025, 3, 31), value: 1,
        base: 1, place: "e"))
    observed.append(
      FlowRecord(
        origin: "Home", goods: .code("6109"), start: try Self.day(2025, 7, 1), end: try Self.day(2025, 12, 31), value: 3,
        base: 2, place: "h"))
    let records = try BacktestRecords(observed, history: [], study: Self.study(growth: .constant(0)).study)
    #expect(records.actuals.map(\.place) == ["h"] && records.actuals[0].period == "Q3 to Q4")
    let reasons = records.unscored.map { "\($0.goods.text): \($0.reason.text)" }
    #expect(
      Set(reasons) == [
        "61: the period is not whole: nothing is recorded from 2025-03-01 on", "61: no period of the study has these days",
        "9403: the base year is not recorded, and the row states no base", "95: the study has no goods under this code or group",
        "940360: the study's goods are coarser than this code", "6110: nothing was counted in the base year",
        "all: the study has no goods of this origin",
      ])
    // Months that are one period's are told once; of goods that the study has not, every row.
    #expect(records.unscored.count == 1 + 1 + 1 + 3 + 3 + 1 + 1)
  }

  @Test("What counts goods twice, or has no forecast, is refused")
  func refusals() throws {
    let quarter = try FlowRecord(
      origin: "Home", goods: .code("6109"), start: Self.day(2025, 1, 1), end: Self.day(2025, 3, 31), value: 1, base: 1, place: "a"
    )
    var group = quarter
    (group.goods, group.place) = (.group("Apparel"), "b")
    let study = try Self.study(growth: .constant(0)).study
    #expect(throws: BacktestRecords.Failure.overlap(first: "a", second: "b")) {
      try BacktestRecords([quarter, group], history: [], study: study)
    }
    var other = study
    other.forecast = nil
    #expect(throws: BacktestRecords.Failure.noForecast) { try BacktestRecords([quarter], history: [], study: other) }
    #expect(throws: BacktestRecords.Failure.nothingToScore([])) { try BacktestRecords([], history: [], study: study) }
  }

  @Test("The same days of a leap year end with the same month")
  func leapYears() throws {
    let observed = try [Self.month(2024, 2, 29), Self.month(2025, 2, 28)]
    var study = try Self.study(growth: .constant(0)).study
    study.periods = [Period(name: "February", start: try Self.day(2025, 2, 1), end: try Self.day(2025, 2, 28))]
    let records = try BacktestRecords(observed, history: [], study: study)
    #expect(records.actuals.map(\.base) == [29])
  }
}

import TariffModel
import Testing

@Suite("Periods and segments")
struct PeriodTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  private func quarters(of year: Int) throws -> [Period] {
    [
      Period(name: "Q1", start: try day(year, 1, 1), end: try day(year, 3, 31)),
      Period(name: "Q2", start: try day(year, 4, 1), end: try day(year, 6, 30)),
      Period(name: "Q3", start: try day(year, 7, 1), end: try day(year, 9, 30)),
      Period(name: "Q4", start: try day(year, 10, 1), end: try day(year, 12, 31)),
    ]
  }

  @Test("Days between dates are those of the calendar")
  func dayNumbers() throws {
    #expect(try day(2025, 1, 1).dayNumber - day(2024, 1, 1).dayNumber == 366)
    #expect(try day(2000, 3, 1).dayNumber - day(2000, 2, 28).dayNumber == 2)
    #expect(try day(1900, 3, 1).dayNumber - day(1900, 2, 28).dayNumber == 1)
    #expect(CivilDate(year: 2025, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2025, month: 13, day: 1) == nil)
    #expect(try day(2025, 8, 7).description == "2025-08-07")
  }

  @Test("A date comes back from its day number, over four centuries")
  func dayNumbersInvert() throws {
    let first = try day(1900, 1, 1).dayNumber
    for number in first..<(first + 146_097) { #expect(CivilDate(dayNumber: number).dayNumber == number) }
  }

  /// 10 % from 5 April, 19 % from 7 August of 2025, as they were in force.
  private func dated(_ periods: [Period], response: PeriodResponse = .averageResponse) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1)
    fixture.study.periods = periods
    fixture.study.periodResponse = response
    fixture.study.measures = [
      TariffMeasure(name: "ten", rate: number(0.1), validity: Validity(start: try day(2025, 4, 5), end: try day(2025, 8, 6))),
      TariffMeasure(name: "nineteen", rate: number(0.19), validity: Validity(start: try day(2025, 8, 7))),
    ]
    fixture.study.scenarios[0].measures = [PolicyScenario.Use("ten"), PolicyScenario.Use("nineteen")]
    fixture.addImport(value: 73, tariff: 0.05)
    return fixture
  }

  @Test("The days of each rate weigh the responses")
  func segments() throws {
    let fixture = try dated([Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31))])
    // 94 days before 5 April, 124 to 6 August, 147 after.
    let expected = 94 + 124 * 1.1 / 1.2 + 147 * 1.1 / 1.29
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "2025"), expected))
    let duty = 94 * 0.1 + 124 * 0.2 * 1.1 / 1.2 + 147 * 0.29 * 1.1 / 1.29
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue, period: "2025"), duty))
  }

  @Test("A year is the sum of its quarters")
  func yearIsSumOfQuarters() throws {
    let year = try dated([Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31))])
    let quarterly = try dated(quarters(of: 2025))
    for outcome in Outcome.ofEveryStudy where outcome.unit == .millionUSD {
      let sum = try ["Q1", "Q2", "Q3", "Q4"].map { try quarterly.outcome(outcome, period: $0) }.reduce(0, +)
      #expect(isClose(try year.outcome(outcome, period: "2025"), sum, scale: 365), "\(outcome)")
    }
  }

  @Test("With average rates the response is taken once, at the mean rate")
  func averageRate() throws {
    let fixture = try dated(
      [Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31))], response: .averageRate)
    let mean = 0.1 + (124 * 0.1 + 147 * 0.19) / 365
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "2025"), 365 * 1.1 / (1 + mean)))
  }

  @Test("A seasonal share replaces the days")
  func seasonalShare() throws {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0)
    fixture.study.periods = [
      Period(name: "Q1", start: try day(2025, 1, 1), end: try day(2025, 3, 31), seasonalShare: number(0.4))
    ]
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "Q1"), 146))
  }
}

import Glibc
import TariffModel
import Testing

@Suite("Baseline growth")
struct GrowthTests {
  private func growing(_ periods: [Period], baseYear: Int = 2024) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0, rate: 0.25)
    fixture.study.periods = periods
    fixture.study.baseYear = baseYear
    fixture.study.exports[0].growth = number(0.08)
    fixture.addImport(value: 146, tariff: 0.1)
    fixture.study.imports[0].growth = number(-0.03)
    return fixture
  }

  @Test("A year's flow grows by the rate to the power of the years between")
  func wholeYears() throws {
    for (year, days) in [(2024, 366.0), (2025, 365), (2028, 366), (2022, 365)] {
      let name = "\(year)"
      let fixture = try growing([Period(name: name, start: try day(year, 1, 1), end: try day(year, 12, 31))])
      let growth = pow(1.08, Double(year - 2024))
      #expect(isClose(try fixture.outcome(.exportRevenue, period: name), days * growth / 1.25))
      #expect(isClose(try fixture.outcome(.exportRevenueChangePercent, period: name), -20))
      #expect(isClose(try fixture.outcome(.imports, period: name), 0.4 * days * pow(0.97, Double(year - 2024))))
    }
  }

  @Test("A quarter's flow grows to the quarter's middle, and its seasonal share takes the place of its days")
  func quarter() throws {
    var periods = try quarters()
    periods[3].seasonalShare = number(0.4)
    let fixture = try growing(periods, baseYear: 2023)
    let revenue = try fixture.byPeriod(.exportRevenue)
    // From the middle of 2023 to 14 February, and to 16 November: 1.5 years and days.
    #expect(isClose(revenue[0], 90 / 1.25 * pow(1.08, 1.5 + 45.0 / 365)))
    #expect(isClose(revenue[3], 0.4 * 365 / 1.25 * pow(1.08, 1.5 + 319.0 / 365)))
  }

  @Test("Lines that state no growth stay where they are")
  func still() throws {
    var fixture = try growing(try quarters())
    fixture.study.exports[0].growth = nil
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "2025 Q1"), 90 / 1.25))
  }
}

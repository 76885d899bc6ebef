import TariffModel
import Testing

@Suite("Jobs and shares of GDP")
struct EconomyTests {
  /// Textiles lose 50 of 100, other lines 20 of 40; half of what is lost is redirected.
  private func fixture() -> StudyFixture {
    var fixture = StudyFixture(value: 100, duty: 0, rate: 1)
    fixture.study.exports.append(
      ExportLine(
        id: "2", baseValue: number(40), baseDuty: number(0),
        response: .ownPrice(.constantElasticity(.demand(elasticity: number(1)))), redirection: number(0.5)))
    return fixture
  }

  @Test("Jobs follow export revenue and what is redirected, by group and for the lines without one")
  func jobs() throws {
    var fixture = fixture()
    fixture.study.jobs = JobIntensities(byGroup: ["Textiles": number(60)], ungrouped: number(25))
    #expect(isClose(try fixture.outcome(.jobsChange, slice: .group("Textiles")), -3000))
    #expect(isClose(try fixture.outcome(.jobsChange), -3000 - 25 * 10))
    #expect(Outcome.jobsChange.unit.rawValue == "jobs")
  }

  @Test("Jobs are those of an annual rate: a quarter of the loss in a quarter is the same jobs")
  func jobsOfAPeriod() throws {
    var fixture = fixture()
    fixture.study.jobs = JobIntensities(byGroup: ["Textiles": number(60)], ungrouped: number(25))
    func day(_ month: Int, _ day: Int) throws -> CivilDate { try #require(CivilDate(year: 2025, month: month, day: day)) }
    fixture.study.periods = [
      Period(name: "Q1", start: try day(1, 1), end: try day(3, 31)),
      Period(name: "Q2", start: try day(4, 1), end: try day(6, 30)),
    ]
    for period in ["Q1", "Q2", OutcomeKey.allPeriods] {
      #expect(isClose(try fixture.outcome(.jobsChange, period: period), -3250), "\(period)")
    }
  }

  @Test("Shares of GDP are those of the same time")
  func gdp() throws {
    var fixture = fixture()
    fixture.study.gdp = GrossDomesticProducts(home: number(2000), partner: number(14_000))
    #expect(isClose(try fixture.outcome(.exportRevenueChangeGDPPercent), -3.5))
    #expect(isClose(try fixture.outcome(.totalBalanceChangeGDPPercent), -3))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenueGDPPercent), 0.5))
    let start = try #require(CivilDate(year: 2025, month: 1, day: 1))
    let end = try #require(CivilDate(year: 2025, month: 3, day: 31))
    fixture.study.periods = [Period(name: "Q1", start: start, end: end)]
    #expect(isClose(try fixture.outcome(.exportRevenueChangeGDPPercent, period: "Q1"), -3.5))
  }

  @Test("What a study does not state is not reported")
  func silent() throws {
    let outcomes = Set(try CompiledModel(fixture().study, reportsLines: true).outcomes.map(\.key.outcome))
    #expect(outcomes == Set(Outcome.allCases.filter { !Self.stated.contains($0) }))
    var withHome = fixture()
    withHome.study.gdp = GrossDomesticProducts(home: number(2000))
    #expect(try !CompiledModel(withHome.study).outcomes.contains { $0.key.outcome == .partnerTariffRevenueGDPPercent })
  }

  /// Outcomes that need something stated.
  static let stated = Set(
    Outcome.allCases.filter { outcome in
      let policy: [Outcome] = [
        .quotaRent, .quotaUnfilled, .quotaFilled, .quotaExceeded, .quotaLicenceValue, .shadowSubsidy, .displacedPurchases,
        .jobsChange,
        .exportRevenueChangeGDPPercent, .totalBalanceChangeGDPPercent, .partnerTariffRevenueGDPPercent,
      ]
      return outcome.isForecast || outcome.needsMarkets || outcome.needsWorld || policy.contains(outcome)
    })
}

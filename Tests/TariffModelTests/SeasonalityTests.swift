import TariffModel
import Testing

/// How a year's flows spread over its months.
@Suite("Seasonal shares")
struct SeasonalityTests {
  /// Shares that differ in every month and sum to 1.
  private static let shares = (1...12).map { Double($0) / 78 }

  private func fixture(_ seasonality: Seasonality?, periods: [Period]) -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0)
    fixture.study.periods = periods
    fixture.study.seasonality = seasonality
    return fixture
  }

  @Test("A month has its share, a quarter the sum of three, a year one, leap years too")
  func wholeMonths() throws {
    let seasonal = Seasonality(standard: Self.shares)
    let found = try fixture(seasonal, periods: try quarters()).byPeriod(.exportRevenue)
    for (flow, sum) in zip(found, [6.0, 15, 24, 33]) { #expect(isClose(flow, 365 * sum / 78)) }
    let years = try [2024, 2025].map { Period(name: "\($0)", start: try day($0, 1, 1), end: try day($0, 12, 31)) }
    for flow in try fixture(seasonal, periods: years).byPeriod(.exportRevenue) { #expect(isClose(flow, 365)) }
    // Without shares a leap year has a day more.
    #expect(try isClose(fixture(nil, periods: years).byPeriod(.exportRevenue)[0], 366))
  }

  @Test("Parts of months have their days' part of the share")
  func partsOfMonths() throws {
    let period = Period(name: "p", start: try day(2024, 2, 20), end: try day(2024, 3, 10))
    let flow = try fixture(Seasonality(standard: Self.shares), periods: [period]).outcome(.exportRevenue, period: "p")
    #expect(isClose(flow, 365 * (2.0 / 78 * 10 / 29 + 3.0 / 78 * 10 / 31)))
  }

  @Test("A group has its own shares, other lines the default, and without one their days")
  func groups() throws {
    let byGroup = ["Textiles": Self.shares]
    let periods = try quarters()
    var study = fixture(Seasonality(byGroup: byGroup), periods: periods)
    study.study.exports.append(study.study.exports[0])
    study.study.exports[1].id = "2"
    study.study.exports[1].group = nil
    #expect(isClose(try study.outcome(.exportRevenue, period: "2025 Q1", slice: .line("1")), 365 * 6 / 78))
    #expect(isClose(try study.outcome(.exportRevenue, period: "2025 Q1", slice: .line("2")), 90))
    study.study.seasonality?.standard = Self.shares.reversed()
    #expect(isClose(try study.outcome(.exportRevenue, period: "2025 Q1", slice: .line("2")), 365 * 33 / 78))
  }

  @Test("The months move flows of imports, of markets and of quotas' lines; percentages do not move")
  func everyFlow() throws {
    let periods = [Period(name: "p", start: try day(2025, 12, 1), end: try day(2025, 12, 31))]
    var market = MarketStudy()
    market.study.periods = periods
    let plain = try market.outcome(.marketImports, period: "p", slice: .origin("India"))
    let percent = try market.outcome(.exportRevenueChangePercent, period: "p")
    market.study.seasonality = Seasonality(standard: Self.shares)
    let found = try market.outcome(.marketImports, period: "p", slice: .origin("India"))
    #expect(isClose(found / plain, 12.0 / 78 * 365 / 31))
    #expect(isClose(try market.outcome(.exportRevenueChangePercent, period: "p"), percent))
    var imports = fixture(Seasonality(standard: Self.shares), periods: periods)
    imports.addImport(value: 78, tariff: 0.05)
    #expect(isClose(try imports.outcome(.imports, period: "p"), 12))
  }

  @Test("Groups that no line has are a mistake, and months need periods")
  func problems() throws {
    var study = fixture(Seasonality(byGroup: ["Textile": Self.shares]), periods: try quarters()).study
    #expect(study.problems().map(\.rule) == [.knownName(kind: "group of lines", nearest: "Textiles")])
    study.periods = []
    study.seasonality = Seasonality(standard: Self.shares)
    #expect(study.problems().map(\.rule) == [.needsPeriods])
  }
}

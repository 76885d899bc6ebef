import TariffModel
import Testing

/// Rows of tables of rates with dates of their own.
@Suite("Tables of rates with dates")
struct DatedRateTests {
  private func dated(_ rate: Double, _ start: CivilDate? = nil, _ end: CivilDate? = nil) -> RateTable.DatedRate {
    RateTable.DatedRate(rate, validity: Validity(start: start, end: end))
  }

  /// One line of 365 a year under a table, through the quarters of 2025.
  private func fixture(_ table: RateTable, validity: Validity = Validity()) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1)
    fixture.study.periods = try quarters()
    fixture.study.measures = [TariffMeasure(name: "tariff", rate: .table(table), validity: validity)]
    return fixture
  }

  private func table(_ rows: [String: [RateTable.DatedRate]], always: [String: Double] = [:]) -> RateTable {
    RateTable(rates: always.isEmpty ? [:] : ["Home": always], datedRates: ["Home": rows])
  }

  @Test("Rows with dates are measures with these dates, to the bit")
  func likeMeasures() throws {
    let (april, august, seventh) = (try day(2025, 4, 5), try day(2025, 8, 6), try day(2025, 8, 7))
    let tables = try fixture(table(["63": [dated(0.1, april, august), dated(0.19, seventh)]]))
    var measures = try fixture(RateTable(rates: [:]))
    measures.study.measures = [
      TariffMeasure(name: "ten", rate: number(0.1), validity: Validity(start: april, end: august)),
      TariffMeasure(name: "tariff", rate: number(0.19), validity: Validity(start: seventh)),
    ]
    measures.study.scenarios[0].measures = ["ten", "tariff"].map { PolicyScenario.Use($0) }
    for outcome in Outcome.ofEveryStudy where !outcome.needsWorld && !outcome.needsMarkets {
      #expect(try tables.byPeriod(outcome).map(\.bitPattern) == measures.byPeriod(outcome).map(\.bitPattern), "\(outcome)")
    }
  }

  @Test("Of the rows in force on a day the longest prefix decides, and on days without one nothing is levied")
  func longestInForce() throws {
    let rows = [
      "63": [dated(0.2, try day(2025, 4, 1), try day(2025, 9, 30))], "6302": [dated(0, try day(2025, 7, 1), nil)],
    ]
    let rates = try fixture(table(rows)).byPeriod(.effectiveTariffRate)
    // 10 % of baseline; 20 more in the second quarter; none by the finer row from the third on.
    for (rate, expected) in zip(rates, [0.1, 0.3, 0.1, 0.1]) { #expect(isClose(rate, expected)) }
  }

  @Test("A row without dates is in force as long as the measure, and a finer one with dates overrules it on its days")
  func openRows() throws {
    let rows = ["6302": [dated(0.05, try day(2025, 4, 1), try day(2025, 6, 30))]]
    let validity = Validity(end: try day(2025, 9, 30))
    let rates = try fixture(table(rows, always: ["63": 0.2]), validity: validity).byPeriod(.effectiveTariffRate)
    for (rate, expected) in zip(rates, [0.3, 0.15, 0.3, 0.1]) { #expect(isClose(rate, expected)) }
  }

  @Test("An origin without a row of its own has those of all, for goods of any code")
  func all() throws {
    var market = MarketStudy()
    let table = RateTable(
      rates: [RateTable.all: [RateTable.all: 0.1, "63": 0.15], "India": [RateTable.all: 0.25], "China": ["6302": 0.3]])
    market.setMeasures([TariffMeasure(name: "tariff", rate: .table(table))])
    var plain = MarketStudy()
    plain.setMeasures(
      [("Home", 0.15), ("India", 0.25), ("China", 0.3)].map {
        TariffMeasure(name: $0.0, rate: number($0.1), countries: [$0.0])
      })
    let (found, expected) = (try market.outcomes(), try plain.outcomes())
    #expect(found.mapValues(\.bitPattern) == expected.mapValues(\.bitPattern) && found.count > 20)
  }

  @Test("A good needs a row of some date; rows with dates need periods")
  func problems() throws {
    var fixture = try fixture(table(["61": [dated(0.1, try day(2025, 4, 5))]]))
    #expect(fixture.study.problems().map(\.rule) == [.rateForAllGoods(origin: "Home", code: "6302", others: 0)])
    fixture = try self.fixture(table(["63": [dated(0.1, try day(2025, 4, 5))]]))
    #expect(fixture.study.problems().isEmpty)
    fixture.study.periods = []
    #expect(fixture.study.problems().map(\.rule) == [.needsPeriods])
    fixture = try self.fixture(table(["63": [dated(0.1)], "630210": [dated(0.2, try day(2025, 4, 5))]]))
    #expect(fixture.study.problems().map(\.rule) == [.rateNotFinerThanGoods(origin: "Home", code: "6302")])
  }

  @Test("The clock of a long-run elasticity starts with the first row that is in force")
  func clock() throws {
    let adjusting = ElasticityAdjustment(longRun: number(2), speed: number(0.5))
    let start = try day(2025, 7, 1)
    var table = try fixture(table(["63": [dated(0.2, start)]]), validity: Validity(start: try day(2025, 1, 1)))
    table.study.exports[0].adjustment = adjusting
    var plain = try fixture(RateTable(rates: ["Home": ["63": 0.2]]), validity: Validity(start: start))
    plain.study.exports[0].adjustment = adjusting
    #expect(try table.byPeriod(.exportRevenue) == plain.byPeriod(.exportRevenue))
  }
}

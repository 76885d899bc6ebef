import TariffModel
import Testing

@Suite("Markets in time")
struct MarketTimeTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  /// The market of the tests over four quarters, with a tariff from the middle of the first.
  private func market(_ adjustment: MarketAdjustment?) throws -> MarketStudy {
    var market = MarketStudy()
    market.study.markets[0].adjustment = adjustment
    try addQuarters(&market.study)
    return market
  }

  private func addQuarters(_ study: inout Study) throws {
    study.periods = [
      Period(name: "Q1", start: try day(2025, 1, 1), end: try day(2025, 3, 31)),
      Period(name: "Q2", start: try day(2025, 4, 1), end: try day(2025, 6, 30)),
      Period(name: "Q3", start: try day(2025, 7, 1), end: try day(2025, 9, 30)),
      Period(name: "Q4", start: try day(2025, 10, 1), end: try day(2025, 12, 31)),
    ]
    study.measures[0].validity = Validity(start: try day(2025, 2, 14))
  }

  private func adjustment(speed: Double) -> MarketAdjustment {
    MarketAdjustment(substitution: number(6), demand: number(2.5), speed: number(speed))
  }

  @Test("At speed 0 the elasticities are those of the short run, at a high speed those of the long run")
  func ends() throws {
    let short = try market(nil)
    var long = short
    long.study.markets[0].response = .armington(substitution: number(6), demand: number(2.5))
    for (speed, expected) in [(0.0, short), (1e4, long)] {
      let moving = try market(adjustment(speed: speed))
      for period in ["Q1", "Q2", "Q4"] {
        for origin in ["Home", "India", "China"] {
          let slice = OutcomeSlice.origin(origin)
          let value = try moving.outcome(.marketImports, period: period, slice: slice)
          #expect(isClose(value, try expected.outcome(.marketImports, period: period, slice: slice), relative: 1e-12))
        }
      }
    }
  }

  @Test("Without rivals a market moves as a line with its demand elasticity does")
  func withoutRivals() throws {
    var alone = try market(adjustment(speed: 0.9))
    alone.study.suppliers = []
    var line = StudyFixture(response: .constantElasticity(.demand(elasticity: number(1.2))))
    line.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(2.5), speed: number(0.9))
    try addQuarters(&line.study)
    for period in ["Q1", "Q2", "Q3", "Q4"] {
      #expect(
        isClose(
          try alone.outcome(.exportRevenue, period: period), try line.outcome(.exportRevenue, period: period), relative: 1e-12))
    }
  }

  @Test("Nested: both elasticities of substitution move in proportion")
  func nested() throws {
    var moving = try market(adjustment(speed: 1e4))
    moving.study.markets[0].response = .nested(
      substitution: number(3), nestSubstitution: number(2), demand: number(1.2))
    moving.study.nests = [Nest(name: "South", origins: ["Home", "India"]), Nest(name: "East", origins: ["China"])]
    var long = moving
    long.study.markets[0].adjustment = nil
    long.study.markets[0].response = .nested(
      substitution: number(6), nestSubstitution: number(4), demand: number(2.5))
    for origin in ["Home", "India", "China"] {
      let slice = OutcomeSlice.origin(origin)
      #expect(
        isClose(
          try moving.outcome(.marketImports, period: "Q3", slice: slice),
          try long.outcome(.marketImports, period: "Q3", slice: slice), relative: 1e-12))
    }
  }

  @Test("Elasticities that move need periods")
  func needsPeriods() throws {
    var market = MarketStudy()
    market.study.markets[0].adjustment = adjustment(speed: 1)
    #expect(market.study.problems().map(\.rule) == [.needsPeriods])
  }
}

import Glibc
import TariffModel
import Testing

@Suite("Markets: what lines, rivals and sums make of an answer")
struct MarketOutcomeTests {
  /// Fixed and varied numbers in (0, 1): the fractional parts of multiples of the golden ratio's inverse.
  private func numbers(_ count: Int, from start: Int) -> [Double] {
    (1...count).map { (Double($0 + start) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1) }
  }

  /// V̂ = τ^−σ·P^(σ−η) with P = (Σ π τ^(1−σ))^(1/(1−σ)) and π the shares of duty-inclusive spending.
  @Test("Two rivals and home, by the formula")
  func formula() throws {
    var market = MarketStudy(substitution: 3, demand: 1.2)
    market.setMeasures([
      TariffMeasure(name: "home", rate: number(0.19), countries: ["Home"]),
      TariffMeasure(name: "china", rate: number(0.5), countries: ["China"]),
    ])
    let powers = [(100.0, 1.1, 1.29), (300, 1.08, 1.08), (600, 1.2, 1.7)]
    let spending = powers.map { $0.0 * $0.1 }
    let total = spending.reduce(0, +)
    let tau = powers.map { $0.2 / $0.1 }
    let price = pow(zip(spending, tau).map { $0 / total * pow($1, -2) }.reduce(0, +), -0.5)
    let values = zip(powers, tau).map { $0.0 * pow($1, -3) * pow(price, 3 - 1.2) }
    let imports = values.reduce(0, +)
    for (number, origin) in ["Home", "India", "China"].enumerated() {
      #expect(isClose(try market.outcome(.marketImports, slice: .origin(origin)), values[number], relative: 1e-13))
      let duty = values[number] * (powers[number].2 - 1)
      #expect(isClose(try market.outcome(.marketDuty, slice: .origin(origin)), duty, relative: 1e-13))
      let points = 100 * (values[number] / imports - powers[number].0 / 1000)
      #expect(isClose(try market.outcome(.marketShareChange, slice: .origin(origin)), points, relative: 1e-12, scale: 1))
    }
    #expect(isClose(try market.outcome(.exportRevenue), values[0], relative: 1e-13))
    #expect(isClose(try market.outcome(.priceIndexChangePercent), 100 * (price - 1), relative: 1e-12))
    #expect(try market.outcome(.exportRevenueChange, slice: .line("1")) == market.outcome(.exportRevenueChange))
  }

  @Test(
    "A market of one supplier is own-price with the elasticity of demand",
    arguments: [PeriodResponse.averageResponse, .averageRate])
  func oneSupplier(average: PeriodResponse) throws {
    for round in 0..<20 {
      let x = numbers(4, from: 4 * round)
      var market = MarketStudy(substitution: 0.2 + 6 * x[0], demand: 3 * x[1], rivals: [])
      market.study.exports[0].redirection = number(0.3)
      market.study.periodResponse = average
      let day = try #require(CivilDate(year: 2025, month: 1, day: 1))
      let end = try #require(CivilDate(year: 2025, month: 12, day: 31))
      let august = try #require(CivilDate(year: 2025, month: 8, day: 7))
      market.study.periods = [Period(name: "2025", start: day, end: end)]
      market.setMeasures([
        TariffMeasure(name: "a", rate: number(x[2])),
        TariffMeasure(name: "b", rate: number(x[3]), validity: Validity(start: august)),
      ])
      var alone = market
      alone.study.markets = []
      alone.study.exports[0].response = .ownPrice(.constantElasticity(.demand(elasticity: number(3 * x[1]))))
      for outcome in Outcome.allCases where !EconomyTests.stated.contains(outcome) {
        let (a, b) = (try market.outcome(outcome, period: "2025"), try alone.outcome(outcome, period: "2025"))
        #expect(isClose(a, b, relative: 1e-12, scale: 1), "\(outcome) \(round)")
      }
    }
  }

  @Test("Where rivals are hit harder home gains, and where home is hit alone they do")
  func signs() throws {
    var market = MarketStudy()
    market.setMeasures([TariffMeasure(name: "china", rate: number(0.5), countries: ["China"])])
    #expect(try market.outcome(.exportRevenueChange) > 0)
    #expect(isClose(try market.outcome(.effectiveTariffRate), 0.1))
    #expect(try market.outcome(.marketShareChange, slice: .origin("China")) < 0)
    market.study.measures[0].countries = ["Home"]
    #expect(try market.outcome(.exportRevenueChange) < 0)
    #expect(try market.outcome(.marketImportsChange, slice: .origin("India")) > 0)
  }

  @Test("Origins sum to the totals, and shares to nothing")
  func sums() throws {
    var market = MarketStudy()
    market.study.exports.append(
      ExportLine(id: "2", hs: "610910", baseValue: number(40), baseDuty: number(0.16), response: .market(supply: nil, nest: nil)))
    market.study.markets.append(Market(hs: "61", response: .armington(substitution: number(2), demand: number(0.5))))
    market.study.suppliers.append(Supplier(origin: "India", hs: "6109", baseValue: number(80), baseDuty: number(0)))
    market.study.suppliers.append(Supplier(origin: "Viet Nam", hs: "6110", baseValue: number(90), baseDuty: number(0.15)))
    let origins = ["China", "India", "Home", "Viet Nam"]
    for outcome in [Outcome.marketImports, .marketImportsChange, .marketDuty, .marketDutyChange] {
      let parts = try origins.map { try market.outcome(outcome, slice: .origin($0)) }
      #expect(isClose(parts.reduce(0, +), try market.outcome(outcome), relative: 1e-13, scale: 100), "\(outcome)")
    }
    let points = try origins.map { try market.outcome(.marketShareChange, slice: .origin($0)) }
    #expect(abs(points.reduce(0, +)) < 1e-12)
    #expect(isClose(try market.outcome(.marketImports, slice: .origin("Home")), try market.outcome(.exportRevenue)))
    #expect(isClose(try market.outcome(.marketDuty, slice: .origin("Home")), try market.outcome(.partnerTariffRevenue)))
    // The largest base value comes first.
    let shares = try CompiledModel(market.study).outcomes.filter { $0.key.outcome == .marketShareChange }.map(\.key.slice)
    #expect(shares == origins.map(OutcomeSlice.origin))
  }

  @Test("The order of scenarios and of suppliers does not matter")
  func order() throws {
    var market = MarketStudy()
    market.setMeasures([
      TariffMeasure(name: "all", rate: number(0.1)), TariffMeasure(name: "china", rate: number(0.5), countries: ["China"]),
    ])
    market.study.scenarios = [
      PolicyScenario(name: "a", measures: [.init("all")]),
      PolicyScenario(name: "b", measures: [.init("all"), .init("china")]),
      PolicyScenario(name: "c", measures: []),
    ]
    let expected = try market.outcomes()
    market.study.scenarios.reverse()
    #expect(try market.outcomes() == expected)
    market.study.suppliers.reverse()
    for (key, value) in try market.outcomes() {
      #expect(isClose(value, try #require(expected[key]), relative: 1e-13, scale: 100), "\(key)")
    }
    for key in expected.keys where key.scenario == "c" && key.outcome.rawValue.contains("change") { #expect(expected[key] == 0) }
  }

  @Test("A year is the sum of its quarters")
  func quarters() throws {
    func dated(_ periods: [(String, Int, Int, Int, Int)]) throws -> MarketStudy {
      var market = MarketStudy()
      func day(_ month: Int, _ day: Int) throws -> CivilDate { try #require(CivilDate(year: 2025, month: month, day: day)) }
      market.study.periods = try periods.map { Period(name: $0.0, start: try day($0.1, $0.2), end: try day($0.3, $0.4)) }
      market.setMeasures([
        TariffMeasure(name: "a", rate: number(0.1), validity: Validity(start: try day(4, 5), end: try day(8, 6))),
        TariffMeasure(name: "b", rate: number(0.19), countries: ["Home"], validity: Validity(start: try day(8, 7))),
        TariffMeasure(name: "c", rate: number(0.5), countries: ["India"], validity: Validity(start: try day(8, 27))),
      ])
      return market
    }
    let year = try dated([("2025", 1, 1, 12, 31)])
    let quarterly = try dated([("Q1", 1, 1, 3, 31), ("Q2", 4, 1, 6, 30), ("Q3", 7, 1, 9, 30), ("Q4", 10, 1, 12, 31)])
    for outcome in [Outcome.marketImports, .marketImportsChange, .marketDuty, .marketDutyChange] {
      for slice in [OutcomeSlice.total, .origin("Home"), .origin("India"), .origin("China")] {
        let parts = try ["Q1", "Q2", "Q3", "Q4"].map { try quarterly.outcome(outcome, period: $0, slice: slice) }
        let whole = try year.outcome(outcome, period: "2025", slice: slice)
        #expect(isClose(parts.reduce(0, +), whole, relative: 1e-12, scale: 100), "\(outcome) \(slice)")
      }
    }
  }

  @Test("The partner's own production bears no measure, is no import, and weighs in the price index")
  func ownProduction() throws {
    var market = MarketStudy()
    let before = try market.outcome(.priceIndexChangePercent)
    market.study.suppliers.append(Supplier(origin: "Partner", hs: "6302", baseValue: number(1000), baseDuty: number(0)))
    #expect(try market.outcome(.priceIndexChangePercent) < before)
    #expect(
      try market.outcomes()[OutcomeKey(scenario: "policy", period: "year", outcome: .marketImports, slice: .origin("Partner"))]
        == nil)
    let imports = try market.outcome(.marketImports) - market.outcome(.marketImportsChange)
    #expect(isClose(imports, 1000))
  }

  @Test("A line on its own price beside markets stands in export revenue and not in the markets")
  func mixed() throws {
    var market = MarketStudy()
    let alone = try market.outcome(.exportRevenue)
    market.study.exports.insert(
      ExportLine(
        id: "0", hs: "0901", baseValue: number(50), baseDuty: number(0),
        response: .ownPrice(.constantElasticity(.demand(elasticity: number(1))))), at: 0)
    #expect(isClose(try market.outcome(.exportRevenue), alone + 50 / 1.29))
    #expect(isClose(try market.outcome(.exportRevenue, slice: .line("0")), 50 / 1.29))
    #expect(isClose(try market.outcome(.marketImports, slice: .origin("Home")), alone))
  }

  @Test("Only studies with markets have their outcomes, and shares have no total")
  func reported() throws {
    #expect(try CompiledModel(StudyFixture().study).outcomes.allSatisfy { !$0.key.outcome.needsMarkets })
    var market = MarketStudy()
    func totals() throws -> [Outcome] {
      let keys = try CompiledModel(market.study).outcomes.map(\.key)
      return keys.filter { $0.slice == .total }.map(\.outcome)
    }
    #expect(try totals().filter(\.needsMarkets) == Outcome.allCases.filter { $0.needsMarkets && $0 != .marketShareChange })
    #expect(
      try totals().filter(\.needsMarkets) == Outcome.allCases.filter { $0.needsMarkets && market.study.reportsTotal(of: $0) })
    market.study.markets[0].response = .smart(substitution: number(1.5), demand: number(1), form: .linear)
    #expect(
      try totals().filter(\.needsMarkets) == Outcome.allCases.filter { $0.needsMarkets && market.study.reportsTotal(of: $0) })
    #expect(!market.study.reportsTotal(of: .priceIndexChangePercent))
  }

  @Test("The own-price note stands only where lines without rivals are left")
  func notes() throws {
    var market = MarketStudy()
    #expect(try CompiledModel(market.study).notes.isEmpty)
    market.study.exports.append(
      ExportLine(
        id: "2", hs: "0901", baseValue: number(1), baseDuty: number(0),
        response: .ownPrice(.constantElasticity(.demand(elasticity: number(1))))))
    #expect(
      try CompiledModel(market.study).notes == [
        ModelNote(scenario: "policy", subject: .someOwnPriceUnderUniversalTariff(measure: "tariff", lines: 1))
      ])
  }
}

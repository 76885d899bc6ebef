import TariffModel
import Testing

@Suite("Markets: tariffs of rivals")
struct MarketTariffTests {
  private static func layer(_ name: String, _ rate: Double, _ stacking: Stacking = .add) -> TariffMeasure {
    TariffMeasure(name: name, rate: number(rate), stacking: stacking)
  }

  private static func changed(_ measure: TariffMeasure, _ edit: (inout TariffMeasure) -> Void) -> TariffMeasure {
    var measure = measure
    edit(&measure)
    return measure
  }

  /// Sets of layers that use every way of stacking, covering and paying.
  static let stacks: [[TariffMeasure]] = [
    [layer("a", 0.1), layer("b", 0.25)],
    [
      layer("a", 0.1, .exclusive(group: "g", priority: 2, choice: .lowestPriority)),
      layer("b", 0.2, .exclusive(group: "g", priority: 1, choice: .lowestPriority)), layer("c", 0.3),
    ],
    [
      layer("a", 0.1, .exclusive(group: "g", priority: 0, choice: .highest)),
      changed(layer("b", 0.2, .exclusive(group: "g", priority: 0, choice: .highest))) { $0.remittance = number(0.5) },
    ],
    [layer("f", 0.15, .floor), layer("a", 0.02)],
    [layer("a", 0.2), layer("r", 0.03, .replace), layer("f", 0.9, .floor)],
    [changed(layer("a", 0.4)) { $0.coverage = number(0.5) }, changed(layer("b", 0.1)) { $0.remittance = number(0.7) }],
    [
      changed(layer("a", 0.2)) {
        $0.covers = [CodePrefix(digits: "63")]
        $0.exemptions = [CodePrefix(digits: "630210", share: number(0.25))]
      },
      changed(layer("r", 0.02, .replace)) { $0.covers = [CodePrefix(digits: "630221", share: number(0.3))] },
    ],
    [changed(layer("a", 0.2)) { $0.contentRule = ContentRule(initialShare: number(0.25), threshold: number(0.2)) }],
    [changed(layer("a", 0)) { $0.rate = .table(RateTable(rates: ["Home": ["63": 0.3], "Twin": ["6302": 0.3]])) }],
    [changed(layer("a", 0.3)) { $0.countries = ["Home", "Twin"] }],
  ]

  @Test("A rival like home bears what home bears", arguments: stacks.indices)
  func twin(index: Int) throws {
    var market = MarketStudy(rivals: [("Twin", 100, 0.1)])
    market.setMeasures(Self.stacks[index])
    for outcome in Outcome.ofOrigins {
      #expect(
        try market.outcome(outcome, slice: .origin("Twin")) == market.outcome(outcome, slice: .origin("Home")), "\(outcome)")
    }
    // And home bears what a line on its own price bears.
    var alone = market
    alone.study.markets = []
    alone.study.suppliers = []
    alone.study.exports[0].response = .ownPrice(.constantElasticity(.demand(elasticity: number(1))))
    if index == Self.stacks.count - 1 { alone.study.measures[0].countries = ["Home"] }
    #expect(isClose(try market.outcome(.effectiveTariffRate), try alone.outcome(.effectiveTariffRate)))
  }

  @Test("In a table of rates the longest prefix of the origin's code decides, times scale and coverage")
  func rateTable() throws {
    var market = MarketStudy()
    var measure = Self.layer("a", 0)
    measure.rate = .table(
      RateTable(rates: [
        "Home": ["63": 0.5, "6302": 0.2], "India": ["63": 0.4], "China": ["63": 0.1, "61": 0.9], "Nowhere": ["63": 9],
      ]))
    measure.coverage = number(0.5)
    market.setMeasures([measure])
    market.study.scenarios[0].measures[0].scale = number(0.8)
    for (origin, base, rate) in [("Home", 0.1, 0.2), ("India", 0.08, 0.4), ("China", 0.2, 0.1)] {
      let duty = try market.outcome(.marketDuty, slice: .origin(origin))
      let imports = try market.outcome(.marketImports, slice: .origin(origin))
      #expect(isClose(duty / imports, base + rate * 0.4), "\(origin)")
    }
  }

  @Test("Scenarios that differ in rivals' tariffs alone are told apart")
  func rivalsOnly() throws {
    var market = MarketStudy()
    market.setMeasures([TariffMeasure(name: "china", rate: number(0.5), countries: ["China"])])
    market.study.scenarios.append(PolicyScenario(name: "none"))
    let outcomes = try market.outcomes()
    func revenue(_ scenario: String) throws -> Double {
      try #require(outcomes[OutcomeKey(scenario: scenario, period: "year", outcome: .exportRevenue, slice: .total)])
    }
    #expect(try revenue("policy") > revenue("none"))
    #expect(try revenue("none") == 100)
  }
}

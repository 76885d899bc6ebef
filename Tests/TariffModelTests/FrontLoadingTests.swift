import Glibc
import TariffModel
import Testing

@Suite("Goods brought forward before a tariff rises")
struct FrontLoadingTests {
  /// The quarters of 2025: 365 of exports, a tariff of 20 % on a duty of 10 %, announced on 1 April.
  private func rise(
    from start: CivilDate, announced: CivilDate? = nil, share: Double = 0.3,
    response: OwnPriceResponse = .constantElasticity(.demand(elasticity: number(1)))
  ) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0.2, response: response)
    fixture.study.periods = try quarters()
    fixture.study.measures[0].validity.start = start
    let announced = try announced ?? day(2025, 4, 1)
    fixture.study.measures[0].anticipation = Anticipation(announced: announced, frontLoading: number(share))
    return fixture
  }

  private func expect(
    _ fixture: StudyFixture, _ outcome: Outcome, _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let values = try fixture.byPeriod(outcome)
    for (value, expected) in zip(values, expected) {
      #expect(isClose(value, expected, scale: 100), "\(values)", sourceLocation: sourceLocation)
    }
  }

  private let after = 1.1 / 1.3

  @Test("Before a rise with the quarter, a share of the next quarter's flow comes at this quarter's rate")
  func startOfPeriod() throws {
    let fixture = try rise(from: day(2025, 10, 1))
    let moved = 0.3 * 92 * after
    // The announcement lies a quarter further back, and the goods come in the quarter before the rise.
    try expect(fixture, .exportRevenue, [90, 91, 92 + moved, 0.7 * 92 * after])
    try expect(fixture, .partnerTariffRevenue, [9, 9.1, (92 + moved) * 0.1, 0.7 * 92 * after * 0.3])
    try expect(fixture, .effectiveTariffRate, [0.1, 0.1, 0.1, 0.3])
    // Rates at fixed weights are those of the law.
    try expect(fixture, .effectiveTariffRateFixedWeights, [0.1, 0.1, 0.1, 0.3])
    let change = [0, 0, moved, 0.7 * 92 * after - 92]
    try expect(fixture, .exportRevenueChange, change)
    try expect(fixture, .balanceChange, change)
  }

  @Test("Before a rise within a quarter they come evenly from the announcement on, in both quarters")
  func withinPeriod() throws {
    // From 2 June to 6 August: 29 days in June and 37 in the quarter of the rise, which has 55 days after it.
    let fixture = try rise(from: day(2025, 8, 7), announced: day(2025, 6, 2))
    let moved = 0.3 * 55 * after
    try expect(
      fixture, .exportRevenue,
      [90, 91 + moved * 29 / 66, 37 + 55 * after - moved + moved * 37 / 66, 92 * after])
    try expect(
      fixture, .partnerTariffRevenue,
      [9, (91 + moved * 29 / 66) * 0.1, (37 + moved * 37 / 66) * 0.1 + 0.7 * 55 * after * 0.3, 92 * after * 0.3])
  }

  @Test("Announced within the quarter of the rise they stay in it, and save the duty")
  func samePeriod() throws {
    let fixture = try rise(from: day(2025, 8, 7), announced: day(2025, 7, 31))
    let still = try rise(from: day(2025, 8, 7), share: 0)
    try expect(fixture, .exportRevenue, try still.byPeriod(.exportRevenue))
    let saved = 0.3 * 55 * after * 0.2
    let duty = try still.byPeriod(.partnerTariffRevenue)
    try expect(fixture, .partnerTariffRevenue, [duty[0], duty[1], duty[2] - saved, duty[3]])
  }

  @Test("Where the exporter's price gives way, the quantity is conserved and sold at the price of its day")
  func exporterPrice() throws {
    let response = OwnPriceResponse.constantElasticity(.demandAndSupply(elasticity: number(1), supply: .finite(number(2))))
    var fixture = try rise(from: day(2025, 10, 1), response: response)
    // 10 % before the rise: τ = 1.2/1.1, then 1.4/1.1.
    fixture.addMeasure(TariffMeasure(name: "before", rate: number(0.1)))
    let (low, high) = (1.2 / 1.1, 1.4 / 1.1)
    // V̂ = τ^−1, q̂ = τ^(−2/3), p̂* = τ^(−1/3).
    let moved = 0.3 * 92 * pow(high, -2.0 / 3) * pow(low, -1.0 / 3)
    try expect(fixture, .exportRevenue, [90 / low, 91 / low, 92 / low + moved, 0.7 * 92 / high])
  }

  @Test("Only what the measure falls on moves: the covered and the bearing part of a line")
  func coverage() throws {
    var fixture = try rise(from: day(2025, 10, 1))
    fixture.study.measures[0].covers = [CodePrefix(digits: "630210", share: number(0.25))]
    fixture.study.measures[0].coverage = number(0.5)
    let rate = 0.1 + 0.25 * 0.5 * 0.2
    let flow = 92 * 1.1 / (1 + rate)
    try expect(fixture, .exportRevenue, [90, 91, 92 + 0.3 * 0.25 * 0.5 * flow, flow * (1 - 0.3 * 0.25 * 0.5)])
    fixture.study.measures[0].covers = []
    fixture.study.measures[0].exemptions = [CodePrefix(digits: "630210", share: number(0.25))]
    fixture.study.measures[0].coverage = nil
    let rest = 92 * 1.1 / (1.1 + 0.75 * 0.2)
    try expect(fixture, .exportRevenue, [90, 91, 92 + 0.3 * 0.75 * rest, rest * (1 - 0.3 * 0.75)])
  }

  @Test("Nothing moves where the duty does not rise")
  func noRise() throws {
    var fixture = try rise(from: day(2025, 10, 1))
    // 29 % until September, 20 % after.
    fixture.addMeasure(TariffMeasure(name: "higher", rate: number(0.29), validity: Validity(end: try day(2025, 9, 30))))
    let relative = 1.1 / 1.39
    try expect(fixture, .exportRevenue, [90 * relative, 91 * relative, 92 * relative, 92 * after])
  }

  @Test("Nothing moves into the time before the first period or over a gap, and that is said")
  func nowhere() throws {
    var fixture = try rise(from: day(2025, 1, 1), announced: day(2024, 11, 6))
    let note = ModelNote(scenario: nil, subject: .nothingBroughtForward(measure: "tariff"))
    try expect(fixture, .exportRevenue, [90, 91, 92, 92].map { $0 * after })
    #expect(try CompiledModel(fixture.study).notes.contains(note))
    fixture = try rise(from: day(2025, 10, 1))
    #expect(try !CompiledModel(fixture.study).notes.contains(note))
    fixture.study.periods.remove(at: 2)
    try expect(fixture, .exportRevenue, [90, 91, 92 * after])
    #expect(try CompiledModel(fixture.study).notes.contains(note))
  }

  @Test("What is lost, and so redirected, is not what comes earlier")
  func redirection() throws {
    var fixture = try rise(from: day(2025, 10, 1))
    fixture.study.exports[0].redirection = number(0.5)
    try expect(fixture, .redirectedExports, [0, 0, 0, 0.5 * 92 * (1 - after)])
    #expect(isClose(try fixture.outcome(.totalBalanceChange, period: "all"), -0.5 * 92 * (1 - after), scale: 100))
  }

  @Test("A scenario without the announced measure is not touched")
  func otherScenario() throws {
    var fixture = try rise(from: day(2025, 10, 1))
    fixture.study.scenarios.append(PolicyScenario(name: "none"))
    let key = OutcomeKey(scenario: "none", period: "2025 Q3", outcome: .exportRevenue, slice: .total)
    let outcome = try #require(try CompiledModel(fixture.study).outcomes.first { $0.key == key })
    guard case .certain(let value) = outcome.value else {
      Issue.record("nothing is uncertain")
      return
    }
    #expect(isClose(value, 92))
  }

  @Test("Over all periods the quantity is conserved, and the order of measures and periods does not matter", arguments: 1...60)
  func conservation(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var fixture = StudyFixture(value: 100 + Double(next(900)), duty: 0.05, rate: 0, response: .valueElasticity(number(1.7)))
    var second = fixture.study.exports[0]
    (second.id, second.hs, second.baseValue) = ("2", "1006", number(Double(next(500))))
    second.response = .ownPrice(.levels(elasticity: number(0.9), passThrough: number(0.6)))
    second.adjustment = ElasticityAdjustment(longRun: number(2), speed: number(0.4))
    fixture.study.exports.append(second)
    fixture.study.periods = try quarters(2025...2026)
    fixture.study.baseYear = 2024
    fixture.study.exports[0].growth = number(0.04)
    for index in 0..<3 {
      let first = try day(2025, 1, 1).dayNumber + next(800)
      let start = CivilDate(dayNumber: first)
      fixture.addMeasure(
        TariffMeasure(
          name: "m\(index)", rate: .uniform(number(Double(next(30)) / 100)),
          covers: next(2) == 0 ? [] : [CodePrefix(digits: "63")],
          validity: Validity(start: start, end: next(3) == 0 ? CivilDate(dayNumber: first + next(300)) : nil),
          anticipation: Anticipation(
            announced: CivilDate(dayNumber: first - 1 - next(200)), frontLoading: number(Double(next(34)) / 100))))
    }
    let moved = try fixture.outcome(.exportRevenue, period: "all")
    var shuffled = fixture
    shuffled.study.periods.reverse()
    shuffled.study.measures.reverse()
    shuffled.study.scenarios[0].measures.reverse()
    #expect(isClose(try shuffled.outcome(.exportRevenue, period: "all"), moved, relative: 1e-13))
    for period in fixture.study.periods {
      let (a, b) = (
        try fixture.outcome(.partnerTariffRevenue, period: period.name),
        try shuffled.outcome(.partnerTariffRevenue, period: period.name)
      )
      #expect(isClose(a, b, relative: 1e-13, scale: 1))
    }
    // The values of these responses are quantities at base prices.
    for index in fixture.study.measures.indices { fixture.study.measures[index].anticipation = nil }
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "all"), moved, relative: 1e-13))
  }
}

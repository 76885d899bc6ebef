import Glibc
import TariffModel
import Testing

@Suite("From the short run to the long run")
struct LongRunElasticityTests {
  /// A response that states an elasticity.
  struct Kind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let response: @Sendable (Double) -> OwnPriceResponse
  }

  static let kinds = [
    Kind(testDescription: "demand") { .constantElasticity(.demand(elasticity: number($0))) },
    Kind(testDescription: "pass-through") {
      .constantElasticity(.demandAndPassThrough(elasticity: number($0), passThrough: number(0.8)))
    },
    Kind(testDescription: "supply") {
      .constantElasticity(.demandAndSupply(elasticity: number($0), supply: .finite(number(3))))
    },
    Kind(testDescription: "infinite supply") { .constantElasticity(.demandAndSupply(elasticity: number($0), supply: .infinite)) },
    Kind(testDescription: "levels") { .levels(elasticity: number($0), passThrough: number(0.8)) },
    Kind(testDescription: "linear") { .linear(elasticity: number($0), passThrough: number(0.8)) },
    Kind(testDescription: "value") { .valueElasticity(number($0)) },
    Kind(testDescription: "theta") { .theta(number($0)) },
  ]

  /// The quarters of 2025 under a tariff from 1 January on, the elasticity moving from 0.8 to 2.
  private func moving(_ kind: Kind, speed: Double) throws -> StudyFixture {
    var fixture = StudyFixture(response: kind.response(0.8))
    fixture.study.periods = try quarters()
    fixture.study.measures[0].validity.start = try day(2025, 1, 1)
    fixture.study.exports[0].redirection = number(0.2)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(2), speed: number(speed))
    return fixture
  }

  /// The same with an elasticity that stays.
  private func still(_ kind: Kind, elasticity: Double) throws -> StudyFixture {
    var fixture = try moving(kind, speed: 0)
    fixture.study.exports[0].response = .ownPrice(kind.response(elasticity))
    fixture.study.exports[0].adjustment = nil
    return fixture
  }

  private func expectEqual(
    _ a: StudyFixture, _ b: StudyFixture, period: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for outcome in Outcome.ofEveryStudy {
      let (x, y) = (try a.outcome(outcome, period: period), try b.outcome(outcome, period: period))
      // An elasticity is off by some 10⁻¹⁶ of itself, what is lost of 25 by as much of 25.
      #expect(isClose(x, y, scale: 25), "\(outcome): \(x) and \(y)", sourceLocation: sourceLocation)
    }
  }

  @Test("In each quarter it is the elasticity of the quarter's middle", arguments: kinds)
  func middle(kind: Kind) throws {
    let fixture = try moving(kind, speed: 0.5)
    // Days from 1 January to the middle of each quarter of 2025.
    for (period, days) in zip(fixture.study.periods, [45.0, 135.5, 227, 319]) {
      let elasticity = 2 - 1.2 * exp(-0.5 * days / 365)
      try expectEqual(fixture, try still(kind, elasticity: elasticity), period: period.name)
    }
  }

  @Test("At speed 0 it is the short run's, at a high speed the long run's", arguments: kinds)
  func limits(kind: Kind) throws {
    let (short, long) = (try still(kind, elasticity: 0.8), try still(kind, elasticity: 2))
    for period in try quarters() {
      try expectEqual(try moving(kind, speed: 0), short, period: period.name)
      try expectEqual(try moving(kind, speed: 1e6), long, period: period.name)
    }
  }

  @Test("All quarters together are the sum of the quarters", arguments: kinds)
  func sums(kind: Kind) throws {
    let fixture = try moving(kind, speed: 0.7)
    for outcome in Outcome.ofEveryStudy where outcome.unit == .millionUSD {
      let sum = try fixture.byPeriod(outcome).reduce(0, +)
      #expect(isClose(try fixture.outcome(outcome, period: "all"), sum, scale: 100), "\(outcome)")
    }
  }

  @Test("With average rates it is that of the middle of what is left of the period since the start")
  func averageRate() throws {
    var fixture = StudyFixture(value: 365, duty: 0, rate: 0.2, response: .valueElasticity(number(1)))
    fixture.study.periods = [Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    fixture.study.periodResponse = .averageRate
    // 147 days of 365.
    fixture.study.measures[0].validity.start = try day(2025, 8, 7)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(3), speed: number(2))
    let elasticity = 3 - 2 * exp(-2 * (147.0 / 2) / 365)
    let expected = 365 * pow(1 + 0.2 * 147 / 365, -elasticity)
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "2025"), expected))
  }

  /// a in each period, out of V̂ = τ^−(1 − e^−a).
  private func years(_ fixture: StudyFixture) throws -> [Double] {
    let plain = try fixture.byPeriod(.exportRevenue)
    let change = try fixture.byPeriod(.exportRevenueChange)
    let duty = try fixture.byPeriod(.effectiveTariffRate)
    return zip(zip(plain, change), duty).map { flow, rate in
      let relative = flow.0 / (flow.0 - flow.1)
      return -log(1 + log(relative) / log((1 + rate) / 1.1))
    }
  }

  /// The elasticity 0 at the start, 1 in the long run, speed 1; one measure of 20 % from 1 January 2025 on.
  private func clock(_ years: ClosedRange<Int> = 2025...2025) throws -> StudyFixture {
    var fixture = StudyFixture(duty: 0.1, rate: 0.2, response: .valueElasticity(number(0)))
    fixture.study.periods = try quarters(years)
    fixture.study.measures[0].validity.start = try day(2025, 1, 1)
    fixture.study.exports[0].adjustment = ElasticityAdjustment(longRun: number(1), speed: number(1))
    return fixture
  }

  private func expectYears(
    _ fixture: StudyFixture, _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    // The logarithms of a relative near 1 lose two digits.
    for (a, b) in zip(try years(fixture), expected) { #expect(isClose(a, b, relative: 1e-12), sourceLocation: sourceLocation) }
  }

  private let middles = [45.0 / 365, 135.5 / 365, 227.0 / 365, 319.0 / 365]

  @Test("The clock starts with the first measure, and a later one does not set it back")
  func firstMeasure() throws {
    var fixture = try clock()
    fixture.addMeasure(TariffMeasure(name: "later", rate: number(0.1), validity: Validity(start: try day(2025, 7, 1))))
    try expectYears(fixture, middles)
  }

  @Test("A time without a tariff does not set it back")
  func gap() throws {
    var fixture = try clock()
    fixture.study.measures[0].validity.end = try day(2025, 3, 31)
    fixture.addMeasure(TariffMeasure(name: "again", rate: number(0.1), validity: Validity(start: try day(2025, 10, 1))))
    let years = try years(fixture)
    #expect(isClose(years[0], middles[0], relative: 1e-12) && isClose(years[3], middles[3], relative: 1e-12))
    // Without a tariff the elasticity does not matter: trade is back at once.
    #expect(try fixture.byPeriod(.exportRevenueChange)[1...2].allSatisfy { $0 == 0 })
  }

  @Test("Measures of other lines or countries, of rate 0, or outside all periods do not start it")
  func others() throws {
    var fixture = try clock()
    fixture.study.exports.append(fixture.study.exports[0])
    fixture.study.exports[1].id = "2"
    fixture.study.exports[1].hs = "1006"
    fixture.study.exports[1].baseValue = number(0)
    let early = Validity(start: try day(2024, 1, 1))
    fixture.addMeasure(
      TariffMeasure(name: "rice", rate: .uniform(number(0.1)), covers: [CodePrefix(digits: "10")], validity: early))
    fixture.addMeasure(TariffMeasure(name: "nothing", rate: number(0), validity: early))
    fixture.addMeasure(
      TariffMeasure(
        name: "past", rate: number(0.5), validity: Validity(start: try day(2018, 1, 1), end: try day(2024, 12, 31))))
    fixture.addMeasure(TariffMeasure(name: "scaled", rate: number(0.5), validity: early))
    fixture.study.scenarios[0].measures[4].scale = number(0)
    fixture.addMeasure(TariffMeasure(name: "unused", rate: number(0.5), validity: early))
    fixture.study.scenarios[0].measures.removeLast()
    try expectYears(fixture, middles)
  }

  @Test("A date that changes nothing for the line changes nothing", arguments: [PeriodResponse.averageResponse, .averageRate])
  func foreignDates(response: PeriodResponse) throws {
    var fixture = try clock()
    fixture.study.periodResponse = response
    let alone = try fixture.byPeriod(.exportRevenue)
    fixture.study.measures.append(
      TariffMeasure(
        name: "unused", rate: number(0.5), validity: Validity(start: try day(2025, 2, 3), end: try day(2025, 8, 6))))
    fixture.addImport(value: 1, tariff: 0.1)
    fixture.study.tariffCuts = [TariffCut(name: "cut", rule: .share(number(1)), validity: Validity(start: try day(2025, 5, 1)))]
    for (a, b) in zip(try fixture.byPeriod(.exportRevenue), alone) { #expect(isClose(a, b)) }
  }

  @Test("A measure that started before the first period has aged since")
  func before() throws {
    var fixture = try clock()
    // 2024 is a year of 366 days, and one year long.
    fixture.study.measures[0].validity.start = try day(2023, 7, 2)
    try expectYears(fixture, middles.map { $0 + 1 + 183.0 / 365 })
  }

  @Test("With an open start it starts with the first period, whatever the order of the periods")
  func openStart() throws {
    var fixture = try clock(2024...2025)
    fixture.study.measures[0].validity.start = nil
    fixture.study.periods.reverse()
    let leap = [45.5 / 366, 136.5 / 366, 228.0 / 366, 320.0 / 366]
    try expectYears(fixture, (leap + middles.map { $0 + 1 }).reversed())
  }

  @Test("A phase-in starts it with its first step that has something in force")
  func phaseIn() throws {
    var fixture = try clock()
    fixture.study.measures[0].phaseIn = [
      PhaseInStep(date: try day(2025, 1, 1), share: number(0)), PhaseInStep(date: try day(2025, 4, 1), share: number(0.5)),
    ]
    let years = try years(fixture)
    for (index, middle) in middles.enumerated().dropFirst() {
      #expect(isClose(years[index], middle - 90.0 / 365, relative: 1e-12))
    }
  }
}

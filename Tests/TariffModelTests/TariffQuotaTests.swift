import TariffModel
import Testing

@Suite("Tariff-rate quotas")
struct TariffQuotaTests {
  /// One line of 100 without a duty, ε = 1, under a quota with rates 0 and 100 %: 100 is sold within it and 50 beyond.
  private func fixture(
    _ quantity: Double, value: Double = 100, duty: Double = 0, rate: Double = 0, inQuota: Double = 0, outOfQuota: Double = 1,
    holder: RentHolder = .importer, response: OwnPriceResponse = .constantElasticity(.demand(elasticity: number(1)))
  ) -> StudyFixture {
    var fixture = StudyFixture(value: value, duty: duty, rate: rate, response: response)
    fixture.study.quotas = [
      TariffQuota(
        name: "q", quantity: number(quantity), inQuotaRate: number(inQuota), outOfQuotaRate: number(outOfQuota), holder: holder)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("q")]
    return fixture
  }

  private func regimes(_ fixture: StudyFixture, period: String = "year") throws -> [Double] {
    try [Outcome.quotaUnfilled, .quotaFilled, .quotaExceeded].map { try fixture.outcome($0, period: period, slice: .quota("q")) }
  }

  @Test("Not filled: the in-quota rate, and no rent")
  func unfilled() throws {
    let fixture = fixture(120, inQuota: 0.25)
    #expect(isClose(try fixture.outcome(.exportRevenue), 80))
    #expect(try fixture.outcome(.quotaRent) == 0)
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue), 20))
    #expect(try regimes(fixture) == [1, 0, 0])
  }

  @Test("Just filled: the quantity is the quota, and the price rises to what buyers pay for it")
  func filled() throws {
    // 100/τ = 64 at τ = 1.5625: a shadow rate of 56.25 %, 10 % of it duty.
    let fixture = fixture(64, inQuota: 0.1)
    #expect(isClose(try fixture.outcome(.exportRevenue), 64))
    #expect(isClose(try fixture.outcome(.quotaRent), 0.4625 * 64))
    #expect(isClose(try fixture.outcome(.quotaRent, slice: .quota("q")), 0.4625 * 64))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue), 6.4))
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.1))
    #expect(try regimes(fixture) == [0, 1, 0])
  }

  @Test("Exceeded: the out-of-quota rate rules the price, and what is within the quota earns the difference")
  func exceeded() throws {
    let fixture = fixture(20, inQuota: 0.1)
    #expect(isClose(try fixture.outcome(.exportRevenue), 50))
    #expect(isClose(try fixture.outcome(.quotaRent), 0.9 * 20))
    // 20 at 10 %, 30 at 100 %.
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue), 32))
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 32.0 / 50))
    #expect(try regimes(fixture) == [0, 0, 1])
  }

  @Test("A quota of nothing is its out-of-quota rate, and one that is never filled its in-quota rate")
  func limits() throws {
    for (quantity, rate) in [(0.0, 0.6), (1e6, 0.1)] {
      let quota = fixture(quantity, duty: 0.08, rate: 0.19, inQuota: 0.1, outOfQuota: 0.6)
      let plain = StudyFixture(duty: 0.08, rate: 0.19 + rate)
      for outcome in [Outcome.exportRevenue, .partnerTariffRevenue, .effectiveTariffRate, .balanceChange] {
        #expect(isClose(try quota.outcome(outcome), try plain.outcome(outcome)), "\(outcome)")
      }
      #expect(try quota.outcome(.quotaRent) == 0)
    }
  }

  static let responses: [OwnPriceResponse] = [
    .constantElasticity(.demand(elasticity: number(1.3))),
    .constantElasticity(.demandAndPassThrough(elasticity: number(1.3), passThrough: number(0.7))),
    .constantElasticity(.demandAndSupply(elasticity: number(2.5), supply: .finite(number(3)))),
    .constantElasticity(.supplyAndPassThrough(supply: number(2), passThrough: number(0.6))),
    .levels(elasticity: number(1.7), passThrough: number(0.6)), .linear(elasticity: number(0.9), passThrough: number(0.8)),
    .valueElasticity(number(2)), .theta(number(1.5)),
  ]

  /// The quantity that is sold, seen through a redirection of all that is lost.
  private func quantity(_ fixture: StudyFixture, value: Double) throws -> Double {
    var fixture = fixture
    fixture.study.exports[0].redirection = number(1)
    return value - (try fixture.outcome(.redirectedExports))
  }

  @Test("Every response sells just the quota, at the price of a measure with the shadow rate", arguments: responses)
  func everyResponse(_ response: OwnPriceResponse) throws {
    let value = 240.0
    func plain(_ rate: Double) -> StudyFixture {
      StudyFixture(value: value, duty: 0.07, rate: 0.1 + rate, response: response)
    }
    let most = try quantity(plain(0.05), value: value)
    let least = try quantity(plain(0.8), value: value)
    try #require(least < most)
    for share in [0.01, 0.25, 0.5, 0.75, 0.99] {
      let wanted = least + share * (most - least)
      let quota = fixture(
        wanted, value: value, duty: 0.07, rate: 0.1, inQuota: 0.05, outOfQuota: 0.8, response: response)
      #expect(isClose(try quantity(quota, value: value), wanted, relative: 1e-13))
      let shadow = 0.05 + (try quota.outcome(.quotaRent)) / (try quota.outcome(.exportRevenue))
      #expect(shadow > 0.05 && shadow < 0.8)
      #expect(isClose(try plain(shadow).outcome(.exportRevenue), try quota.outcome(.exportRevenue), relative: 1e-12))
      // What buyers pay above the exporter's price is duty or rent.
      let wedge = try quota.outcome(.partnerTariffRevenue) + quota.outcome(.quotaRent)
      #expect(isClose(wedge, try plain(shadow).outcome(.partnerTariffRevenue), relative: 1e-12))
    }
  }

  @Test("As the quota grows nothing jumps, at either end of the regimes", arguments: responses)
  func continuity(_ response: OwnPriceResponse) throws {
    let outcomes = [Outcome.exportRevenue, .quotaRent, .partnerTariffRevenue]
    var last: [Double]?
    let step = 0.25
    for index in 0...480 {
      let fixture = fixture(
        Double(index) * step, duty: 0.07, inQuota: 0.05, outOfQuota: 0.8, response: response)
      let values = try outcomes.map { try fixture.outcome($0) }
      if let last {
        for (outcome, (old, new)) in zip(outcomes, zip(last, values)) {
          // The steepest is the duty or the rent where the quota is filled, less than ten dollars for a dollar of quota.
          #expect(abs(new - old) <= 10 * step, "\(outcome) at \(Double(index) * step)")
        }
      }
      last = values
    }
  }

  /// A quota that three lines share.
  private func pool(_ quantity: Double, _ lines: [(value: Double, duty: Double, response: OwnPriceResponse)]) -> StudyFixture {
    var fixture = fixture(quantity, inQuota: 0.05, outOfQuota: 0.9)
    fixture.study.exports = lines.enumerated().map { index, line in
      ExportLine(
        id: "\(index)", baseValue: number(line.value), baseDuty: number(line.duty), response: .ownPrice(line.response),
        redirection: number(1))
    }
    return fixture
  }

  @Test("Lines that share a quota pay one rate on top, at which together they sell it")
  func pooled() throws {
    let lines: [(value: Double, duty: Double, response: OwnPriceResponse)] = [
      (100, 0.02, Self.responses[0]), (60, 0.15, Self.responses[4]), (40, 0.1, Self.responses[5]),
      (80, 0.3, Self.responses[2]),
    ]
    let fixture = pool(190, lines)
    #expect(isClose(280 - (try fixture.outcome(.redirectedExports)), 190, relative: 1e-12))
    #expect(try regimes(fixture) == [0, 1, 0])
    let rate = 0.05 + (try fixture.outcome(.quotaRent)) / (try fixture.outcome(.exportRevenue))
    for (index, line) in lines.enumerated() {
      let alone = StudyFixture(value: line.value, duty: line.duty, rate: rate, response: line.response)
      #expect(
        isClose(
          try alone.outcome(.exportRevenue), try fixture.outcome(.exportRevenue, slice: .line("\(index)")), relative: 1e-11))
    }
  }

  @Test("Equal lines in one quota are one line with the closed form", arguments: responses)
  func pooledIsSingle(_ response: OwnPriceResponse) throws {
    let single = fixture(75, value: 100, duty: 0.1, inQuota: 0.05, outOfQuota: 0.9, response: response)
    let parts = [20.0, 50, 30].map { (value: $0, duty: 0.1, response: response) }
    for outcome in [Outcome.exportRevenue, .quotaRent, .partnerTariffRevenue] {
      #expect(isClose(try pool(75, parts).outcome(outcome), try single.outcome(outcome), relative: 1e-11), "\(outcome)")
      #expect(
        isClose(try pool(75, parts.reversed()).outcome(outcome), try single.outcome(outcome), relative: 1e-11), "\(outcome)")
    }
  }

  @Test("Outcomes scale with the units of value")
  func unitsScale() throws {
    let (one, many) = (fixture(0.64, value: 1), fixture(0.64 * 4096, value: 4096))
    for outcome in [Outcome.exportRevenue, .quotaRent, .partnerTariffRevenue] {
      #expect(isClose(try many.outcome(outcome), 4096 * (try one.outcome(outcome))))
    }
    #expect(try regimes(one) == regimes(many))
  }

  @Test("Lines outside the quota and scenarios without it pay no more")
  func outside() throws {
    var fixture = fixture(20)
    fixture.study.exports.append(fixture.study.exports[0])
    fixture.study.exports[1].id = "2"
    fixture.study.exports[1].hs = "6109"
    fixture.study.quotas[0].covers = [CodePrefix(digits: "63")]
    #expect(try fixture.outcome(.exportRevenue, slice: .line("2")) == 100)
    #expect(isClose(try fixture.outcome(.exportRevenue, slice: .line("1")), 50))
    fixture.study.scenarios[0].quotas = []
    #expect(try fixture.outcome(.exportRevenue) == 200)
    #expect(try fixture.outcome(.quotaRent) == 0)
  }

  @Test("A scenario's scale multiplies the quantity")
  func scale() throws {
    var fixture = fixture(128)
    fixture.study.scenarios[0].quotas[0].scale = number(0.5)
    #expect(isClose(try fixture.outcome(.exportRevenue), 64))
  }

  @Test("Two scenarios with the same measures and different quotas have their own answers")
  func scenariosDiffer() throws {
    var fixture = fixture(64)
    fixture.study.scenarios.insert(PolicyScenario(name: "free", measures: [PolicyScenario.Use("tariff")]), at: 0)
    #expect(isClose(try fixture.outcome(.exportRevenue), 64))
  }

  @Test(
    "The rent goes to its holder: into home's total balance, the partner's revenue, or neither", arguments: RentHolder.allCases)
  func holders(_ holder: RentHolder) throws {
    let fixture = fixture(64, inQuota: 0.1, holder: holder)
    let rent = 0.4625 * 64
    #expect(isClose(try fixture.outcome(.quotaRent), rent))
    #expect(isClose(try fixture.outcome(.balanceChange), -36))
    #expect(isClose(try fixture.outcome(.totalBalanceChange), -36 + (holder == .exporter ? rent : 0)))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue), 6.4 + (holder == .government ? rent : 0)))
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.1))
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  @Test("A period has its part of the quota, a dated quota acts on its days, and a year is the sum of its halves")
  func periods() throws {
    var halves = fixture(0.64 * 365, value: 365)
    halves.study.quotas[0].validity = Validity(start: try day(2025, 3, 1))
    halves.study.periods = [
      Period(name: "H1", start: try day(2025, 1, 1), end: try day(2025, 6, 30)),
      Period(name: "H2", start: try day(2025, 7, 1), end: try day(2025, 12, 31)),
    ]
    // 59 days before March, 122 until the end of June, 184 after.
    #expect(isClose(try halves.outcome(.exportRevenue, period: "H1"), 59 + 0.64 * 122))
    #expect(isClose(try halves.outcome(.quotaRent, period: "H2"), 0.5625 * 0.64 * 184))
    #expect(try regimes(halves, period: "H1") == [0, 1, 0])
    var year = halves
    year.study.periods = [Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31))]
    for outcome in [Outcome.exportRevenue, .quotaRent, .partnerTariffRevenue] {
      let sum = try halves.outcome(outcome, period: "H1") + halves.outcome(outcome, period: "H2")
      #expect(isClose(try year.outcome(outcome, period: "2025"), sum))
    }
  }

  @Test("In a total over periods a regime has its share of the quota's time")
  func regimeShares() throws {
    var fixture = fixture(40, value: 100)
    // A slack season: in the second half next to nothing is sold, so that the quota is not filled.
    fixture.study.periods = [
      Period(name: "H1", start: try day(2025, 1, 1), end: try day(2025, 6, 30)),
      Period(name: "H2", start: try day(2025, 7, 1), end: try day(2025, 12, 31)),
    ]
    fixture.study.measures[0].rate = .uniform(number(8))
    fixture.study.measures[0].validity = Validity(start: try day(2025, 7, 1))
    #expect(try regimes(fixture, period: "H1") == [0, 0, 1])
    #expect(try regimes(fixture, period: "H2") == [1, 0, 0])
    let shares = try regimes(fixture, period: OutcomeKey.allPeriods)
    #expect(isClose(shares[0], 184.0 / 365) && isClose(shares[2], 181.0 / 365) && shares[1] == 0)
  }
}

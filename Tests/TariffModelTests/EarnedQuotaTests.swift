import Distributions
import TariffModel
import TestSupport
import Testing
import VectorMath

/// Quotas whose volume purchases earn: closed forms.
@Suite("Quotas earned by purchases")
struct EarnedQuotaTests {
  /// One line of 100 a year at 10 %, under a measure of 20 % that a quota of `times` × purchases waives.
  private func fixture(
    times: Double = 5, purchases: Double = 10, eligible: Double? = nil, holder: RentHolder = .exporter,
    response: OwnPriceResponse = .constantElasticity(.demand(elasticity: number(1)))
  ) -> StudyFixture {
    var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0.2, response: response)
    fixture.addCommitment(
      PurchaseCommitment(
        name: "cotton", amount: .value(number(purchases)), basis: .level(base: nil), additionality: .share(number(0.1))))
    fixture.study.earnedQuotas = [
      EarnedQuota(
        name: "garments",
        earning: QuotaEarning(commitment: "cotton", counted: .deliveries, times: number(times), before: number(0)),
        waives: ["tariff"], eligibleShare: eligible.map { number($0) }, holder: holder)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("garments")]
    return fixture
  }

  private func check(
    _ fixture: StudyFixture, revenue: Double, rent: Double, duty: Double, _ regime: Outcome, period: String = "year",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = try [Outcome.exportRevenue, .quotaRent, .partnerTariffRevenue].map { try fixture.outcome($0, period: period) }
    for (value, expected) in zip(found, [revenue, rent, duty]) {
      #expect(isClose(value, expected, relative: 1e-13, scale: 1), "\(found)", sourceLocation: sourceLocation)
    }
    for outcome in [Outcome.quotaUnfilled, .quotaFilled, .quotaExceeded] {
      let share = try fixture.outcome(outcome, period: period, slice: .quota("garments"))
      #expect(isClose(share, outcome == regime ? 1 : 0, scale: 1), "\(outcome)", sourceLocation: sourceLocation)
    }
  }

  @Test("A volume beyond all that is sold: no licence is worth anything")
  func unfilled() throws { try check(fixture(times: 12), revenue: 100, rent: 0, duty: 10, .quotaUnfilled) }

  @Test("A volume between: just that enters, at the duty without the measure, and the licence has its price")
  func filled() throws {
    // 1.1·100/90 = 1 + t_in + r.
    let rate = 1.1 * 100 / 90 - 1.1
    try check(fixture(times: 9), revenue: 90, rent: 90 * rate, duty: 9, .quotaFilled)
  }

  @Test("A small volume: all pay the duty with the measure, on the volume it is forgiven")
  func exceeded() throws {
    let revenue = 100 * 1.1 / 1.3
    let fixture = fixture(times: 5)
    try check(fixture, revenue: revenue, rent: 0.2 * 50, duty: 0.3 * revenue - 0.2 * 50, .quotaExceeded)
    // A dollar of purchases earns k × the rate.
    #expect(isClose(try fixture.outcome(.quotaLicenceValue, slice: .quota("garments")), 5 * 0.2))
    #expect(isClose(try fixture.outcome(.quotaLicenceValue), 5 * 0.2))
  }

  @Test("As the volume grows nothing jumps, and revenue rises, for every response", arguments: TariffQuotaTests.responses)
  func continuity(_ response: OwnPriceResponse) throws {
    var last: (revenue: Double, rent: Double)?
    for step in 0...240 {
      let fixture = fixture(times: 5 + Double(step) * 0.025, response: response)
      let (revenue, rent) = (try fixture.outcome(.exportRevenue), try fixture.outcome(.quotaRent))
      if let last {
        // A step is 0.25 of volume: at most that of sales at the highest price, and of rent by the elasticities here.
        #expect(revenue - last.revenue > -1e-12 && revenue - last.revenue < 0.6, "\(step)")
        #expect(abs(rent - last.rent) < 1.5, "\(step)")
      }
      last = (revenue, rent)
    }
  }

  @Test("Only the eligible share may use the quota; the rest bears the measure")
  func eligible() throws {
    let rate = 1.1 * 40 / 36 - 1.1
    let rest = 60 * 1.1 / 1.3
    let fixture = fixture(times: 3.6, eligible: 0.4)
    try check(fixture, revenue: 36 + rest, rent: 36 * rate, duty: 36 * 0.1 + rest * 0.3, .quotaFilled)
    #expect(isClose(try fixture.outcome(.quotaLicenceValue), 36 * rate / 10))
  }

  @Test("Lines with different duties pay one rate, and none more than it would without the quota")
  func twoLines() throws {
    var fixture = fixture(times: 16)
    var second = fixture.study.exports[0]
    second.id = "2"
    second.hs = "6303"
    fixture.study.exports.append(second)
    fixture.addMeasure(TariffMeasure(name: "more", rate: number(0.3), covers: [CodePrefix(digits: "6303")]))
    fixture.study.earnedQuotas[0].waives.append("more")
    // One r for which both sell 160 would be beyond the limit of the first.
    #expect(2 * 110 / 160.0 - 1.1 > 0.2)
    // The first is at its limit of 0.2 and sells 110/1.3; the second sells the rest of the volume.
    let first = 110 / 1.3
    let own = 110 / (160 - first) - 1.1
    #expect(own > 0.2 && own < 0.5)
    #expect(isClose(try fixture.outcome(.exportRevenue), 160, relative: 1e-13))
    #expect(isClose(try fixture.outcome(.exportRevenue, slice: .line("1")), first, relative: 1e-13))
    #expect(isClose(try fixture.outcome(.quotaRent), first * 0.2 + (160 - first) * own, relative: 1e-12))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue), 16, relative: 1e-12))
  }

  @Test("The rent is the holder's: the exporter's is in the total balance, the government's in its revenue")
  func holders() throws {
    let exporter = try fixture(times: 5).outcome(.totalBalanceChange)
    let importer = fixture(times: 5, holder: .importer)
    #expect(isClose(exporter - (try importer.outcome(.totalBalanceChange)), 10))
    let government = fixture(times: 5, holder: .government)
    #expect(
      isClose(try government.outcome(.partnerTariffRevenue) - (try importer.outcome(.partnerTariffRevenue)), 10))
    #expect(isClose(try government.outcome(.effectiveTariffRate), try importer.outcome(.effectiveTariffRate)))
  }

  @Test("What counts: deliveries, the realised increment, or all imports of the commitment's line")
  func counted() throws {
    var fixture = fixture(times: 1, purchases: 60)
    fixture.addImport(value: 50, tariff: 0)
    fixture.study.commitments[0].importLine = "5201"
    for (counted, amount) in [(QuotaEarning.Counted.deliveries, 60.0), (.increment, 10), (.imports, 60)] {
      fixture.study.earnedQuotas[0].earning.counted = counted
      #expect(isClose(try fixture.outcome(.quotaRent), 0.2 * amount), "\(counted)")
      #expect(isClose(try fixture.outcome(.quotaLicenceValue), 0.2), "\(counted)")
    }
    fixture.study.commitments[0].amount = .value(number(30))
    #expect(isClose(try fixture.outcome(.quotaRent), 0.2 * 50))
  }

  /// The same through the quarters of 2025; purchases of 36.5 a year in the first alone.
  private func dated(lag: Int, before: Double = 0, start: CivilDate? = nil) throws -> StudyFixture {
    var fixture = fixture(times: 1, purchases: 36.5)
    fixture.study.exports[0].baseValue = number(365)
    fixture.study.periods = try quarters()
    fixture.study.commitments[0].schedule = ["2025 Q2": number(0), "2025 Q3": number(0), "2025 Q4": number(0)]
    fixture.study.earnedQuotas[0].earning.lagDays = lag
    fixture.study.earnedQuotas[0].earning.before = number(before)
    fixture.study.earnedQuotas[0].validity.start = start
    return fixture
  }

  @Test("Purchases are spread over their period's days and earn their volume a lag later; before the first period what is stated")
  func lag() throws {
    // Q1 has 90 days, and 9 are bought in it: each day earns 0.1. The rent is 0.2 for each of the volume.
    func rents(_ fixture: StudyFixture) throws -> [Double] { try fixture.byPeriod(.quotaRent).map { $0 / 0.2 } }
    for (rent, days) in zip(try rents(dated(lag: 0)), [90.0, 0, 0, 0]) { #expect(isClose(rent, 0.1 * days, scale: 1)) }
    for (rent, days) in zip(try rents(dated(lag: 30)), [60.0, 30, 0, 0]) { #expect(isClose(rent, 0.1 * days, scale: 1)) }
    for (rent, days) in zip(try rents(dated(lag: 90)), [0.0, 90, 0, 0]) { #expect(isClose(rent, 0.1 * days, scale: 1)) }
    for (rent, days) in zip(try rents(dated(lag: 150)), [0.0, 31, 59, 0]) { #expect(isClose(rent, 0.1 * days, scale: 1)) }
    // 73 a year are 0.2 a day.
    for (rent, sum) in zip(try rents(dated(lag: 30, before: 73)), [30 * 0.2 + 60 * 0.1, 3, 0, 0]) {
      #expect(isClose(rent, sum, scale: 1))
    }
  }

  @Test("A quota earns on the days on which it is in force, and spreads them over these, whatever cuts the period")
  func inForce() throws {
    let start = try day(2025, 2, 15)
    var fixture = try dated(lag: 0, start: start)
    // 45 days from 15 February to 31 March: 4.5 of volume.
    #expect(isClose(try fixture.outcome(.quotaRent, period: "2025 Q1"), 0.2 * 4.5))
    let whole = try fixture.byPeriod(.exportRevenue)
    // A measure that changes nothing cuts the period in March.
    fixture.addMeasure(
      TariffMeasure(
        name: "inert", rate: .uniform(number(0.05)), validity: Validity(start: try day(2025, 3, 10)), isInclusive: true))
    for (a, b) in zip(try fixture.byPeriod(.exportRevenue), whole) { #expect(isClose(a, b, relative: 1e-12)) }
    #expect(isClose(try fixture.outcome(.quotaRent, period: "2025 Q1"), 0.2 * 4.5, relative: 1e-12))
  }

  @Test("The volume is the period's own amount: twice the volume over twice the time is the same")
  func ownAmount() throws {
    var halves = fixture(times: 9)
    halves.study.periods = [
      Period(name: "H1", start: try day(2025, 1, 1), end: try day(2025, 6, 30)),
      Period(name: "H2", start: try day(2025, 7, 1), end: try day(2025, 12, 31)),
    ]
    let rate = 1.1 * 100 / 90 - 1.1
    for (period, days) in [("H1", 181.0), ("H2", 184)] {
      try check(
        halves, revenue: 90 * days / 365, rent: 90 * rate * days / 365, duty: 9 * days / 365, .quotaFilled, period: period)
    }
    #expect(isClose(try halves.outcome(.quotaLicenceValue, period: "all"), 9 * rate))
  }
}

/// Where the quota is nothing.
@Suite("Quotas earned by purchases, laws")
struct EarnedQuotaLawTests {
  /// Two lines with drawn elasticities, through two quarters, under a waived measure and another one.
  private func study(_ times: Quantity?, scale: Quantity? = nil) throws -> Study {
    var study = Study(title: "test", home: "Home", partner: "Partner")
    study.exports = try [("6302", 0.8), ("6105", 1.0)].map { hs, passThrough in
      ExportLine(
        id: hs, hs: hs, baseValue: number(100), baseDuty: number(0.1),
        response: .ownPrice(
          .constantElasticity(
            .demandAndPassThrough(
              elasticity: Quantity(.distribution(try .uniform(lower: 0.5, upper: 2)), path: "exports/\(hs)/elasticity"),
              passThrough: number(passThrough)))), redirection: number(0.3))
    }
    study.periods = Array(try quarters().prefix(2))
    study.measures = [
      TariffMeasure(name: "waived", rate: number(0.19), validity: Validity(start: try day(2025, 2, 1))),
      TariffMeasure(name: "other", rate: number(0.05)),
    ]
    study.commitments = [
      PurchaseCommitment(
        name: "cotton", amount: .value(number(40)), basis: .increment(overlap: nil), additionality: .share(number(0.1)))
    ]
    var scenario = PolicyScenario(
      name: "policy", measures: ["waived", "other"].map { PolicyScenario.Use($0) },
      commitments: [PolicyScenario.Use("cotton")])
    if let times {
      study.earnedQuotas = [
        EarnedQuota(
          name: "garments", earning: QuotaEarning(commitment: "cotton", counted: .deliveries, times: times),
          waives: ["waived"], eligibleShare: number(0.6), holder: .exporter)
      ]
      scenario.quotas = [PolicyScenario.Use("garments", scale: scale)]
    }
    study.scenarios = [scenario]
    return study
  }

  private func draws(_ study: Study) throws -> [OutcomeKey: [UInt64]] {
    let model = try CompiledModel(study, reportsLines: true)
    let columns = outputs(of: model.program, draws: 400, seed: 3, kernels: KernelChoice(.detected))
    var found: [OutcomeKey: [UInt64]] = [:]
    for outcome in model.outcomes {
      switch outcome.value {
      case .certain(let value): found[outcome.key] = Array(repeating: value.bitPattern, count: 400)
      case .undefined: break
      case .column(let number, let scale, let offset):
        found[outcome.key] = columns[number].map { ($0 * scale + offset).bitPattern }
      }
    }
    return found
  }

  private static let compared: [Outcome] = [
    .exportRevenue, .redirectedExports, .partnerTariffRevenue, .effectiveTariffRate, .effectiveTariffRateFixedWeights,
    .totalBalanceChange,
  ]

  @Test("A quota that earns nothing is no quota, to the bit: k = 0, a scale of 0, not in force")
  func nothing() throws {
    let plain = try draws(try study(nil))
    var outOfForce = try study(number(5))
    outOfForce.earnedQuotas[0].validity = Validity(start: try day(2026, 1, 1))
    for study in [try study(number(0)), try study(number(5), scale: number(0)), outOfForce] {
      let found = try draws(study)
      for (key, values) in plain where Self.compared.contains(key.outcome) { #expect(found[key] == values, "\(key)") }
    }
  }

  @Test("In the draws in which it does not come it is no quota, to rounding")
  func sometimes() throws {
    let plain = try draws(try study(nil))
    let scale = Quantity(.distribution(try .bernoulli(probability: 0.5)), path: "scenarios/policy/quotas/garments")
    // 100 of volume a year, where at least 109 of the eligible goods would enter: a licence has a price whenever the quota comes.
    let found = try draws(try study(number(2.5), scale: scale))
    let rent = try #require(
      found[OutcomeKey(scenario: "policy", period: "2025 Q1", outcome: .quotaRent, slice: .total)]
    ).map { Double(bitPattern: $0) }
    #expect(rent.contains(0) && rent.contains { $0 > 0 })
    for (key, values) in plain where Self.compared.contains(key.outcome) && key.period == "2025 Q1" {
      let same = try #require(found[key])
      // What the quota adds is exactly 0 there; the sums that it is added to are formed in another order.
      for draw in values.indices where rent[draw] == 0 {
        let (a, b) = (Double(bitPattern: same[draw]), Double(bitPattern: values[draw]))
        #expect(isClose(a, b, relative: 1e-13, scale: 1), "\(key) \(draw): \(a), \(b)")
      }
    }
  }
}

import TariffModel
import Testing

@Suite("Phase-in by schedule")
struct PhaseInTests {
  private func steps() throws -> [PhaseInStep] {
    [PhaseInStep(date: try day(2025, 4, 1), share: number(0.5)), PhaseInStep(date: try day(2025, 8, 15), share: number(1))]
  }

  /// 2025, exports of 365 at a duty of 10 %, a tariff of 20 % in two steps.
  private func phased(_ periods: [Period], stacking: Stacking = .add) throws -> StudyFixture {
    var fixture = StudyFixture(value: 365, duty: 0.1, rate: 0.2)
    fixture.study.periods = periods
    fixture.study.measures[0].stacking = stacking
    fixture.study.measures[0].phaseIn = try steps()
    return fixture
  }

  private func year() throws -> [Period] { [Period(name: "2025", start: try day(2025, 1, 1), end: try day(2025, 12, 31))] }

  @Test("Each step has its days and its rate; before the first there is no tariff")
  func days() throws {
    let fixture = try phased(year())
    // 90 days until March, 136 to 14 August, 139 after.
    let expected = 90 + 136 * 1.1 / 1.2 + 139 * 1.1 / 1.3
    #expect(isClose(try fixture.outcome(.exportRevenue, period: "2025"), expected))
    let duty = 90 * 0.1 + 136 * 0.2 * 1.1 / 1.2 + 139 * 0.3 * 1.1 / 1.3
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue, period: "2025"), duty))
  }

  @Test("A year is the sum of its quarters")
  func yearIsSumOfQuarters() throws {
    let (whole, parts) = (try phased(year()), try phased(quarters()))
    for outcome in Outcome.ofEveryStudy where outcome.unit == .millionUSD {
      #expect(
        isClose(
          try whole.outcome(outcome, period: "2025"), try parts.byPeriod(outcome).reduce(0, +), scale: 365), "\(outcome)")
    }
  }

  @Test("Before its first step a replacing layer replaces nothing, and then the duty on the share in force")
  func replacing() throws {
    let rates = try phased(quarters(), stacking: .replace).byPeriod(.effectiveTariffRateFixedWeights)
    #expect(isClose(rates[0], 0.1) && isClose(rates[1], 0.15) && isClose(rates[3], 0.2))
    #expect(isClose(rates[2], (45 * 0.15 + 47 * 0.2) / 92))
  }

  @Test("Steps before the start and after the end do not widen the days on which the measure acts")
  func validity() throws {
    var fixture = try phased(quarters())
    fixture.study.measures[0].validity = Validity(start: try day(2025, 7, 1), end: try day(2025, 8, 14))
    let rates = try fixture.byPeriod(.effectiveTariffRateFixedWeights)
    #expect(isClose(rates[1], 0.1) && isClose(rates[2], 0.1 + 0.1 * 45 / 92) && isClose(rates[3], 0.1))
  }

  /// The tariff's revenue at home of 100 of imports under a cut in two steps, by quarter.
  private func homeDuty(_ rule: TariffCut.Rule) throws -> [Double] {
    var fixture = StudyFixture(rate: 0)
    fixture.study.periods = try quarters()
    // The imports do not react, so that the revenue shows the rate.
    fixture.addImport(value: 365, tariff: 0.2, response: .log(elasticity: number(0), passThrough: nil))
    fixture.study.tariffCuts = [TariffCut(name: "cut", rule: rule, phaseIn: try steps())]
    fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("cut")]
    return try fixture.byPeriod(.homeTariffRevenueChange)
  }

  @Test("Of any kind of tariff cut the share of the change is in force")
  func tariffCuts() throws {
    for (rule, rate) in [
      (TariffCut.Rule.share(number(0.75)), 0.05), (.newRate(number(0.05)), 0.05), (.cap(number(0.08)), 0.08),
      (.swiss(coefficient: number(0.2)), 0.1),
    ] {
      let change = try homeDuty(rule)
      #expect(change[0] == 0)
      #expect(isClose(change[1], 91 * 0.5 * (rate - 0.2)))
      #expect(isClose(change[2], (45 * 0.5 + 47) * (rate - 0.2)))
      #expect(isClose(change[3], 92 * (rate - 0.2)))
    }
  }

  @Test("Of a barrier cut too")
  func barrierCut() throws {
    var fixture = StudyFixture(rate: 0)
    fixture.study.periods = try quarters()
    fixture.addImport(value: 365, tariff: 0, barrier: 0.5)
    fixture.study.barrierCuts = [BarrierCut(name: "cut", share: number(0.4), phaseIn: try steps())]
    fixture.study.scenarios[0].barrierCuts = [PolicyScenario.Use("cut")]
    let imports = try fixture.byPeriod(.imports)
    #expect(imports[0] == 90)
    #expect(isClose(imports[1], 91 * 1.5 / 1.4) && isClose(imports[3], 92 * 1.5 / 1.3))
    #expect(isClose(imports[2], 45 * 1.5 / 1.4 + 47 * 1.5 / 1.3))
  }
}

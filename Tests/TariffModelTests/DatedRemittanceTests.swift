import TariffModel
import Testing

/// The share of the duty due that is paid, by date.
@Suite("Remittance by date")
struct DatedRemittanceTests {
  @Test("Before the first step all is paid, then the share of the step; nothing else of the outcome moves")
  func steps() throws {
    var plain = StudyFixture(value: 365, duty: 0.1)
    plain.study.periods = try quarters()
    var stepped = plain
    stepped.study.measures[0].remittanceSteps = [
      PhaseInStep(date: try day(2025, 2, 1), share: number(0.5)), PhaseInStep(date: try day(2025, 7, 1), share: number(0.8)),
    ]
    for outcome in [Outcome.exportRevenue, .effectiveTariffRate, .totalBalanceChange] {
      for (a, b) in zip(try stepped.byPeriod(outcome), try plain.byPeriod(outcome)) {
        #expect(isClose(a, b), "\(outcome)")
      }
    }
    let value = 1.1 / 1.39
    // The baseline duty of 10 % is paid in full.
    let expected = [
      value * (31 * 0.39 + 59 * (0.1 + 0.5 * 0.29)), value * 91 * (0.1 + 0.5 * 0.29), value * 92 * (0.1 + 0.8 * 0.29),
      value * 92 * (0.1 + 0.8 * 0.29),
    ]
    for (a, b) in zip(try stepped.byPeriod(.partnerTariffRevenue), expected) { #expect(isClose(a, b)) }
  }

  @Test("Steps ascend, lie in (0, 1] and need periods")
  func problems() throws {
    var fixture = StudyFixture()
    fixture.study.measures[0].remittanceSteps = [PhaseInStep(date: try day(2025, 2, 1), share: number(0.5))]
    #expect(fixture.study.problems().map(\.rule) == [.needsPeriods])
    fixture.study.periods = try quarters()
    fixture.study.measures[0].remittanceSteps.append(PhaseInStep(date: try day(2025, 2, 1), share: number(1)))
    #expect(fixture.study.problems().map(\.rule) == [.stepsAscend])
    fixture.study.measures[0].remittanceSteps = [PhaseInStep(date: try day(2025, 2, 1), share: number(0))]
    #expect(fixture.study.problems().map(\.rule) == [.range(.positiveShare)])
  }
}

import Glibc
import TariffModel
import TestSupport
import Testing

/// Quotas of goods that are ordered before they arrive: closed forms.
///
/// 365 a year at 10 %, so that one a day is sold, under a measure of 20 % that has always been; ε = 1, so that what is sold at a
/// duty t' is 1.1/(1 + t').
@Suite("Quotas that orders meet")
struct OrderedQuotaTests {
  private static let (lag, halfLife) = (50.0, 18.0)

  private func fixture() throws -> StudyFixture {
    var fixture = StudyFixture(
      value: 365, duty: 0.1, rate: 0.2, response: .constantElasticity(.demand(elasticity: number(1))))
    fixture.study.periods = try quarters()
    fixture.study.lag = OrderLag(delay: number(Self.lag), halfLife: number(Self.halfLife))
    fixture.study.exports[0].redirection = number(0.25)
    return fixture
  }

  /// The share of what arrives in a period that was ordered on a day or later, by the formula of the model.
  private func share(_ period: Period, from day: CivilDate?) -> Double {
    guard let day else { return 1 }
    func integral(_ x: Int) -> Double {
      let y = max(0, Double(x) - Self.lag)
      return y - Self.halfLife / log(2) * (1 - exp2(-y / Self.halfLife))
    }
    let (a, b) = (period.start.dayNumber, period.end.dayNumber + 1)
    return (integral(b - day.dayNumber) - integral(a - day.dayNumber)) / Double(b - a)
  }

  private func check(
    _ fixture: StudyFixture, _ outcome: Outcome, sourceLocation: SourceLocation = #_sourceLocation,
    _ daily: (Double) -> Double, from start: CivilDate?
  ) throws {
    for (period, found) in zip(fixture.study.periods, try fixture.byPeriod(outcome)) {
      let days = Double(period.end.dayNumber + 1 - period.start.dayNumber)
      let expected = days * daily(share(period, from: start))
      #expect(
        isClose(found, expected, relative: 1e-12, scale: 1), "\(outcome) in \(period.name): \(found), not \(expected)",
        sourceLocation: sourceLocation)
    }
  }

  @Test(
    "A stated quota, in every regime, from a day on and always: what it lets in arrives a lag later, and with it the rent",
    arguments: [400, 280, 100.0], [true, false])
  func stated(_ quantity: Double, isDated: Bool) throws {
    var fixture = try fixture()
    let start = isDated ? try day(2025, 4, 10) : nil
    fixture.study.quotas = [
      TariffQuota(
        name: "quota", quantity: number(quantity), inQuotaRate: number(0.05), outOfQuotaRate: number(0.3),
        validity: Validity(start: start), holder: .importer)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("quota")]
    // 365·1.1/(1.3 + r) = Q where that lies between the two rates.
    let rate = min(max(1.1 * 365 / quantity - 1.3, 0.05), 0.3)
    let (before, sold) = (1.1 / 1.3, 1.1 / (1.3 + rate))
    let rent = (rate - 0.05) * min(sold, quantity / 365)
    try check(fixture, .exportRevenue, { before + $0 * (sold - before) }, from: start)
    try check(fixture, .quotaRent, { $0 * rent }, from: start)
    try check(
      fixture, .partnerTariffRevenue, { 0.3 * (before + $0 * (sold - before)) + $0 * (rate * sold - rent) }, from: start)
    try check(fixture, .redirectedExports, { 0.25 * (1 - before - $0 * (sold - before)) }, from: start)
  }

  @Test(
    "A quota that purchases earn, in every regime, from a day on and always",
    arguments: [300, 190, 50.0], [true, false])
  func earned(_ volume: Double, isDated: Bool) throws {
    var fixture = try fixture()
    let start = isDated ? try day(2025, 4, 10) : nil
    fixture.addCommitment(
      PurchaseCommitment(
        name: "cotton", amount: .value(number(10)), basis: .level(base: nil), additionality: .share(number(0.1))))
    fixture.study.earnedQuotas = [
      EarnedQuota(
        name: "garments",
        earning: QuotaEarning(
          commitment: "cotton", counted: .deliveries, times: number(volume / 10), lagDays: 20, before: number(10)),
        waives: ["tariff"], eligibleShare: number(0.6), validity: Validity(start: start), holder: .exporter)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("garments")]
    // 0.6·365·1.1/(1.1 + r) = Q where that lies between the duty without the measure and with it.
    let rate = min(max(0.6 * 365 * 1.1 / volume - 1.1, 0), 0.2)
    let (before, eligible) = (1.1 / 1.3, 0.6 * 1.1 / (1.1 + rate))
    let gain = eligible - 0.6 * before
    let within = min(eligible, volume / 365)
    try check(fixture, .exportRevenue, { before + $0 * gain }, from: start)
    try check(fixture, .quotaRent, { $0 * rate * within }, from: start)
    try check(fixture, .partnerTariffRevenue, { 0.3 * (before + $0 * gain) - $0 * 0.2 * within }, from: start)
  }

  @Test("What was ordered within a quota and arrives after it has ended does not bear the waived measure")
  func arrivesAfterTheEnd() throws {
    var fixture = try fixture()
    fixture.addCommitment(
      PurchaseCommitment(
        name: "cotton", amount: .value(number(1000)), basis: .level(base: nil), additionality: .share(number(0.1))))
    fixture.study.earnedQuotas = [
      EarnedQuota(
        name: "garments",
        earning: QuotaEarning(commitment: "cotton", counted: .deliveries, times: number(5), before: number(1000)),
        waives: ["tariff"], validity: Validity(end: try day(2025, 3, 31)), holder: .exporter)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("garments")]
    let end = try day(2025, 4, 1)
    // All sells at 10 % until then, and at 30 % after.
    try check(fixture, .exportRevenue, { 1 + $0 * (1.1 / 1.3 - 1) }, from: end)
    try check(fixture, .partnerTariffRevenue, { 0.1 * (1 - $0) + 0.3 * $0 * 1.1 / 1.3 }, from: end)
  }
}

import TariffModel
import Testing

@Suite("Relief for the partner's content, lifted by purchases")
struct ContentRuleTests {
  /// A line under a measure of 20 % with the rule, a commitment that lifts the content, and a base duty of 5 %.
  private func fixture(_ amount: Double, initial: Double = 0.1, perUSDm: Double = 0.002) -> StudyFixture {
    var fixture = StudyFixture(duty: 0.05, rate: 0.2)
    fixture.study.measures[0].contentRule = ContentRule(
      initialShare: number(initial), threshold: number(0.2), commitment: "cotton", sharePerUSDm: number(perUSDm))
    fixture.addCommitment(
      PurchaseCommitment(
        name: "cotton", amount: .value(number(amount)), basis: .increment(overlap: nil), additionality: .share(number(1))))
    return fixture
  }

  @Test(
    "The rate falls on 1 − c from the threshold on", arguments: [(0.0, 0.0), (49, 0), (50, 0.2), (100, 0.3), (450, 1), (900, 1)])
  func lift(amount: Double, relief: Double) throws {
    #expect(isClose(try fixture(amount).outcome(.effectiveTariffRate), 0.05 + 0.2 * (1 - relief), relative: 1e-13))
  }

  @Test("What counts is the realised increment, not the delivery")
  func realised() throws {
    var fixture = fixture(150)
    fixture.study.commitments[0].basis = .level(base: number(50))
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.05 + 0.2 * 0.7))
    fixture.study.commitments[0].basis = .increment(overlap: number(1.0 / 3))
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.05 + 0.2 * 0.7))
    fixture.study.commitments[0].fulfilment = number(0)
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.25))
  }

  @Test("A quarter's purchases lift the content as a year's four times as large")
  func annualRate() throws {
    var fixture = fixture(100)
    let start = try #require(CivilDate(year: 2025, month: 1, day: 1))
    let end = try #require(CivilDate(year: 2025, month: 3, day: 31))
    fixture.study.periods = [Period(name: "Q1", start: start, end: end)]
    #expect(isClose(try fixture.outcome(.effectiveTariffRate, period: "Q1"), 0.05 + 0.2 * 0.7))
    fixture.study.commitments[0].schedule = ["Q1": number(2)]
    #expect(isClose(try fixture.outcome(.effectiveTariffRate, period: "Q1"), 0.05 + 0.2 * 0.5))
  }

  @Test("Only the measure that carries the rule has relief, and only in scenarios with the purchase")
  func scope() throws {
    var fixture = fixture(100)
    fixture.study.measures.append(TariffMeasure(name: "other", rate: number(0.1)))
    fixture.study.scenarios[0].measures.append(PolicyScenario.Use("other"))
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.05 + 0.2 * 0.7 + 0.1))
    fixture.study.scenarios[0].commitments = []
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.35))
  }

  @Test("Of the part of a line that qualifies the lifted content is free, whatever the threshold")
  func qualifyingShare() throws {
    var fixture = fixture(20)
    fixture.study.measures[0].contentRule?.qualifyingShare = number(0.5)
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.05 + 0.2 * (1 - 0.5 * 0.14)))
  }

  @Test("The purchases that lift the content are those after the cut of the same line")
  func afterCuts() throws {
    var fixture = fixture(100)
    fixture.addImport(value: 100, tariff: 0.25)
    fixture.study.commitments[0].importLine = "5201"
    fixture.study.tariffCuts = [TariffCut(name: "abolition", rule: .share(number(1)))]
    fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("abolition")]
    // Abolition brings 25 of the 100 anyway: c = 0.1 + 0.002·75.
    #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.05 + 0.2 * 0.75))
  }
}

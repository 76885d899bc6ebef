import Analysis
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("Headlines")
struct HeadlineTests {
  /// A result of one scenario: the change of exports in percent and USD m, and the balance before and after.
  private func outcomes(
    _ name: String, percent: SampleSummary, change: SampleSummary, balanceBefore: Double, balanceChange: SampleSummary,
    period: String = "year"
  ) -> [OutcomeResult] {
    let after = Fixture.summary(balanceBefore + balanceChange.mean.value, spread: 1)
    return [
      Fixture.outcome(name, .exportRevenueChange, change, period: period),
      Fixture.outcome(name, .exportRevenueChangePercent, percent, period: period),
      Fixture.outcome(name, .balance, after, period: period),
      Fixture.outcome(name, .balanceChange, balanceChange, period: period),
    ]
  }

  @Test("One draw has no interval, and percentiles 0 and 100 are none")
  func intervalsThatAreNone() throws {
    var one = Fixture.summary(16, spread: 0)
    one.draws = 1
    let ends = Fixture.summary(16, spread: 2, percents: [0, 50, 100])
    for summary in [one, ends] {
      let told = outcomes("pause-10", percent: summary, change: summary, balanceBefore: 100, balanceChange: summary)
      let text = try #require(headline(told, [Fixture.scenarios[0]]).first)
      #expect(!text.contains("interval"), "\(text)")
    }
  }

  private func headline(_ outcomes: [OutcomeResult], _ scenarios: [PolicyScenario]) -> [String] {
    let result = SimulationResult(plan: Plan(draws: 1000), outcomes: outcomes, notes: [])
    return Headline.paragraphs(result, of: Fixture.description(scenarios: scenarios))
  }

  private func plain(_ percent: SampleSummary, _ change: SampleSummary) -> [String] {
    headline(
      outcomes("a", percent: percent, change: change, balanceBefore: 3000, balanceChange: change),
      [PolicyScenario(name: "a", measures: [.init("m")])])
  }

  @Test("exports fall")
  func fall() {
    let words = plain(Fixture.summary(-19, spread: 7, error: 0.1), Fixture.summary(-970, spread: 360, error: 5))
    #expect(words == ["Under a exports fall by a median 19 % (90 % interval 7 to 31), or USD 970 m (380 to 1,560)."])
  }

  @Test("exports rise")
  func rise() {
    let words = plain(Fixture.summary(2.5, spread: 0.5, error: 0.01), Fixture.summary(128, spread: 26, error: 0.1))
    #expect(words == ["Under a exports rise by a median 2.5 % (90 % interval 1.7 to 3.3), or USD 128 m (85 to 171)."])
  }

  @Test("exports may go either way")
  func either() {
    let words = plain(Fixture.summary(-1, spread: 2, error: 0.01), Fixture.summary(-51, spread: 102, error: 0.5))
    #expect(words == ["Under a exports change by a median -1.0 % (90 % interval -4.3 to 2.3), or USD -51 m (-219 to 117)."])
  }

  @Test("exports are unchanged")
  func unchanged() {
    #expect(plain(Fixture.zero, Fixture.zero) == ["Under a exports are unchanged."])
  }

  @Test("without the median the mean speaks, without 5 and 95 the widest even interval")
  func otherPercentiles() {
    let percents = [10.0, 25, 75, 90]
    let words = plain(
      Fixture.summary(-19, spread: 7, error: 0.1, percents: percents),
      Fixture.summary(-970, spread: 360, error: 5, percents: [10]))
    #expect(words == ["Under a exports fall by 19 % on average (80 % interval 10 to 28), or USD 970 m."])
  }

  @Test("of several periods the one with the largest movement is named")
  func periods() {
    let small = Fixture.summary(-2, spread: 0.1, error: 0.01)
    let large = Fixture.summary(-9, spread: 0.1, error: 0.01)
    let words = headline(
      outcomes("a", percent: small, change: small, balanceBefore: 10, balanceChange: small, period: "2025-Q3")
        + outcomes("a", percent: large, change: large, balanceBefore: 10, balanceChange: large, period: "2025-Q4"),
      [PolicyScenario(name: "a", measures: [.init("m")])])
    #expect(
      words == ["In 2025-Q4, under a exports fall by a median 9.0 % (90 % interval 8.8 to 9.2), or USD 9.00 m (8.84 to 9.16)."])
  }

  /// Two scenarios that differ in what is bought, and nothing in their names says so.
  private func pair(before: Double, first: Double, second: Double, spread: Double = 10) -> [String] {
    let fall = Fixture.summary(-19, spread: 7, error: 0.1)
    return headline(
      outcomes("x", percent: fall, change: fall, balanceBefore: before, balanceChange: Fixture.summary(first, spread: spread))
        + outcomes(
          "y", percent: fall, change: fall, balanceBefore: before, balanceChange: Fixture.summary(second, spread: spread)),
      [
        PolicyScenario(name: "x", measures: [.init("m", scale: .constant(1, path: "scenarios/x/measures/m"))]),
        PolicyScenario(name: "y", measures: [.init("m")], tariffCuts: [.init("abolition")], commitments: [.init("crude")]),
      ])
  }

  @Test(
    "what is added moves a surplus or a deficit",
    arguments: [
      (
        3000.0, -970.0, -1850.0,
        "the surplus shrinks by a median USD 1,850 m (90 % interval 1,830 to 1,870) instead of USD 970 m."
      ),
      (3000, 970, 1850, "the surplus grows by a median USD 1,850 m (90 % interval 1,830 to 1,870) instead of USD 970 m."),
      (-3000, -970, -1850, "the deficit grows by a median USD 1,850 m (90 % interval 1,830 to 1,870) instead of USD 970 m."),
      (-3000, 970, 1850, "the deficit shrinks by a median USD 1,850 m (90 % interval 1,830 to 1,870) instead of USD 970 m."),
      (1000, -970, -1850, "the balance falls by a median USD 1,850 m (90 % interval 1,830 to 1,870) instead of USD 970 m."),
      (-1000, 970, 1850, "the balance rises by a median USD 1,850 m (90 % interval 1,830 to 1,870) instead of USD 970 m."),
      (
        3000, -970, 5,
        "the balance changes by a median USD 5.0 m (90 % interval -11.5 to 21.5); without, the surplus shrinks by a median USD 970 m "
          + "(90 % interval 954 to 986)."
      ),
    ])
  func additions(before: Double, first: Double, second: Double, ending: String) throws {
    let words = pair(before: before, first: first, second: second)
    try #require(words.count == 1)
    #expect(words[0].hasSuffix(" With crude and abolition added (y) " + ending))
  }

  @Test("scenarios are paired by what they use: other measures or another scale make no pair")
  func noPairs() {
    let scenarios = [
      PolicyScenario(name: "deal", measures: [.init("m")]),
      PolicyScenario(name: "deal-with-package", measures: [.init("other")], commitments: [.init("crude")]),
      PolicyScenario(
        name: "deal-half", measures: [.init("m", scale: .constant(0.5, path: "scenarios/deal-half/measures/m"))],
        commitments: [.init("crude")]),
    ]
    let change = Fixture.summary(-19, spread: 7, error: 0.1)
    let words = headline(
      scenarios.flatMap { outcomes($0.name, percent: change, change: change, balanceBefore: 3000, balanceChange: change) },
      scenarios)
    #expect(words.count == 3)
    #expect(!words.contains { $0.contains("added") })
    // A scenario that stands alone with purchases says what they do to the balance.
    #expect(words[1].contains("; the surplus shrinks by a median USD 19.0 m"))
  }

  @Test("a package on a package is set against the bare tariff")
  func chains() {
    let scenarios = [
      PolicyScenario(name: "full", measures: [.init("m")], barrierCuts: [.init("inspections")], commitments: [.init("crude")]),
      PolicyScenario(name: "bought", measures: [.init("m")], commitments: [.init("crude")]),
      PolicyScenario(name: "bare", measures: [.init("m")]),
    ]
    let change = Fixture.summary(-19, spread: 7, error: 0.1)
    let words = headline(
      scenarios.flatMap { outcomes($0.name, percent: change, change: change, balanceBefore: 3000, balanceChange: change) },
      scenarios)
    #expect(words.count == 1)
    #expect(words[0].hasPrefix("Under bare exports fall"))
    #expect(words[0].contains("With crude and inspections added (full)"))
    #expect(words[0].contains("With crude added (bought)"))
  }
}

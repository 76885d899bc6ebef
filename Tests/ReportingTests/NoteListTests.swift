import Analysis
import Reporting
import Simulation
import Statistics
import TariffModel
import Testing

@Suite("Notes in the report")
struct NoteListTests {
  private func text(_ notes: [ModelNote], change: SampleSummary? = nil, plan: Plan = Plan(draws: 1000)) -> String {
    var result = Fixture.full
    result.notes = notes
    result.plan = plan
    return TextReport(
      result: result, run: Fixture.description(), style: .plain, folder: nil, input: "x.toml"
    ).text
  }

  @Test("300 like notes are one with their number", arguments: [4, 300])
  func alike(count: Int) {
    let notes = (0..<count).map { ModelNote(scenario: nil, subject: .neverActs(name: "m\($0)")) }
    let text = text(notes + [ModelNote(scenario: nil, subject: .cifFactorAssumed)])
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "Mind - 'm0' acts in no period: its dates lie outside all of them. (and \(count - 1) more like it; summary.json has all) "
          + "- No c.i.f. factor is stated: home's duty is levied on the customs value. Next"), "\(text)")
    #expect(!text.contains("'m1'"))
  }

  @Test("A few are told one by one, and one sentence of many scenarios once")
  func few() {
    let notes = (0..<3).map { ModelNote(scenario: nil, subject: .neverActs(name: "m\($0)")) }
    #expect((0..<3).allSatisfy { text(notes).contains("'m\($0)' acts in no period") })
    let same = (0..<300).map { ModelNote(scenario: "s\($0)", subject: .ownPriceUnderUniversalTariff(measure: "base")) }
    #expect(text(same).contains("Under s0, s1, s2 and 297 more: 'base' falls on every origin"))
    #expect(!text(same).contains("like it"))
  }

  @Test("What is certain has no interval, and two draws have none", arguments: [1000, 2])
  func certain(draws: Int) {
    var summary = Fixture.summary(16, spread: draws == 2 ? 1 : 0)
    if draws == 2 {
      summary.draws = 2
      summary.percentiles = summary.percentiles.map { PercentileEstimate(percent: $0.percent, value: $0.value, interval: nil) }
    }
    let told = [
      Fixture.outcome("pause-10", .exportRevenueChangePercent, summary),
      Fixture.outcome("pause-10", .exportRevenueChange, summary),
    ]
    let words = Headline.paragraphs(
      SimulationResult(plan: Plan(draws: draws), outcomes: told, notes: []),
      of: Fixture.description(scenarios: [Fixture.scenarios[0]]))
    #expect(words.count == 1 && !words[0].contains("interval"), "\(words)")
    #expect(words[0].contains("a median") == (draws == 2), "\(words)")
  }

  @Test("A tail of less than a draw is told", arguments: [(1000, 0.01, true), (1000, 0.1, false), (1, 5, false)])
  func thinTail(draws: Int, percent: Double, isTold: Bool) {
    let plan = Plan(draws: draws, shortfallPercent: percent)
    #expect(text([], plan: plan).contains("is less than one: the expected shortfall is the extreme draw") == isTold)
  }

  @Test("Percentile 0 is not said to be exceeded")
  func least() {
    #expect(!text([], plan: Plan(draws: 1000, percentiles: [0, 100])).contains("is exceeded by"))
    #expect(text([], plan: Plan(draws: 1000, percentiles: [0, 5, 100])).contains("P5 is exceeded by 95 % of the draws"))
  }
}

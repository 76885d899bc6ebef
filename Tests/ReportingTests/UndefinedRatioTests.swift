import Analysis
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("Reports of ratios that are not always defined")
struct UndefinedRatioTests {
  /// A change in percent that rests on 60,000 of 100,000 draws, and after it a rate that is defined in none.
  private var result: SimulationResult {
    var change = Fixture.outcome("a", .exportRevenueChangePercent, Fixture.summary(-19, spread: 5))
    change.summary.draws = 60_000
    let rate = OutcomeKey(scenario: "a", period: "year", outcome: .effectiveTariffRate, slice: .total)
    return SimulationResult(
      plan: Fixture.plan, outcomes: [change, Fixture.outcome("a", .premiumCost, Fixture.zero)],
      undefined: [UndefinedOutcome(key: rate, position: 1)], notes: [])
  }

  @Test("statistics.csv says in how many draws, in the order of the outcomes")
  func statistics() {
    let rows = RunTables.statistics(result).split(separator: "\n").map(String.init)
    #expect(rows[1] == "a,year,export_revenue_change_pct,total,%,draws_defined,60000,,,")
    let rate = rows.firstIndex { $0.contains("effective_tariff_rate") }
    #expect(rate.map { rows[$0] } == "a,year,effective_tariff_rate,total,fraction,draws_defined,0,,,")
    #expect(rows.count { $0.contains("effective_tariff_rate") } == 1)
    #expect(rate.map { rows[$0 + 1].contains("premium_cost") } == true)
    #expect(!RunTables.percentiles(result).contains("effective_tariff_rate"))
  }

  @Test("summary.json says it, and has no number where there is none")
  func document() {
    let text = SummaryDocument.document(result, of: Fixture.description(), facts: Fixture.facts).text
    #expect(text.contains("\"drawsDefined\": 60000"))
    #expect(
      text.contains(
        "{\"outcome\": \"effective_tariff_rate\", \"group\": \"total\", \"unit\": \"fraction\", \"drawsDefined\": 0}"))
    #expect(
      !SummaryDocument.document(Fixture.full, of: Fixture.description(), facts: Fixture.facts).text.contains("drawsDefined"))
  }

  @Test("lines.csv leaves the cells blank and counts the draws")
  func lines() {
    var lines = result
    lines.outcomes[0].key.slice = .line("x")
    lines.undefined[0].key.slice = .line("x")
    let rows = RunTables.lines(lines).split(separator: "\n").map(String.init)
    #expect(rows[0].hasSuffix(",p95,draws_defined") && rows[1].hasSuffix(",60000"))
    #expect(rows[2] == "a,year,effective_tariff_rate,x,fraction,,,,,,,,0")
    #expect(rows.count == 3)
  }

  @Test("The report says it in a sentence each")
  func text() {
    let report = TextReport(
      result: result, run: Fixture.description(), style: .plain, folder: nil, input: "x.toml")
    let words = report.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Under a: export_revenue_change_pct has a value in 60,000 of 100,000 draws and rests on these"))
    #expect(words.contains("Under a: effective_tariff_rate has no value: what it divides by is nothing in every draw."))
  }
}

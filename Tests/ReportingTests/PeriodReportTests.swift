import Analysis
import Reporting
import Statistics
import TariffModel
import Testing

@Suite("Reports of several periods")
struct PeriodReportTests {
  private static func outcomes(
    _ scenario: String, _ period: String, percent: Double, change: Double, rate: Double
  ) -> [OutcomeResult] {
    let revenue = Fixture.summary(100 * change / percent + change, spread: 8)
    return [
      Fixture.outcome(scenario, .exportRevenue, revenue, period: period),
      Fixture.outcome(scenario, .exportRevenueChange, Fixture.summary(change, spread: 8), period: period),
      Fixture.outcome(
        scenario, .exportRevenueChangePercent, Fixture.summary(percent, spread: 2, error: 0.05), period: period),
      Fixture.outcome(scenario, .balanceChange, Fixture.summary(change - 50, spread: 8), period: period),
      Fixture.outcome(scenario, .effectiveTariffRate, Fixture.summary(rate, spread: 0.001, error: 0.0001), period: period),
    ]
  }

  private static func result(withSum: Bool) -> SimulationResult {
    let periods =
      outcomes("pause-10", "2025 Q3", percent: -4, change: -51, rate: 0.19)
      + outcomes("pause-10", "2025 Q4", percent: -8, change: -102, rate: 0.2)
      + (withSum
        ? outcomes("pause-10", "to 2025 Q4", percent: -6, change: -153, rate: 0.195)
          + outcomes("pause-10", "all", percent: -6, change: -153, rate: 0.195) : [])
    return SimulationResult(plan: Fixture.plan, outcomes: periods, notes: [])
  }

  private func report(_ result: SimulationResult) -> String {
    TextReport(
      result: result, run: Fixture.description(scenarios: [Fixture.scenarios[0]]), style: .plain, folder: nil, input: "a.toml"
    ).text
  }

  @Test("the sum is told of first, with the period in which exports move most")
  func headline() {
    let text = report(Self.result(withSum: true))
    #expect(
      text.replacing("\n", with: " ").contains(
        "Over all periods, under pause-10 exports fall by a median 6.0 % (90 % interval 2.7 to 9.3), or USD 153 m (140 to 166), "
          + "most in 2025 Q4 (down 8 %)."), "\(text)")
  }

  @Test("periods stand in one table, and below it the sum in full")
  func table() throws {
    let text = report(Self.result(withSum: true))
    let start = try #require(text.firstRange(of: "\npause-10\n")).upperBound
    let end = try #require(text.firstRange(of: "  USD m unless stated")).lowerBound
    #expect(
      text[start..<end] == """
        Ten per cent on every origin.
        Effects: against the same period without the measures. No forecasts: growth and noise are not in
        them.
          change           export revenue, %          export revenue    bilateral balance  tariff (level), %
          2025 Q3     -4.00 (-7.29 to -0.71)  -51.0 (-64.2 to -37.8)   -101 (-114 to -88)               19.0
          2025 Q4       -8.0 (-11.3 to -4.7)      -102 (-115 to -89)  -152 (-165 to -139)               20.0
          to 2025 Q4  -6.00 (-9.29 to -2.71)     -153 (-166 to -140)  -203 (-216 to -190)               19.5
          all         -6.00 (-9.29 to -2.71)     -153 (-166 to -140)  -203 (-216 to -190)               19.5
          Every outcome of each period is in percentiles.csv.

        pause-10, all periods

        """, "\(text)")
    // Of the single periods no table follows.
    #expect(!text.contains("pause-10, 2025 Q3"))
    for line in text.split(separator: "\n") { #expect(line.count <= 110 && line.last != " ", "\(line)") }
  }

  @Test("without a sum every period has its table")
  func apart() {
    let text = report(Self.result(withSum: false))
    #expect(text.contains("\npause-10, 2025 Q3\n") && text.contains("\npause-10, 2025 Q4\n"))
    #expect(text.contains("In 2025 Q4, under pause-10 exports fall"))
  }

  @Test("a batch shows the sums")
  func batch() {
    let rows = [BatchTable.Row(input: "a.toml", ending: .finished(Self.result(withSum: true), folder: "results/a"))]
    #expect(
      BatchTable.text(rows, style: .plain) == """
        Batch: 1 of 1 finished  changes: lowest and highest median over scenarios and periods; where all periods are summed, of the sum
          file    scenarios  exports, %  balance, USD m  result
          a.toml          1       -6.00            -203  results/a

        """)
  }
}

import Analysis
import Reporting
import TariffModel
import Testing

@Suite("Winners and losers by origin")
struct OriginTableTests {
  private static func outcomes(_ origin: String, change: Double) -> [OutcomeResult] {
    func outcome(_ outcome: Outcome, _ centre: Double, error: Double) -> OutcomeResult {
      Fixture.outcome(
        "pause-10", outcome, Fixture.summary(centre, spread: centre.magnitude / 10, error: error), slice: .origin(origin))
    }
    return [
      outcome(.marketImports, 1000 + change, error: 0.5), outcome(.marketImportsChange, change, error: 0.5),
      outcome(.marketImportsChangePercent, change / 10, error: 0.05), outcome(.marketShareChange, change / 100, error: 0.001),
    ]
  }

  /// Twelve rivals whose changes alternate in sign and fall in size, and home with the smallest.
  private static let result: SimulationResult = {
    var outcomes = [Fixture.outcome("pause-10", .marketImports, Fixture.summary(9000, spread: 10))]
    for number in 1...12 {
      outcomes += Self.outcomes("Origin \(number)", change: (number % 2 == 0 ? 1 : -1) * Double(1300 - 100 * number))
    }
    outcomes += Self.outcomes("Pakistan", change: 20)
    return SimulationResult(plan: Fixture.plan, outcomes: outcomes, notes: [])
  }()

  private func report(_ result: SimulationResult) -> String {
    TextReport(
      result: result, run: Fixture.description(scenarios: [Fixture.scenarios[0]]), style: .plain, folder: nil, input: "a.toml"
    ).text
  }

  @Test("The largest changes and home, from the largest gain to the largest loss")
  func order() throws {
    let lines = report(Self.result).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = try #require(lines.firstIndex { $0.hasPrefix("  change by origin  ") })
    #expect(lines[head - 1] == "  The partner's imports, median (90 % interval); 2 more origins in percentiles.csv.")
    let rows = lines[(head + 1)...].prefix { !$0.isEmpty }
    let origins = rows.map { String($0.dropFirst(2).split(separator: "  ")[0]) }
    #expect(
      origins == ["2", "4", "6", "8", "10"].map { "Origin \($0)" } + ["Pakistan"]
        + ["9", "7", "5", "3", "1"].map { "Origin \($0)" })
    #expect(rows.first { $0.contains("Pakistan") }?.contains("20.0 (16.7 to 23.3)  ") == true, "\(rows)")
  }

  @Test("Origins stand in the column group of the files, and in the summary")
  func files() {
    let row = "pause-10,year,market_share_change,Origin 1,percentage points,50,-12,"
    #expect(RunTables.percentiles(Self.result).contains(row))
    #expect(RunTables.statistics(Self.result).contains("pause-10,year,market_imports_change,Pakistan,USD m,mean,20,"))
    let summary = SummaryDocument.document(Self.result, of: Fixture.description(), facts: Fixture.facts).text
    #expect(summary.contains("\"Origin 12\""))
  }

  @Test("Without markets there is no such table")
  func none() { #expect(!report(Fixture.full).contains("change by origin")) }
}

internal import Analysis
internal import Statistics
internal import TariffModel

/// All scenarios side by side: middle and interval of the changes that are asked for first.
enum ComparisonTable {
  private static let outcomes: [(Outcome, title: String)] = [
    (.exportRevenueChangePercent, "export revenue, %"), (.balanceChange, "bilateral balance"),
    (.totalBalanceChange, "total balance"),
  ]

  /// The lines of the table with its title; none where there is only one row to show.
  static func lines(_ result: SimulationResult, style: TextStyle) -> [String] {
    let scenarios = result.scenarioNames
    let hasPeriods = scenarios.contains { result.leadingPeriods(of: $0).count > 1 }
    let isTotal = scenarios.contains { result.leadingPeriods(of: $0) == [OutcomeKey.allPeriods] }
    var table = TextTable(columns: [TextTable.Column("", .left)] + outcomes.map { TextTable.Column($0.title) })
    var shown: [CentralFigure] = []
    for scenario in scenarios {
      for period in result.leadingPeriods(of: scenario) {
        let figures = outcomes.map { result.summary(scenario, period, $0.0).map { CentralFigure($0, digits: 3) } }
        // A study of regions alone has no exports of home.
        guard figures.contains(where: { $0 != nil }) else { continue }
        shown += figures.compactMap { $0 }
        table.rows.append([hasPeriods ? "\(scenario), \(period)" : scenario] + figures.map { $0?.cell ?? "" })
      }
    }
    guard table.rows.count > 1 else { return [] }
    var lines = table.lines(indent: 2)
    lines[0] = style.faint(lines[0])
    return [
      style.title("Changes side by side" + (isTotal ? ", all periods" : ""))
        + style.faint("  \(CentralFigure.meaning(of: shown)); USD m unless stated")
    ] + lines + [""]
  }
}

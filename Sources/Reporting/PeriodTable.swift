internal import Analysis
internal import Statistics
internal import TariffModel

/// The periods of one scenario side by side, and the sums over them: middle and interval of the changes, and the middle of the duty.
enum PeriodTable {
  private static let outcomes: [(Outcome, title: String)] = [
    (.exportRevenueChangePercent, "export revenue, %"), (.exportRevenueChange, "export revenue"),
    (.balanceChange, "bilateral balance"),
  ]

  /// The lines of the table; what it leaves out is in the files.
  static func lines(_ result: SimulationResult, scenario: String, style: TextStyle) -> [String] {
    let periods = result.periods(of: scenario)
    let outcomes = outcomes.filter { outcome, _ in periods.contains { result.summary(scenario, $0, outcome) != nil } }
    let hasRate = periods.contains { result.summary(scenario, $0, .effectiveTariffRate) != nil }
    // What was not asked for has no column.
    if outcomes.isEmpty, !hasRate { return [] }
    let titles = outcomes.map(\.title) + (hasRate ? ["tariff (level), %"] : [])
    var table = TextTable(columns: [TextTable.Column("change", .left)] + titles.map { TextTable.Column($0) })
    for period in periods {
      let cells = outcomes.map { outcome, _ in
        result.summary(scenario, period, outcome).map { CentralFigure($0, digits: 3).cell } ?? ""
      }
      let rate = result.summary(scenario, period, .effectiveTariffRate).map {
        CentralFigure($0, scale: Outcome.effectiveTariffRate.displayScale, digits: 3)
      }
      table.rows.append([period] + cells + (hasRate ? [rate.map { $0.shown($0.centre) } ?? ""] : []))
    }
    let lines = style.table(table)
    return lines + [style.faint("  Every outcome of each period is in percentiles.csv."), ""]
  }
}

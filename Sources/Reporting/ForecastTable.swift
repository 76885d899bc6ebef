internal import Analysis
internal import Statistics
internal import TariffModel

/// The forecasts of one scenario, period by period: middle and interval of what will be counted.
enum ForecastTable {
  private static let outcomes: [(Outcome, title: String)] = [
    (.forecastExports, "exports"), (.forecastExportsChangePercent, "on the base year, %"), (.forecastBalance, "balance"),
  ]

  /// The lines of the table with its title; none where the study makes no forecasts.
  static func lines(_ result: SimulationResult, scenario: String, style: TextStyle) -> [String] {
    var table = TextTable(
      columns: [TextTable.Column("forecast, USD m", .left)] + outcomes.map { TextTable.Column($0.title) })
    for period in result.periods(of: scenario) {
      let figures = outcomes.map { outcome, _ in
        result.summary(scenario, period, outcome).map { CentralFigure($0, digits: 3) }
      }
      if figures.allSatisfy({ $0 == nil }) { continue }
      table.rows.append([period] + figures.map { $0?.cell ?? "" })
    }
    guard !table.rows.isEmpty else { return [] }
    var lines = table.lines(indent: 2)
    lines[0] = style.faint(lines[0])
    return [""] + style.wrapped(OutcomeKind.forecast.sentence, first: "  ", indent: "  ").map(style.faint) + lines
  }
}

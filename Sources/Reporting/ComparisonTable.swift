internal import Analysis
internal import Statistics
internal import TariffModel

/// All scenarios side by side: middle and interval of the changes that are asked for first.
enum ComparisonTable {
  private static let leading: [(Outcome, title: String)] = [
    (.exportRevenueChangePercent, "export revenue, %"), (.balanceChange, "bilateral balance"),
    (.totalBalanceChange, "total balance"),
  ]

  /// The changes that are asked for first; where a run was asked for some outcomes alone, the first of those.
  private static func shownOutcomes(_ result: SimulationResult) -> [(Outcome, title: String)] {
    guard let chosen = result.plan.selection.outcomes else { return leading }
    let known = leading.filter { chosen.contains($0.0) }
    let others = Outcome.allCases.filter { outcome in chosen.contains(outcome) && !known.contains { $0.0 == outcome } }
    return known
      + others.prefix(leading.count - known.count).map { outcome in
        (outcome, title: outcome.unit == .fraction ? outcome.phrase + ", %" : outcome.phrase)
      }
  }

  /// The lines of the table with its title; none where there is only one row to show.
  static func lines(_ result: SimulationResult, style: TextStyle) -> [String] {
    let scenarios = result.scenarioNames
    let outcomes = shownOutcomes(result)
    let hasPeriods = scenarios.contains { result.leadingPeriods(of: $0).count > 1 }
    let isTotal = scenarios.contains { result.leadingPeriods(of: $0) == [OutcomeKey.allPeriods] }
    var table = TextTable(columns: [TextTable.Column("", .left)] + outcomes.map { TextTable.Column($0.title) })
    var shown: [CentralFigure] = []
    for scenario in scenarios {
      for period in result.leadingPeriods(of: scenario) {
        let figures = outcomes.map { Self.figure(result, scenario, period, $0.0) }
        // A study of regions alone has no exports of home.
        guard figures.contains(where: { $0 != nil }) else { continue }
        shown += figures.compactMap { $0 }
        table.rows.append([hasPeriods ? "\(scenario), \(period)" : scenario] + figures.map { $0?.cell ?? "" })
      }
    }
    guard table.rows.count > 1 else { return [] }
    let lines = style.table(table)
    let title = outcomes.allSatisfy(\.0.isChangeByName) ? "Changes side by side" : "Side by side"
    return style.heading(
      title + (isTotal ? ", all periods" : ""), "\(CentralFigure.meaning(of: shown)); USD m unless stated") + lines + [""]
  }

  private static func figure(
    _ result: SimulationResult, _ scenario: String, _ period: String, _ outcome: Outcome
  ) -> CentralFigure? {
    result.summary(scenario, period, outcome).map { CentralFigure($0, scale: outcome.displayScale, digits: 3) }
  }
}

extension Outcome {
  /// Whether its name says that it is a change.
  fileprivate var isChangeByName: Bool { rawValue.contains("change") }
}

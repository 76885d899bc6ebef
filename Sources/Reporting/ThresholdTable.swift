internal import Analysis
internal import Statistics
internal import TariffModel
internal import TextFormats

/// How probable it is that outcomes stay below the thresholds of a plan, scenario by scenario: for reports without the tables that have
/// it beside each outcome.
enum ThresholdTable {
  /// The lines; none where nothing was asked.
  ///
  /// Of a scenario with several periods the leading ones are shown.
  static func lines(_ result: SimulationResult, style: TextStyle) -> [String] {
    result.plan.thresholds.flatMap { threshold -> [String] in
      let outcome = threshold.outcome
      var table = TextTable(columns: [.init("", .left), .init("chance"), .init("95 % interval")])
      for scenario in result.scenarioNames {
        let periods = result.leadingPeriods(of: scenario)
        for period in periods {
          guard
            let chance = result.summary(scenario, period, outcome)?.exceedances.first(where: { $0.threshold == threshold.value })
          else { continue }
          let name = ShownText.name(scenario) + (periods.count > 1 ? ", " + ShownText.name(period) : "")
          table.rows.append([name] + ConditionTable.cells(chance.probabilityBelow.value, chance.interval))
        }
      }
      guard !table.rows.isEmpty else { return [] }
      let value = NumberText.exact(threshold.value * outcome.displayScale) + (outcome.unit == .fraction ? "%" : "")
      return style.wrapped("Chance of \(outcome.rawValue) < \(value)").map(style.title) + style.table(table) + [""]
    }
  }
}

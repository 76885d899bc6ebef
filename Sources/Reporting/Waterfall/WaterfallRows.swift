package import Analysis
internal import Statistics
internal import TariffModel

/// `waterfall.csv`: what each policy of a scenario adds to those before it, one row a number.
package enum WaterfallRows {
  package static let fileName = "waterfall.csv"

  static let columns = [
    "scenario", "period", "outcome", "unit", "step", "kind", "policy", "statistic", "value", "standard_error", "ci_low",
    "ci_high",
  ]

  /// The table.
  ///
  /// Step 0 is the outcome without any policy. `level_…` are statistics of the outcome with all policies up to the step, `change_…`
  /// of what the step adds in the same draw. Means add up: the `level_mean` of step 0 and the `change_mean` of all steps to the last
  /// `level_mean`.
  package static func text(_ waterfall: Waterfall) -> String {
    var table = CSVText(columns: columns)
    for fall in waterfall.falls {
      var head = CSVText()
      for text in [fall.scenario, fall.period, fall.outcome.rawValue, fall.outcome.unit.rawValue] { head.add(text) }
      func add(_ number: Int, _ policy: PolicyStep?, _ summary: SampleSummary, _ prefix: String) {
        for entry in ComparisonRows.entries(summary, prefix) {
          table.add(head)
          table.add(Double(number))
          table.add(policy?.kind.rawValue ?? "")
          table.add(policy?.name ?? "")
          table.add(entry.statistic)
          table.add(entry.value)
          table.add(entry.standardError)
          table.add(entry.interval?.lowerBound)
          table.add(entry.interval?.upperBound)
          table.endRow()
        }
      }
      add(0, nil, fall.base, "level_")
      for (index, step) in fall.steps.enumerated() {
        add(index + 1, step.policy, step.change, "change_")
        add(index + 1, step.policy, step.level, "level_")
      }
    }
    return table.text
  }
}

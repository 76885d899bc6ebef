internal import Analysis
internal import Statistics
internal import TariffModel
internal import TextFormats

/// How probable the conditions are, scenario by scenario; a block for each condition.
enum ConditionTable {
  /// The lines; none where nothing was asked.
  ///
  /// Of a scenario with several periods the leading ones are shown.
  static func lines(_ result: SimulationResult, style: TextStyle) -> [String] {
    result.plan.conditions.uniqued.flatMap { condition -> [String] in
      let own = result.conditions.filter { $0.condition == condition }
      let shown = own.filter { found in
        guard let scenario = found.scenario, let period = found.period else { return true }
        let leading = result.leadingPeriods(of: scenario)
        return leading.isEmpty || leading.contains(period)
          || !own.contains { $0.scenario == scenario && leading.contains($0.period ?? "") }
      }
      guard !shown.isEmpty else { return [] }
      let hasPeriods = Set(shown.compactMap(\.period)).count > 1
      var table = TextTable(columns: [.init("", .left), .init("chance"), .init("95 % interval")])
      for found in shown {
        let place = [found.scenario, hasPeriods ? found.period : nil].compactMap(\.self).map { ShownText.name($0) }
        let name = place.isEmpty ? "in all" : place.joined(separator: ", ")
        table.rows.append([name] + cells(found))
      }
      return style.wrapped("Chance of " + condition.text).map(style.title) + style.table(table)
        + (shown.count < own.count ? ["  More periods in probabilities.csv."] : []) + [""]
    }
  }

  private static func cells(_ found: ConditionResult) -> [String] {
    guard let probability = found.probability else { return ["—", "among no draw"] }
    return cells(probability.value, probability.interval)
  }

  /// A probability and its interval, with the digits that the interval supports.
  static func cells(_ value: Double, _ interval: ClosedRange<Double>?) -> [String] {
    guard let interval else { return [percent(value, place: -1) + " %", ""] }
    let place = min(0, max(-3, ShownDigits.leadingPlace(50 * (interval.upperBound - interval.lowerBound))))
    return [
      percent(value, place: place) + " %",
      percent(interval.lowerBound, place: place - 1) + " to " + percent(interval.upperBound, place: place - 1),
    ]
  }

  private static func percent(_ share: Double, place: Int) -> String { NumberText.rounded(100 * share, place: place) }
}

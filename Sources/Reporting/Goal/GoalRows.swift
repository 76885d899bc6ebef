internal import Analysis

/// The tables of a goal.
package enum GoalRows {
  /// `solutions.csv`: a row for each scenario.
  ///
  /// `answer` is where the goal begins or ends to hold, `ci_low` and `ci_high` the ends of its 95 % interval, blank where an end lies
  /// outside what was looked at, and `holds` says on which side the goal holds. `value` is the number of the goal at the answer, or where
  /// there is none at the value that came closest, `at`, with its own 95 % interval.
  package static func solutions(_ answer: GoalAnswer) -> String {
    var table = CSVText(columns: [
      "scenario", "period", "goal", "path", "status", "answer", "ci_low", "ci_high", "holds", "at", "value", "value_low",
      "value_high",
      "values_computed", "draws_computed",
    ])
    for entry in answer.entries {
      let result = entry.result
      table.add(entry.scenario ?? "")
      table.add(entry.period ?? "")
      table.add(result.goal.text)
      table.add(answer.path)
      table.add(result.status.rawValue)
      for number in [result.answer, result.low, result.high] { table.add(number) }
      table.add(result.holdsAbove.map { $0 ? "above" : "below" } ?? "")
      table.add(result.there.x)
      add(result.there.value, to: &table)
      table.add(Double(result.points.count))
      table.add(Double(result.drawsComputed))
      table.endRow()
    }
    return table.text
  }

  /// `evaluations.csv`: the number of the goal at every value that was looked at.
  package static func evaluations(_ answer: GoalAnswer) -> String {
    var table = CSVText(columns: ["scenario", "period", "goal", "path", "at", "value", "value_low", "value_high", "draws"])
    for entry in answer.entries {
      for point in entry.result.points {
        table.add(entry.scenario ?? "")
        table.add(entry.period ?? "")
        table.add(entry.result.goal.text)
        table.add(answer.path)
        table.add(point.x)
        add(point.value, to: &table)
        table.add(Double(point.value.draws))
        table.endRow()
      }
    }
    return table.text
  }

  private static func add(_ value: GoalValue, to table: inout CSVText) {
    table.add(value.isUndefined ? nil : value.estimate)
    table.add(value.interval?.lowerBound)
    table.add(value.interval?.upperBound)
  }
}

/// A comparison as `summary.json` has it: every choice against the reference, draw by draw.
package struct ComparedDocument: Hashable, Sendable {
  /// The choices in order, the reference among them.
  package var choices: [String]
  package var reference: String
  package var rows: [Row]

  /// One outcome in one period.
  package struct Row: Hashable, Sendable {
    package var period: String
    package var group: String
    /// The direction that is better: `more` or `less`.
    package var better: String
    /// The outcome under each choice that has one, in the order of the choices.
    package var levels: [Told]
    /// Each choice less the reference.
    package var differences: [Told]
    /// Each choice among all: statistics of the regret, and how often it is the best.
    package var ranks: [Told]
  }

  /// What is told of a choice.
  package struct Told: Hashable, Sendable {
    package var choice: String
    package var figures: OutcomeFigures
    /// Which of the two dominates; nothing where that is not asked.
    package var dominance: String?
  }
}

extension SummaryReader {
  /// Reads a comparison: the document of its own, or that of a run's.
  func comparison(_ value: JSONValue, draws: Int) throws(ResultReadingFailure) -> ComparedDocument {
    ComparedDocument(
      choices: try array("choices", in: value).map { choice throws(ResultReadingFailure) in try text("choice", in: choice) },
      reference: try text("against", in: value),
      rows: try array("comparisons", in: value).map { row throws(ResultReadingFailure) in
        ComparedDocument.Row(
          period: try text("period", in: row), group: try text("group", in: row), better: try text("better", in: row),
          levels: try told("levels", "", in: row, draws: draws),
          differences: try told("againstReference", "difference_", in: row, draws: draws),
          ranks: try told("amongAll", "regret_", in: row, draws: draws))
      })
  }

  private func told(
    _ name: String, _ prefix: String, in row: JSONValue, draws: Int
  ) throws(ResultReadingFailure) -> [ComparedDocument.Told] {
    try array(name, in: row).map { entry throws(ResultReadingFailure) in
      ComparedDocument.Told(
        choice: try text("choice", in: entry),
        figures: OutcomeFigures(
          outcome: try text("outcome", in: row), group: try text("group", in: row), unit: try text("unit", in: row),
          statistics: Self.statistics(entry["statistics"]), prefix: prefix, draws: draws),
        dominance: Self.dominance(entry["statistics"]))
    }
  }

  /// The verdicts in a few words, as the report on the screen has them.
  private static func dominance(_ statistics: JSONValue?) -> String? {
    func verdict(_ name: String) -> String? { statistics?[name]?.textValue }
    if ["p_better", "p_worse"].allSatisfy({ statistics?[$0]?["value"]?.double == 0 }) { return "equal" }
    guard let first = verdict("dominates_first_order") else { return nil }
    let (second, isFirst) = (verdict("dominates_second_order"), verdict("dominated_first_order"))
    let isSecond = verdict("dominated_second_order")
    if first == "yes" { return "1st order" }
    if isFirst == "yes" { return "is dominated, 1st" }
    if second == "yes" { return "2nd order" }
    if isSecond == "yes" { return "is dominated, 2nd" }
    return [first, second, isFirst, isSecond].allSatisfy { $0 == "no" } ? "neither" : "not decided"
  }
}

extension OutcomeFigures {
  /// The figures among statistics whose names begin alike.
  ///
  /// Percentiles are named as in `difference_p5`, moments as in `difference_mean`; what has another name keeps it.
  package init(outcome: String, group: String, unit: String, statistics: [Statistic], prefix: String, draws: Int) {
    var percentiles: [Percentile] = []
    var others: [Statistic] = []
    for statistic in statistics {
      guard statistic.name.hasPrefix(prefix) else {
        others.append(statistic)
        continue
      }
      let name = statistic.name.dropFirst(prefix.count)
      if name.first == "p", let percent = Double(name.dropFirst()) {
        if let value = statistic.value {
          percentiles.append(Percentile(percent: percent, value: value, low: statistic.low, high: statistic.high))
        }
      } else {
        var own = statistic
        own.name = String(name)
        others.append(own)
      }
    }
    self.init(
      outcome: outcome, group: group, unit: unit, percentiles: percentiles, statistics: others, histogram: nil,
      minimum: percentiles.first?.value ?? 0, maximum: percentiles.last?.value ?? 0, draws: draws)
  }
}

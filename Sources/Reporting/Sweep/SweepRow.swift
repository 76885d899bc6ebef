package import Analysis
internal import Statistics
package import TariffModel

/// One number of one variant of a sweep, with what is known of its error.
package struct SweepRow: Hashable, Sendable {
  package var scenario: String
  package var period: String
  package var outcome: Outcome
  /// As the column `group` of a run's tables.
  package var group: String
  package var statistic: String
  /// Nothing where the outcome's law has no such statistic.
  package var value: Double?
  package var standardError: Double?
  package var low: Double?
  package var high: Double?
  /// Whether the interval of a percentile was widened to its bin.
  package var isWidened: Bool

  package init(
    scenario: String, period: String, outcome: Outcome, group: String, statistic: String, value: Double?,
    standardError: Double? = nil, low: Double? = nil, high: Double? = nil, isWidened: Bool = false
  ) {
    self.scenario = scenario
    self.period = period
    self.outcome = outcome
    self.group = group
    self.statistic = statistic
    self.value = value
    self.standardError = standardError
    self.low = low
    self.high = high
    self.isWidened = isWidened
  }
}

extension SweepRow {
  /// The rows of a result: of each outcome the percentiles as `p5`, then what `statistics.csv` of a run has.
  package static func rows(of result: SimulationResult, includingParts: Bool) -> [SweepRow] {
    result.withUndefined.filter { !$0.key.slice.isLine && (includingParts || $0.key.slice == .total) }.flatMap { key, outcome in
      guard let outcome else { return [SweepRow(key, "draws_defined", value: 0)] }
      var rows: [SweepRow] = []
      if let draws = result.drawsDefined(outcome) { rows.append(SweepRow(key, "draws_defined", value: Double(draws))) }
      rows += outcome.summary.percentiles.map {
        SweepRow(
          key, "p" + NumberText.exact($0.percent), value: $0.value, low: $0.interval?.lowerBound, high: $0.interval?.upperBound,
          isWidened: $0.isWidened)
      }
      rows += outcome.summary.namedStatistics.map {
        SweepRow(
          key, $0.name, value: $0.estimate?.value, standardError: $0.estimate?.standardError, low: $0.interval?.lowerBound,
          high: $0.interval?.upperBound)
      }
      return rows
    }
  }

  /// The rows of a comparison of each scenario with itself in another variant: the difference in the same draw, its ratio, and how
  /// often it is better.
  package static func rows(of result: ComparisonResult, scenario: String) -> [SweepRow] {
    result.rows.flatMap { row in
      row.comparisons.flatMap { comparison in
        ComparisonRows.entries(comparison).filter { $0.verdict == nil && $0.statistic != "draws" }.map {
          SweepRow(
            scenario: scenario, period: row.period, outcome: row.outcome, group: row.slice.groupColumn, statistic: $0.statistic,
            value: $0.value, standardError: $0.standardError, low: $0.interval?.lowerBound, high: $0.interval?.upperBound)
        }
      }
    }
  }

  private init(
    _ key: OutcomeKey, _ statistic: String, value: Double?, standardError: Double? = nil, low: Double? = nil,
    high: Double? = nil, isWidened: Bool = false
  ) {
    self.init(
      scenario: key.scenario, period: key.period, outcome: key.outcome, group: key.slice.groupColumn, statistic: statistic,
      value: value, standardError: standardError, low: low, high: high, isWidened: isWidened)
  }
}

package import Analysis
internal import Statistics
package import TariffModel

extension SimulationResult {
  /// The outcomes of totals and groups, without those of single lines.
  var totalsAndGroups: [OutcomeResult] {
    outcomes.contains { $0.key.slice.isLine } ? outcomes.filter { !$0.key.slice.isLine } : outcomes
  }

  /// Scenario names in the study's order.
  var scenarioNames: [String] { outcomes.map(\.key.scenario).uniqued }

  /// The periods of a scenario, in order.
  func periods(of scenario: String) -> [String] {
    places.periods(of: scenario)
  }

  /// The periods of a scenario without the sums over several.
  func singlePeriods(of scenario: String) -> [String] { ReportedPeriods.single(periods(of: scenario)) }

  /// What a reader is told of first: the sum over all periods, or every period where there is no such sum.
  func leadingPeriods(of scenario: String) -> [String] { ReportedPeriods.leading(periods(of: scenario)) }

  /// Whether an outcome lies in a period that a reader is told of first.
  package func isLeading(_ key: OutcomeKey) -> Bool { leadingPeriods(of: key.scenario).contains(key.period) }

  /// The outcomes of a scenario.
  func outcomes(of scenario: String) -> [OutcomeResult] {
    outcomes[places.range(of: scenario)].filter { $0.key.scenario == scenario }
  }

  /// The distribution of one outcome in total.
  func summary(_ scenario: String, _ period: String, _ outcome: Outcome) -> SampleSummary? {
    let key = OutcomeKey(scenario: scenario, period: period, outcome: outcome, slice: .total)
    return places[key].map { outcomes[$0].summary }
  }

  /// The first number that is not finite, with the name of its statistic: a mistake of the program's own, never to be written.
  ///
  /// Complexity: O(numbers of the result).
  package var unreportable: UnreportableNumber? {
    for outcome in outcomes {
      if let name = outcome.summary.nameOfNonFinite { return UnreportableNumber(key: outcome.key, statistic: name) }
    }
    return nil
  }
}

/// A number that is infinite or undefined, where every number must be finite.
package struct UnreportableNumber: Error, Hashable, Sendable {
  package var key: OutcomeKey
  package var statistic: String

  package init(key: OutcomeKey, statistic: String) {
    self.key = key
    self.statistic = statistic
  }
}

extension OutcomeSlice {
  /// The code of the market, where it is one market of one origin.
  var market: String? { if case .flow(_, let market) = self { market } else { nil } }

  /// The text of the column `group` where the market has a column of its own.
  var groupBesideMarket: String { if case .flow(let origin, _) = self { origin } else { groupColumn } }

  var isLine: Bool { if case .line = self { true } else { false } }
}

extension SampleSummary {
  fileprivate var nameOfNonFinite: String? {
    let shown = hasFiniteStatistics ? nil : namedStatistics.first { !($0.estimate?.isFinite ?? true) }?.name
    if let shown { return shown }
    return percentiles.first { !$0.isFinite }.map { "percentile \($0.percent)" } ?? nameOfNonFiniteRange
  }

  private var hasFiniteStatistics: Bool {
    mean.isFinite && standardDeviation.isFinite && skewness.isFinite && exceedances.allSatisfy(\.probabilityBelow.isFinite)
      && lowerShortfall.mean.isFinite && upperShortfall.mean.isFinite
  }

  private var nameOfNonFiniteRange: String? {
    [minimum, maximum, histogram.lower, histogram.upper].allSatisfy(\.isFinite) ? nil : "range"
  }
}

extension Estimate {
  fileprivate var isFinite: Bool { value.isFinite && (standardError ?? 0).isFinite }
}

extension PercentileEstimate {
  fileprivate var isFinite: Bool {
    value.isFinite && (interval?.lowerBound ?? 0).isFinite && (interval?.upperBound ?? 0).isFinite
  }
}

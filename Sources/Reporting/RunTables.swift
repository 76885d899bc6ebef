package import Simulation
internal import Statistics
internal import TariffModel

/// The tables of a result folder, as text.
package enum RunTables {
  /// `percentiles.csv`: one row for each percentile, with its 95 % interval where the draws suffice for one.
  package static func percentiles(_ result: SimulationResult) -> String {
    var text = CSVText.line([
      "scenario", "period", "outcome", "group", "unit", "percentile", "value", "ci_low", "ci_high",
    ])
    for outcome in result.totalsAndGroups {
      let head = head(outcome)
      for percentile in outcome.summary.percentiles {
        text += CSVText.line(
          head + [
            NumberText.exact(percentile.percent), NumberText.exact(percentile.value),
            CSVText.number(percentile.interval?.lowerBound), CSVText.number(percentile.interval?.upperBound),
          ])
      }
    }
    return text
  }

  /// `statistics.csv`: moments, probabilities and tail means, one row each with its standard error where there is one.
  package static func statistics(_ result: SimulationResult) -> String {
    var text = CSVText.line(["scenario", "period", "outcome", "group", "unit", "statistic", "value", "standard_error"])
    for outcome in result.totalsAndGroups {
      let head = head(outcome)
      for statistic in outcome.summary.namedStatistics {
        text += CSVText.line(
          head + [
            statistic.name, NumberText.exact(statistic.estimate.value), CSVText.number(statistic.estimate.standardError),
          ])
      }
    }
    return text
  }

  /// `lines.csv`: export revenue and its change line by line.
  ///
  /// A percentile that the run was not asked for is blank.
  package static func lines(_ result: SimulationResult) -> String {
    var text = CSVText.line(["scenario", "period", "outcome", "line", "unit", "mean", "sd", "p5", "p50", "p95"])
    for outcome in result.outcomes {
      guard case .line(let line) = outcome.key.slice else { continue }
      let key = outcome.key
      let summary = outcome.summary
      text += CSVText.line(
        [key.scenario, key.period, key.outcome.rawValue, line, key.outcome.unit.rawValue]
          + [NumberText.exact(summary.mean.value), NumberText.exact(summary.standardDeviation.value)]
          + [5, 50, 95].map { CSVText.number(summary.percentile($0)?.value) })
    }
    return text
  }

  /// `assumptions.csv`: every number that the study states.
  ///
  /// A number that names a parameter shows the parameter's source and judgement where it states none itself.
  package static func assumptions(_ rows: [AssumptionRow]) -> String {
    var text = CSVText.line(["path", "distribution", "mean", "sd", "p5", "p50", "p95", "source", "judgement"])
    for row in rows {
      let figures = [row.mean, row.standardDeviation, row.p5, row.p50, row.p95]
      text += CSVText.line(
        [row.path, row.distribution] + figures.map(CSVText.number) + [row.source ?? "", row.isJudgement ? "true" : "false"])
    }
    return text
  }

  /// The columns that name an outcome.
  private static func head(_ outcome: OutcomeResult) -> [String] {
    let key = outcome.key
    return [key.scenario, key.period, key.outcome.rawValue, key.slice.groupColumn, key.outcome.unit.rawValue]
  }
}

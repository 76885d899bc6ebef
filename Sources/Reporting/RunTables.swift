package import Simulation
internal import Statistics
internal import TariffModel

/// The tables of a result folder, as text.
package enum RunTables {
  /// `percentiles.csv`: one row for each percentile, with its 95 % interval where the draws suffice for one.
  ///
  /// `resolution` is `coarse` where bins hold too many draws and the interval was widened to theirs, else blank.
  package static func percentiles(_ result: SimulationResult) -> String {
    var table = CSVText(columns: outcomeColumns("group") + ["percentile", "value", "ci_low", "ci_high", "resolution"])
    for outcome in result.totalsAndGroups {
      let head = head(outcome)
      for percentile in outcome.summary.percentiles {
        table.add(head)
        table.add(percentile.percent)
        table.add(percentile.value)
        table.add(percentile.interval?.lowerBound)
        table.add(percentile.interval?.upperBound)
        table.add(percentile.isWidened ? "coarse" : "")
        table.endRow()
      }
    }
    return table.text
  }

  /// `statistics.csv`: moments, probabilities and tail means, one row each with its standard error where there is one.
  package static func statistics(_ result: SimulationResult) -> String {
    var table = CSVText(columns: outcomeColumns("group") + ["statistic", "value", "standard_error"])
    for outcome in result.totalsAndGroups {
      let head = head(outcome)
      for statistic in outcome.summary.namedStatistics {
        table.add(head)
        table.add(statistic.name)
        table.add(statistic.estimate.value)
        table.add(statistic.estimate.standardError)
        table.endRow()
      }
    }
    return table.text
  }

  /// `lines.csv`: export revenue, its change, the partner's duty and the incidence line by line.
  ///
  /// One column for each percentile that the run was asked for.
  package static func lines(_ result: SimulationResult) -> String {
    let percentiles = result.plan.percentiles
    var table = CSVText(columns: outcomeColumns("line") + ["mean", "sd"] + percentiles.map { "p" + NumberText.exact($0) })
    for outcome in result.outcomes {
      guard case .line = outcome.key.slice else { continue }
      let summary = outcome.summary
      table.add(head(outcome))
      table.add(summary.mean.value)
      table.add(summary.standardDeviation.value)
      for percent in percentiles { table.add(summary.percentile(percent)?.value) }
      table.endRow()
    }
    return table.text
  }

  /// `assumptions.csv`: every number that the study states.
  ///
  /// A number that names a parameter shows the parameter's source and judgement where it states none itself.
  package static func assumptions(_ rows: [AssumptionRow]) -> String {
    var table = CSVText(columns: ["path", "distribution", "mean", "sd", "p5", "p50", "p95", "source", "judgement"])
    for row in rows {
      table.add(row.path)
      table.add(row.distribution)
      table.add(row.mean)
      table.add(row.standardDeviation)
      table.add(row.p5)
      table.add(row.p50)
      table.add(row.p95)
      table.add(row.source ?? "")
      table.add(row.isJudgement ? "true" : "false")
      table.endRow()
    }
    return table.text
  }

  /// The columns that name an outcome; `slice` is what its last part is called.
  private static func outcomeColumns(_ slice: String) -> [String] { ["scenario", "period", "outcome", slice, "unit"] }

  /// The fields of the columns that name an outcome.
  private static func head(_ outcome: OutcomeResult) -> CSVText {
    let key = outcome.key
    var fields = CSVText()
    fields.add(key.scenario)
    fields.add(key.period)
    fields.add(key.outcome.rawValue)
    fields.add(key.slice.groupColumn)
    fields.add(key.outcome.unit.rawValue)
    return fields
  }
}

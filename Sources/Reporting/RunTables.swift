package import Analysis
internal import Statistics
internal import TariffModel

/// The tables of a result folder, as text.
package enum RunTables {
  /// `percentiles.csv`: one row for each percentile, with its 95 % interval where the draws suffice for one.
  ///
  /// `resolution` is `coarse` where bins hold too many draws and the interval was widened to theirs, else blank.
  package static func percentiles(_ result: SimulationResult) -> String {
    let keys = KeyColumns(result)
    var table = CSVText(columns: percentileColumns(keys))
    addPercentiles(of: result, keys: keys, after: nil, to: &table)
    return result.marked(table.text)
  }

  static func percentileColumns(_ keys: KeyColumns) -> [String] {
    keys.columns("group") + ["percentile", "value", "ci_low", "ci_high", "resolution"]
  }

  /// Adds the rows of a result, each with some fields before it.
  static func addPercentiles(
    of result: SimulationResult, keys: KeyColumns, after fields: CSVText?, to table: inout CSVText
  ) {
    for outcome in result.totalsAndGroups {
      let head = keys.fields(outcome.key)
      for percentile in outcome.summary.percentiles {
        if let fields { table.add(fields) }
        table.add(head)
        table.add(percentile.percent)
        table.add(percentile.value)
        table.add(percentile.interval?.lowerBound)
        table.add(percentile.interval?.upperBound)
        table.add(percentile.isWidened ? "coarse" : "")
        table.endRow()
      }
    }
  }

  /// `statistics.csv`: moments, probabilities and tail means, one row each with its standard error where there is one.
  ///
  /// A ratio that is not defined in all draws has a row `draws_defined`, and no other row where it is defined in none. The
  /// value is blank where the outcome's law has no such statistic. Probabilities have an exact 95 % interval (Clopper and Pearson),
  /// however many hits they rest on; under a design of replicates every statistic has one, from their differences.
  package static func statistics(_ result: SimulationResult) -> String {
    let kinds = KeyColumns(result)
    var table = CSVText(columns: kinds.columns("group") + ["statistic", "value", "standard_error", "ci_low", "ci_high"])
    for (key, outcome) in result.withUndefined where !key.slice.isLine {
      let head = kinds.fields(key)
      guard let outcome else {
        Self.addDrawsDefined(0, head, to: &table)
        continue
      }
      if let draws = result.drawsDefined(outcome) { Self.addDrawsDefined(draws, head, to: &table) }
      for statistic in outcome.summary.namedStatistics {
        table.add(head)
        table.add(statistic.name)
        table.add(statistic.estimate?.value)
        table.add(statistic.estimate?.standardError)
        table.add(statistic.interval?.lowerBound)
        table.add(statistic.interval?.upperBound)
        table.endRow()
      }
    }
    return table.text
  }

  /// `lines.csv`: export revenue, its change, the partner's duty and the incidence line by line.
  ///
  /// One column for each percentile that the run was asked for; a ratio that is defined in no draw is blank. Where some ratio of a
  /// line is not defined in all draws, a last column `draws_defined` says in how many each is.
  package static func lines(_ result: SimulationResult) -> String {
    let rows = result.withUndefined.filter(\.key.slice.isLine)
    let tellsDraws = rows.contains { $0.result.map { result.drawsDefined($0) != nil } ?? true }
    let percentiles = result.plan.percentiles
    let columns = ["mean", "sd"] + percentiles.map { "p" + NumberText.exact($0) } + (tellsDraws ? ["draws_defined"] : [])
    let kinds = KeyColumns(result)
    var table = CSVText(columns: kinds.columns("line") + columns)
    for (key, outcome) in rows {
      let summary = outcome?.summary
      table.add(kinds.fields(key))
      table.add(summary?.toldMean?.value)
      table.add(summary?.toldStandardDeviation?.value)
      for percent in percentiles { table.add(summary?.percentile(percent)?.value) }
      if tellsDraws { table.add(Double(summary?.draws ?? 0)) }
      table.endRow()
    }
    return table.text
  }

  /// The columns of `assumptions.csv`.
  static let assumptionColumns = ["path", "distribution", "mean", "sd", "p5", "p50", "p95", "source", "judgement"]

  /// `assumptions.csv`: every number that the study states.
  ///
  /// A number that names a parameter shows the parameter's source and judgement where it states none itself.
  package static func assumptions(_ rows: [AssumptionRow]) -> String {
    var table = CSVText(columns: assumptionColumns)
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

  private static func addDrawsDefined(_ draws: Int, _ head: CSVText, to table: inout CSVText) {
    table.add(head)
    table.add("draws_defined")
    table.add(Double(draws))
    for _ in 0..<3 { table.add(nil as Double?) }
    table.endRow()
  }
}

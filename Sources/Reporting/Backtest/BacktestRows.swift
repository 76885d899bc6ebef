package import Analysis
internal import Statistics
internal import TariffModel

/// The tables of a backtest.
package enum BacktestRows {
  private static let levels = ForecastScore.levels.map { "p" + NumberText.exact((100 * $0).rounded()) }

  /// `actuals.csv`: one row an actual with its forecast and its scores.
  ///
  /// Changes are on the same days of the base year, in percent; `crps_pct…` are in points of them and `crps_log…` in logarithms, of the
  /// model and of the naive forecasts: a no change, a_prime no change with the spread of the history, b last year's growth with it.
  package static func actuals(_ result: BacktestResult) -> String {
    let naive = ActualScore.Forecaster.allCases.dropFirst()
    let crps = ["crps_pct", "crps_log"] + naive.flatMap { ["crps_pct_\($0.rawValue)", "crps_log_\($0.rawValue)"] }
    var table = CSVText(
      columns: [
        "origin", "hs", "group", "period", "start", "end", "reporter", "date_concept", "sample", "value", "base",
        "actual_change_pct",
      ] + levels.map { "forecast_change_pct_" + $0 } + ["pit", "within_90", "within_50"] + crps
        + levels.map { "pinball_pct_" + $0 } + levels.map { "pinball_log_" + $0 } + ["place"])
    for score in result.scores {
      let actual = score.actual
      for text in [
        actual.origin, actual.goods.text, actual.group, actual.period, actual.start.description, actual.end.description,
        actual.reporter ?? "", actual.dateConcept ?? "", actual.sample,
      ] {
        table.add(text)
      }
      for number in [actual.value, actual.base, score.change] { table.add(number) }
      for index in levels.indices { table.add(score.quantiles.isEmpty ? nil : score.quantiles[index]) }
      table.add(score.pit)
      for tail in [0.05, 0.25] { table.add(score.isWithin(tail: tail).map { $0 ? "true" : "false" } ?? "") }
      for forecaster in ActualScore.Forecaster.allCases {
        table.add(score.percent[forecaster]?.crps)
        table.add(score.log[forecaster]?.crps)
      }
      for losses in [score.percent[.model], score.log[.model]] {
        for index in levels.indices { table.add(losses?.pinball[index]) }
      }
      table.add(actual.place)
      table.endRow()
    }
    return table.text
  }

  /// `scores.csv`: the scores of all actuals together, of each sample, origin, group and period; one row a number.
  package static func scores(_ summaries: [BacktestSummary]) -> String {
    var table = CSVText(columns: [
      "part", "name", "forecaster", "unit", "statistic", "value", "ci_low", "ci_high", "actuals", "clusters",
    ])
    for summary in summaries {
      for entry in entries(of: summary) {
        for text in [
          summary.part.rawValue, summary.name, entry.forecaster?.rawValue ?? "", entry.unit, entry.statistic,
        ] {
          table.add(text)
        }
        for number in [entry.value, entry.interval?.lowerBound, entry.interval?.upperBound] { table.add(number) }
        table.add(Double(entry.actuals))
        table.add(Double(summary.clusters))
        table.endRow()
      }
    }
    return table.text
  }

  /// `unscored.csv`: what no forecast can be held against, row by row, and why.
  package static func unscored(_ result: BacktestResult) -> String {
    var table = CSVText(columns: ["origin", "hs", "start", "end", "reason", "place"])
    for record in result.unscored {
      for text in [
        record.origin, record.goods.text, record.start.description, record.end.description, record.reason.text, record.place,
      ] {
        table.add(text)
      }
      table.endRow()
    }
    return table.text
  }

  /// A number of a summary.
  struct Entry {
    var forecaster: ActualScore.Forecaster?
    var unit = ""
    var statistic: String
    var value: Double
    var interval: ClosedRange<Double>?
    var actuals: Int
  }

  /// What is known of a part, in the order of the file.
  static func entries(of summary: BacktestSummary) -> [Entry] {
    var entries: [Entry] = []
    for (name, coverage) in [("within_90", summary.coverage90), ("within_50", summary.coverage50)] {
      guard let coverage else { continue }
      entries.append(
        Entry(
          forecaster: .model, statistic: name, value: coverage.share, interval: coverage.interval, actuals: coverage.observations)
      )
    }
    for forecaster in ActualScore.Forecaster.allCases {
      for (unit, mean) in [("pct", summary.percent[forecaster]), ("log", summary.log[forecaster])] {
        guard let mean else { continue }
        let named = [("crps", mean.crps), ("crps_by_cluster", mean.crpsByCluster), ("crps_of_model_there", mean.crpsOfModel)]
        for (name, value) in named + zip(levels.map { "pinball_" + $0 }, mean.pinball) {
          entries.append(Entry(forecaster: forecaster, unit: unit, statistic: name, value: value, actuals: mean.actuals))
        }
      }
    }
    if let ratio = summary.ratioToNaive {
      entries.append(
        Entry(forecaster: .model, unit: "log", statistic: "crps_over_better_naive", value: ratio, actuals: summary.actuals))
    }
    for (bin, count) in summary.pitCounts.enumerated() {
      entries.append(
        Entry(forecaster: .model, statistic: "pit_\(10 * bin)_\(10 * bin + 10)", value: Double(count), actuals: summary.actuals))
    }
    return entries
  }
}

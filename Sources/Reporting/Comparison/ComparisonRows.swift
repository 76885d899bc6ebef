package import Analysis
internal import Statistics
internal import TariffModel

/// `comparisons.csv`: every choice against the reference, one row a number.
package enum ComparisonRows {
  /// The table.
  ///
  /// Rows without `against` are about all choices together. `difference_…` are statistics of the choice less the reference in the
  /// same draw, `change_pct_…` of 100·(choice/reference − 1), which rests on `change_pct_draws_defined` draws where the reference is 0
  /// in the others; `percentile_difference_…` is the choice's percentile less the
  /// reference's, which is another number. `p_better`, `p_worse` and `p_equal` add up to 1, in the direction that `better` states.
  /// Dominance is a word in `verdict`. `regret_…` are statistics of the distance from the best choice in the same draw, `p_best` is
  /// the probability that none is better.
  package static func text(_ results: [ComparisonResult]) -> String {
    var table = CSVText(columns: [
      "period", "outcome", "group", "unit", "better", "choice", "against", "statistic", "value", "standard_error", "ci_low",
      "ci_high", "verdict",
    ])
    for (result, row) in results.flatMap({ result in result.rows.map { (result, $0) } }) {
      for comparison in row.comparisons {
        var head = head(row, choice: result.choices[comparison.choice].label)
        head.add(result.choices[result.reference].label)
        for entry in entries(comparison) { add(entry, head, to: &table) }
      }
      for regret in row.regrets {
        var head = head(row, choice: result.choices[regret.choice].label)
        head.add("")
        for entry in entries(regret) { add(entry, head, to: &table) }
      }
    }
    return table.text
  }

  /// A number with what is known of its error, or a word.
  struct Entry {
    var statistic: String
    var value: Double?
    var standardError: Double?
    var interval: ClosedRange<Double>?
    var verdict: DominanceVerdict?
  }

  /// What is known of a choice against the reference, in the order of the file.
  static func entries(_ comparison: ChoiceComparison) -> [Entry] {
    var entries = Self.entries(comparison.difference, "difference_")
    if let change = comparison.percentChange {
      entries += Self.entries(change, "change_pct_")
      if change.draws < comparison.pair.draws {
        entries.append(Entry(statistic: "change_pct_draws_defined", value: Double(change.draws)))
      }
    }
    entries += comparison.pair.percentileDifferences.map {
      Entry(
        statistic: "percentile_difference_p" + NumberText.exact($0.percent), value: $0.value, interval: $0.interval)
    }
    entries += [
      Entry(statistic: "p_better", value: comparison.better.value, interval: comparison.better.interval),
      Entry(statistic: "p_worse", value: comparison.worse.value, interval: comparison.worse.interval),
      Entry(statistic: "p_equal", value: comparison.pair.equal.value, interval: comparison.pair.equal.interval),
      Entry(statistic: "dominates_first_order", verdict: comparison.dominates.firstOrder),
      Entry(statistic: "dominates_second_order", verdict: comparison.dominates.secondOrder),
      Entry(statistic: "dominated_first_order", verdict: comparison.isDominated.firstOrder),
      Entry(statistic: "dominated_second_order", verdict: comparison.isDominated.secondOrder),
      Entry(statistic: "draws", value: Double(comparison.pair.draws)),
    ]
    return entries
  }

  /// What is known of a choice among all.
  static func entries(_ regret: ChoiceRegret) -> [Entry] {
    let mean = regret.regret.toldMean
    return [
      Entry(statistic: "regret_mean", value: mean?.value, standardError: mean?.standardError)
    ]
      + regret.regret.percentiles.map {
        Entry(statistic: "regret_p" + NumberText.exact($0.percent), value: $0.value, interval: $0.interval)
      } + [Entry(statistic: "p_best", value: regret.best.value, interval: regret.best.interval)]
  }

  /// The distribution of something, with a prefix before the names.
  static func entries(_ summary: SampleSummary, _ prefix: String) -> [Entry] {
    let (mean, deviation) = (summary.toldMean, summary.toldStandardDeviation)
    return [
      Entry(statistic: prefix + "mean", value: mean?.value, standardError: mean?.standardError),
      Entry(statistic: prefix + "sd", value: deviation?.value, standardError: deviation?.standardError),
    ]
      + summary.percentiles.map {
        Entry(statistic: prefix + "p" + NumberText.exact($0.percent), value: $0.value, interval: $0.interval)
      }
  }

  private static func head(_ row: ComparedOutcome, choice: String) -> CSVText {
    var fields = CSVText()
    fields.add(row.period)
    fields.add(row.outcome.rawValue)
    fields.add(row.slice.groupColumn)
    fields.add(row.outcome.unit.rawValue)
    fields.add(row.direction.rawValue)
    fields.add(choice)
    return fields
  }

  private static func add(_ entry: Entry, _ head: CSVText, to table: inout CSVText) {
    table.add(head)
    table.add(entry.statistic)
    table.add(entry.value)
    table.add(entry.standardError)
    table.add(entry.interval?.lowerBound)
    table.add(entry.interval?.upperBound)
    table.add(entry.verdict?.rawValue ?? "")
    table.endRow()
  }
}

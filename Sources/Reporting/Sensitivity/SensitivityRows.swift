package import Analysis
internal import Statistics
internal import TariffModel

/// `sensitivity.csv`: what each input does to each outcome, one row a number.
package enum SensitivityRows {
  /// The table.
  ///
  /// Rows without an input are about the outcome itself. `first_order` is the share of the variance that knowing the input
  /// takes off, `variance_cut` the same in the outcome's unit squared, `width_cut` the share of the distance from the 5th to
  /// the 95th percentile; `total` what the input has a part in; `shapley` its share of the whole. `at_p10` and `at_p90` are
  /// the outcome with the input's numbers there and all others at their medians. `rank_best` and `rank_worst` are the places
  /// that the intervals leave open: where they differ, the order is not decided.
  package static func text(_ result: SensitivityResult) -> String {
    var table = CSVText(columns: [
      "scenario", "against", "period", "outcome", "group", "unit", "input", "numbers", "statistic", "value", "standard_error",
      "ci_low", "ci_high",
    ])
    for outcome in result.outcomes {
      for entry in entries(outcome) { add(entry, head(outcome, result, input: nil), to: &table) }
      for influence in outcome.inputs {
        let head = head(outcome, result, input: influence.input)
        for entry in entries(influence, of: outcome) { add(entry, head, to: &table) }
      }
    }
    return table.text
  }

  /// A number with what is known of its error.
  struct Entry {
    var statistic: String
    var value: Double
    var standardError: Double?
    var interval: ClosedRange<Double>?

    init(_ statistic: String, _ value: Double) {
      self.statistic = statistic
      self.value = value
    }

    init(_ statistic: String, _ estimate: IndexEstimate, scale: Double = 1) {
      self.statistic = statistic
      value = estimate.value * scale
      standardError = estimate.standardError * scale
      interval = (estimate.interval.lowerBound * scale)...(estimate.interval.upperBound * scale)
    }
  }

  /// What is known of an outcome, in the order of the file.
  static func entries(_ outcome: OutcomeSensitivity) -> [Entry] {
    var entries: [Entry] = []
    if let certain = outcome.certain { entries.append(Entry("certain", certain)) }
    if let spread = outcome.spread {
      entries += [
        Entry("mean", spread.mean), Entry("sd", spread.standardDeviation), Entry("p5", spread.low), Entry("p95", spread.high),
      ]
    }
    if outcome.certain == nil, let median = outcome.medianCase { entries.append(Entry("median_case", median)) }
    return entries + [Entry("draws_left_out", Double(outcome.unusableDraws))]
  }

  /// What is known of an input.
  static func entries(_ influence: InputInfluence, of outcome: OutcomeSensitivity) -> [Entry] {
    var entries: [Entry] = []
    if let first = influence.firstOrder {
      entries.append(Entry("first_order", first))
      if let deviation = outcome.spread?.standardDeviation {
        entries.append(Entry("variance_cut", first, scale: deviation * deviation))
      }
    }
    if let total = influence.total { entries.append(Entry("total", total)) }
    if let shapley = influence.shapley { entries.append(Entry("shapley", shapley)) }
    if let cut = influence.widthCut { entries.append(Entry("width_cut", cut)) }
    if let low = influence.low { entries.append(Entry("at_p10", low)) }
    if let high = influence.high { entries.append(Entry("at_p90", high)) }
    return entries + [
      Entry("rank_best", Double(influence.rank.lowerBound)), Entry("rank_worst", Double(influence.rank.upperBound)),
    ]
  }

  private static func head(_ outcome: OutcomeSensitivity, _ result: SensitivityResult, input: Int?) -> CSVText {
    var fields = CSVText()
    fields.add(outcome.key.scenario)
    fields.add(result.against ?? "")
    fields.add(outcome.key.period)
    fields.add(outcome.key.outcome.rawValue)
    fields.add(outcome.key.slice.groupColumn)
    fields.add(outcome.key.outcome.unit.rawValue)
    fields.add(input.map { result.inputs[$0].name } ?? "")
    fields.add(input.map { Double(result.inputs[$0].numbers.count) })
    return fields
  }

  private static func add(_ entry: Entry, _ head: CSVText, to table: inout CSVText) {
    table.add(head)
    table.add(entry.statistic)
    table.add(entry.value)
    table.add(entry.standardError)
    table.add(entry.interval?.lowerBound)
    table.add(entry.interval?.upperBound)
    table.endRow()
  }
}

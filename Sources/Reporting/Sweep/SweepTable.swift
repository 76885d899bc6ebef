package import Analysis
internal import TariffModel

/// What became of one variant.
package enum VariantEnding: Hashable, Sendable {
  case finished([SweepRow])
  /// In one line.
  case failed(String)
}

/// All variants of a sweep, in order.
package struct SweepResult: Sendable {
  package var design: SweepDesign
  package var plan: Plan
  /// One for each variant.
  package var endings: [VariantEnding]
  /// The values that differences are taken from, as they are typed; empty where none are taken.
  package var against: [(name: String, value: String)]

  package init(design: SweepDesign, plan: Plan, endings: [VariantEnding], against: [(name: String, value: String)]) {
    self.design = design
    self.plan = plan
    self.endings = endings
    self.against = against
  }

  /// The variants that have no rows, with the reason.
  package var failures: [(variant: Int, reason: String)] {
    endings.enumerated().compactMap { if case .failed(let reason) = $1 { ($0, reason) } else { nil } }
  }
}

/// `sweep.csv`: all variants, a column for each coordinate, one row a number.
package enum SweepTable {
  /// The table; a variant that failed has no rows.
  ///
  /// `value`, `standard_error` and the interval are those of a run with the same values in `--set`, to the last digit.
  package static func text(_ result: SweepResult) -> String {
    var table = CSVText(
      columns: result.design.coordinates.map(\.name) + [
        "scenario", "period", "outcome", "group", "unit", "statistic", "value", "standard_error", "ci_low", "ci_high",
        "resolution",
      ])
    for (variant, ending) in result.endings.enumerated() {
      guard case .finished(let rows) = ending else { continue }
      var head = CSVText()
      for value in result.design.values(of: variant) { add(value, to: &head) }
      for row in rows {
        table.add(head)
        table.add(row.scenario)
        table.add(row.period)
        table.add(row.outcome.rawValue)
        table.add(row.group)
        table.add(row.outcome.unit.rawValue)
        table.add(row.statistic)
        table.add(row.value)
        table.add(row.standardError)
        table.add(row.low)
        table.add(row.high)
        table.add(row.isWidened ? "coarse" : "")
        table.endRow()
      }
    }
    return table.text
  }

  /// Adds the value of a coordinate: a number as one, since a text that begins with a minus sign would be guarded.
  private static func add(_ value: String, to table: inout CSVText) {
    if let number = Double(value), number.isFinite { table.add(number) } else { table.add(value) }
  }

  /// `failures.csv`: the variants without rows, each with the reason.
  package static func failures(_ result: SweepResult) -> String {
    var table = CSVText(columns: result.design.coordinates.map(\.name) + ["reason"])
    for (variant, reason) in result.failures {
      for value in result.design.values(of: variant) { add(value, to: &table) }
      table.add(reason)
      table.endRow()
    }
    return table.text
  }
}

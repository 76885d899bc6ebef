package import Analysis
internal import Statistics
internal import TariffModel

/// How the files of a batch went, one row each.
package enum BatchTable {
  /// One file of a batch.
  package struct Row: Sendable {
    /// The file as the user named it.
    package var input: String
    package var ending: Ending

    /// A result with its folder, or what went wrong in one line.
    package enum Ending: Sendable {
      case finished(SimulationResult, folder: String)
      case failed(String)
      /// Not started, because the batch was interrupted before.
      case notStarted
    }

    package init(input: String, ending: Ending) {
      self.input = input
      self.ending = ending
    }
  }

  /// The table, with a line feed at its end.
  package static func text(_ rows: [Row], style: TextStyle) -> String {
    let failed = rows.filter { if case .finished = $0.ending { false } else { true } }.count
    var table = TextTable(
      columns: [
        .init("file", .left), .init("scenarios"), .init("exports, %"), .init("balance, USD m"),
        .init("result", .left, isWhole: true),
      ])
    for row in rows {
      switch row.ending {
      case .finished(let result, let folder):
        table.rows.append([
          row.input, NumberText.count(result.scenarioNames.count), range(.exportRevenueChangePercent, in: result),
          range(.balanceChange, in: result), folder,
        ])
      case .failed(let reason): table.rows.append([row.input, "", "", "", "failed: " + reason])
      case .notStarted: table.rows.append([row.input, "", "", "", "not started"])
      }
    }
    let lines = style.table(table)
    let title = "Batch: \(rows.count - failed) of \(rows.count) finished"
    let hasSums = rows.contains { row in
      guard case .finished(let result, _) = row.ending else { return false }
      return result.outcomes.contains { $0.key.period == OutcomeKey.allPeriods }
    }
    let meaning =
      "changes: lowest and highest median over scenarios and periods"
      + (hasSums ? "; where all periods are summed, of the sum" : "")
    return (style.heading(title, meaning) + lines).joined(separator: "\n") + "\n"
  }

  /// The lowest and the highest middle of an outcome.
  private static func range(_ outcome: Outcome, in result: SimulationResult) -> String {
    let totals = result.outcomes.filter { $0.key.outcome == outcome && $0.key.slice == .total }
    let sums = totals.filter { $0.key.period == OutcomeKey.allPeriods }
    let figures = (sums.isEmpty ? totals : sums)
      .map { CentralFigure($0.summary, digits: 3) }
    guard let low = figures.min(by: { $0.centre < $1.centre }), let high = figures.max(by: { $0.centre < $1.centre }) else {
      return ""
    }
    let (first, last) = (low.shown(low.centre), high.shown(high.centre))
    return first == last ? first : first + " to " + last
  }
}

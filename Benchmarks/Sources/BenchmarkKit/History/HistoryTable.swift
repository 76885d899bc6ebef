internal import Reporting

/// A history for the terminal: a line a benchmark, with the course of its medians in small bars from zero.
package enum HistoryTable {
  /// The table with the dates it covers above it.
  package static func text(_ history: History, filter: NameFilter) -> String {
    var table = TextTable(columns: [
      .init("benchmark", .left), .init("course", .left), .init("first"), .init("last"), .init("unit", .left), .init("last/first"),
    ])
    for series in history.series(matching: filter) {
      guard let movement = series.movement else { continue }
      table.rows.append([
        series.name, bars(series.medians), NumberText.short(movement.first), NumberText.short(movement.last),
        series.unit.rawValue, NumberText.rounded(movement.ratio, place: -2),
      ])
    }
    return heading(history) + "\n\n" + table.lines().map { $0 + "\n" }.joined()
  }

  /// Which results are drawn, in a sentence.
  package static func heading(_ history: History) -> String {
    let dates = history.reports.map { $0.machine.date.prefix(10) }
    let count = history.reports.count
    let span = count == 1 ? "1 result of \(dates[0])" : "\(count) results from \(dates[0]) to \(dates[count - 1])"
    let others = history.otherMachines == 0 ? "" : "; \(history.otherMachines) of other machines left out"
    return span + ", " + history.reports[count - 1].machine.processor + others
  }

  /// A bar for each value, as high as its share of the largest; a dot where there is none.
  package static func bars(_ values: [Double?]) -> String {
    let largest = values.compactMap { $0 }.max() ?? 0
    let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return String(
      values.map { value in
        guard let value, largest > 0 else { return "·" }
        return steps[min(steps.count - 1, Int(value / largest * Double(steps.count)))]
      })
  }
}

extension ResultReport {
  /// How many rows the table has; more are in assumptions.csv.
  private static let assumptionLimit = 80

  /// What is uncertain, with its distribution drawn small; numbers of many lines that say the same stand in one row.
  var assumptions: Report.Section? {
    let uncertain = result.assumptions.filter { ($0.standardDeviation ?? 1) != 0 && $0.p5 != $0.p95 }
    guard !uncertain.isEmpty else { return nil }
    var rows: [(row: AssumptionRow, pattern: String, count: Int)] = []
    var places: [AssumptionKey: Int] = [:]
    for row in uncertain {
      let key = AssumptionKey(pattern: Self.pattern(of: row.path), distribution: row.distribution, source: row.source)
      if let place = places[key] {
        rows[place].count += 1
      } else {
        places[key] = rows.count
        rows.append((row, key.pattern, 1))
      }
    }
    let table = DataTable(
      title: "Uncertain numbers",
      columns: [
        .text("number"), .text("distribution"), .number("P5"), .number("P50"), .number("P95"), .text("P5 to P95"),
        .text("source"),
      ],
      rows: rows.prefix(Self.assumptionLimit).map { entry in
        let row = entry.row
        let name = entry.count > 1 ? "\(entry.pattern) (\(NumberText.count(entry.count)))" : row.path
        let source = [row.isJudgement ? "judgement" : nil, row.source].compactMap { $0 }.joined(separator: ": ")
        return [.text(name), .text(row.distribution)] + numbers(row) + [spread(row), .text(source)]
      })
    let certain = result.assumptions.count - uncertain.count
    var words = "\(NumberText.count(uncertain.count)) of \(NumberText.count(result.assumptions.count)) numbers are uncertain."
    if rows.count > Self.assumptionLimit {
      words += " The first \(Self.assumptionLimit) of \(rows.count) different ones are shown."
    }
    words += certain > 0 ? " The others are certain; assumptions.csv has all." : " assumptions.csv has all."
    return Report.Section(
      anchor: "assumptions", title: "Assumptions", blocks: [.paragraph(words), .table(table, isFolded: false)])
  }

  /// What makes two rows say the same of two lines.
  private struct AssumptionKey: Hashable {
    var pattern: String
    var distribution: String
    var source: String?
  }

  /// The path with an asterisk for the line.
  private static func pattern(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 2, let first = parts.first, let last = parts.last else { return path }
    return "\(first)/*/\(last)"
  }

  private func numbers(_ row: AssumptionRow) -> [DataTable.Cell] {
    let known = [row.p5, row.p50, row.p95].compactMap { $0 }
    let place = ShownDigits.leadingPlace(known.map(\.magnitude).max() ?? 0) - 2
    return [row.p5, row.p50, row.p95].map { $0.map { .number($0, place: place) } ?? .empty }
  }

  private func spread(_ row: AssumptionRow) -> DataTable.Cell {
    guard let low = row.p5, let middle = row.p50, let high = row.p95 else { return .empty }
    return .spread(low: low, middle: middle, high: high)
  }
}

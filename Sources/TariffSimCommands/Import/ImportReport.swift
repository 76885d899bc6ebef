internal import Importers
internal import Reporting

/// The account of an import for people.
struct ImportReport {
  private let table: ImportedTable
  /// Nothing where no table was written.
  private let output: String?

  init(_ table: ImportedTable, output: String?) {
    self.table = table
    self.output = output
  }

  func lines(_ style: TextStyle) -> [String] {
    var lines = [
      style.title(
        output.map { "\($0): \(NumberText.count(table.rows.count)) \(table.rows.count == 1 ? "row" : "rows")" }
          ?? "No table is written")
    ]
    let account = table.account
    var rows = [
      ["read", NumberText.count(account.read)], ["kept", NumberText.count(account.kept)],
      ["merged into those", NumberText.count(account.merged)], ["dropped", NumberText.count(account.droppedRows)],
    ]
    for (reason, count) in account.dropped.sorted(by: { ($1.value, $0.key.words) < ($0.value, $1.key.words) }) {
      rows.append(["  " + reason.words + (reason.isFault ? " (at fault)" : ""), NumberText.count(count)])
    }
    lines += style.table(TextTable(columns: [.init("rows", .left), .init("", .right)], rows: rows))
    lines += sums(style)
    for reject in account.rejects.prefix(3) {
      lines += style.wrapped(
        "\(reject.file):\(reject.line):\(reject.column): \(reject.value.isEmpty ? "" : "'\(reject.value)': ")\(reject.reason.words)"
          + (reject.remark.map { "; \($0)" } ?? ""),
        first: "  ", indent: "    ")
    }
    let ways = Set(account.rejects.compactMap(\.reason.wayOut)).sorted()
    for note in table.notes + ways { lines += style.wrapped(note, first: "  ", indent: "    ") }
    return lines
  }

  private func sums(_ style: TextStyle) -> [String] {
    guard let total = table.total else { return [] }
    var rows = [["the table", Self.text(total), ""]]
    for control in table.controls {
      rows.append([control.name, Self.text(control.stated), Self.difference(control)])
    }
    if let duty = table.totalDuty { rows.append(["duty in the table", Self.text(duty), ""]) }
    return style.table(
      TextTable(columns: [.init("dollars", .left), .init("", .right), .init("the table has", .left)], rows: rows))
  }

  /// Dollars with every digit, thousands set apart.
  private static func text(_ amount: Amount) -> String {
    let parts = amount.dollars.split(separator: ".")
    let whole = parts.first.flatMap { Int($0) }.map(NumberText.count) ?? amount.dollars
    return parts.count > 1 ? "\(whole).\(parts[1])" : whole
  }

  /// How the table differs from a total that the source states.
  private static func difference(_ control: ImportedTable.Control) -> String {
    let difference = control.imported - control.stated
    if difference == .zero { return "the same" }
    let isMore = difference > .zero
    return "\(text(difference.magnitude)) \(isMore ? "more" : "less")"
  }
}

internal import Reporting
internal import TextFormats

/// A table of the result folder as a sheet: numbers as numbers, everything else as text.
enum CSVSheet {
  /// Columns whose cells are names, whatever they look like: a line may be called 6302.
  private static let names: Set<String> = [
    "scenario", "period", "outcome", "group", "line", "unit", "statistic", "resolution", "path", "distribution", "source",
    "judgement", "better", "choice", "against", "verdict",
  ]

  /// The sheet of a table that the program wrote; one that it cannot have written is damaged.
  static func sheet(named name: String, file: String, _ text: String) throws(ResultReadingFailure) -> WorkbookSheet {
    let records: [CSVRecord]
    do throws(CSVError) {
      records = try CSVReader.records(Array(text.utf8))
    } catch {
      throw .damaged(file: file, reason: "line \(error.line), column \(error.column) is no row of comma-separated values")
    }
    let head = (records.first?.cells ?? []).map(\.text)
    var rows: [[WorkbookSheet.Cell]] = [head.map { .head($0, isNumeric: !names.contains($0)) }]
    var widths = head.map { max(10, Double($0.count) + 3) }
    for record in records.dropFirst() {
      guard record.cells.count == head.count else {
        throw .damaged(file: file, reason: "line \(record.line) has \(record.cells.count) cells, and the head has \(head.count)")
      }
      rows.append(
        record.cells.enumerated().map { index, cell in
          guard names.contains(head[index]) else { return number(cell.text) }
          widths[index] = min(60, max(widths[index], Double(cell.text.count) + 2))
          return .text(cell.text)
        })
    }
    return WorkbookSheet(name: name, headerRows: 1, widths: widths, rows: rows, isFiltered: true)
  }

  /// A number with four significant digits in sight, all of them in the cell.
  private static func number(_ text: String) -> WorkbookSheet.Cell {
    if text.isEmpty { return .empty }
    guard let value = Double(text), value.isFinite else { return .text(text) }
    return .number(value, decimals: max(0, 3 - ShownDigits.leadingPlace(value)))
  }
}

internal import TextFormats

/// A table for people: columns as wide as their widest cell, two spaces between them, nothing after the last character of a line.
package struct TextTable {
  package enum Alignment: Sendable {
    case left
    case right
  }

  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment
    /// Whether its cells are shown whole, as a command must be; of long names the beginning is.
    package var isWhole: Bool

    package init(_ title: String, _ alignment: Alignment = .right, isWhole: Bool = false) {
      self.title = title
      self.alignment = alignment
      self.isWhole = isWhole
    }
  }

  package var columns: [Column]
  /// Each as long as `columns`.
  package var rows: [[String]] = []

  package init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The title line and the rows, in this order.
  package func lines(indent: Int = 0) -> [String] {
    let cells = ([columns.map(\.title)] + rows).map { row in
      zip(row, columns).map { cell, column in column.isWhole ? ShownText.line(cell) : ShownText.name(cell) }
    }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += column == 0 ? "" : "  "
        line += columns[column].alignment == .left ? cell + padding : padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

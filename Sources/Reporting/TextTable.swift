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

  /// The title line and the rows, in this order, as wide as their cells are.
  package func lines(indent: Int = 0) -> [String] { layout(indent: indent, width: nil).map(\.text) }
}

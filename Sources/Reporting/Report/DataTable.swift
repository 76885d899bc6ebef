/// A table whose numbers stay numbers until a writer prints them.
package struct DataTable: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package var title: String
    package var isNumeric: Bool

    package static func text(_ title: String) -> Column { Column(title: title, isNumeric: false) }
    package static func number(_ title: String) -> Column { Column(title: title, isNumeric: true) }
  }

  package enum Cell: Hashable, Sendable {
    case text(String)
    /// A number and the power of ten of its last digit that is worth showing.
    case number(Double, place: Int)
    /// A marginal drawn small: from its 5th percentile over the median to the 95th, on a scale of the cell's own.
    case spread(low: Double, middle: Double, high: Double)
    case empty
  }

  package var title: String
  package var columns: [Column]
  package var rows: [[Cell]]

  /// The table as comma-separated text with exact numbers; a spread is three fields in one, which no table of a figure has.
  package var csv: String {
    var text = CSVText(columns: columns.map(\.title))
    for row in rows {
      for cell in row {
        switch cell {
        case .text(let words): text.add(words)
        case .number(let value, _): text.add(value)
        case .spread(let low, let middle, let high):
          text.add([low, middle, high].map(NumberText.exact).joined(separator: " "))
        case .empty: text.add(nil as Double?)
        }
      }
      text.endRow()
    }
    return text.text
  }
}

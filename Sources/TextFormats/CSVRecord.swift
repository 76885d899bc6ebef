/// One row of a table of comma-separated values.
package struct CSVRecord: Hashable, Sendable {
  /// The line where the row starts, from 1.
  package var line: Int
  /// At least one cell.
  package var cells: [CSVCell]
}

/// One cell, unquoted, with the place where it starts.
package struct CSVCell: Hashable, Sendable {
  package var text: String
  /// From 1; the column counts Unicode scalars, not cells.
  package var line: Int
  package var column: Int
}

/// Why a row is not a row of comma-separated values, and where.
package struct CSVError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Rule: Hashable, Sendable {
    case unterminatedQuote
    /// A quotation mark inside a cell that does not start with one, or text after the closing one.
    case strayQuote
    case notUTF8
  }

  package var rule: Rule
  package var line: Int
  package var column: Int

  package init(rule: Rule, line: Int, column: Int) {
    self.rule = rule
    self.line = line
    self.column = column
  }
}

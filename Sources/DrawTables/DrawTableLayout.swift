/// What a table of draws says of itself, before its rows.
package struct DrawTableLayout: Sendable {
  /// Names of the columns; the number of the draw, from 0, stands before them.
  package var columns: [String]
  /// What determines the numbers, as pairs of texts.
  package var metadata: [(key: String, value: String)]

  package init(columns: [String], metadata: [(key: String, value: String)]) {
    self.columns = columns
    self.metadata = metadata
  }

  /// The column of numbers of draws.
  static let number = "draw"
}

/// A form that tables of draws are written in.
///
/// A table is its opening, one piece for each group of rows in order, and its closing; groups may be encoded at the same time.
package protocol DrawTableForm: Sendable {
  init(_ layout: DrawTableLayout)
  var opening: [UInt8] { get }
  /// The bytes of a group of rows that begins with a draw; nothing where the system gives no memory.
  func encoded(_ columns: [[Double]], firstDraw: Int) -> DrawTableGroup?
  func closing(_ groups: [DrawTableGroup.Place]) -> [UInt8]
}

/// A group of rows in a file.
package struct DrawTableGroup: Sendable {
  package var bytes: [UInt8]
  /// What the closing has to know of it.
  package var place: Place

  package struct Place: Sendable {
    package var rows: Int
    /// By column: the bytes before and after compression, headers included.
    var sizes: [(plain: Int, stored: Int)] = []
  }
}

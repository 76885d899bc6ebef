/// A sheet of a workbook, before it is written.
struct WorkbookSheet: Sendable {
  enum Cell: Hashable, Sendable {
    case title(String)
    case head(String, isNumeric: Bool)
    case text(String)
    /// Prose, broken into lines in its cell.
    case prose(String)
    /// A finite number, shown with so many decimals.
    case number(Double, decimals: Int)
    case empty
  }

  /// An interval chart over rows of the sheet.
  struct IntervalChart: Hashable, Sendable {
    var title: String
    var axis: String
    var rows: Range<Int>
    /// Columns of the percentiles; the middle one is there, the others where they were asked for.
    var low: Int?
    var lower: Int?
    var middle: Int
    var upper: Int?
    var high: Int?
    /// Where its upper left corner lies.
    var place: (row: Int, column: Int) { (rows.lowerBound - 1, column) }
    var column: Int
  }

  /// At most 31 characters, without any of `[]:*?/\`.
  var name: String
  /// Rows that stay in sight and are repeated on paper.
  var headerRows: Int
  /// Widths of the columns in characters.
  var widths: [Double]
  var rows: [[Cell]]
  /// Whether the rows below the first can be filtered.
  var isFiltered: Bool
  var charts: [IntervalChart] = []
  /// Rows at which pages begin, ascending, without the first; none where pages are as wide as the sheet.
  var pageBreaks: [Int] = []

  /// Rows that a sheet holds.
  static let rowLimit = 1_048_576
}

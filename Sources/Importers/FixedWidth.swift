/// Bulk files of the Census Bureau on imports in detail (IMP_DETL): fields of fixed width, a row for commodity, country, district of
/// entry and unlading, provision of the rate and month.
///
/// Positions after the record layout that the Bureau publishes with the files.
enum FixedWidth {
  /// From 1, both ends included.
  private static let fields: [(name: String, positions: ClosedRange<Int>)] = [
    ("I_COMMODITY", 1...10), ("CTY_CODE", 11...14), ("YEAR", 23...26), ("MONTH", 27...28), ("CON_VAL_MO", 74...88),
    ("CAL_DUT_MO", 104...118), ("GEN_VAL_MO", 179...193), ("CON_VAL_YR", 404...418), ("CAL_DUT_YR", 434...448),
    ("GEN_VAL_YR", 509...523),
  ]

  /// The names of the fields, as a header.
  static var header: CellRow {
    var header = CellRow()
    for field in fields { header.append(field.name, line: 1, column: field.positions.lowerBound) }
    return header
  }

  /// Cuts a line, the only cell of a row, into its fields; fields that it is too short for are missing.
  static func cut(_ line: borrowing CellRow, into row: inout CellRow) {
    row.clear(line: line.line)
    let bytes = line.whole
    for field in fields where bytes.count >= field.positions.upperBound {
      for index in field.positions { row.append(bytes[bytes.startIndex + index - 1]) }
      row.endCell(line: line.line, column: field.positions.lowerBound)
    }
  }
}

internal import TextFormats

/// What a unit of quantity is worth, by code: it turns a duty by quantity into one ad valorem.
package struct UnitValues: Hashable, Sendable {
  /// Dollars, by code and unit.
  private var values: [String: [String: Double]] = [:]

  /// Reads a table with the columns hs, unit and value, in dollars.
  package init(file: String) throws(ImportFailure) {
    var header: [String] = []
    var failure: ImportFailure?
    try TradeImport.rows(file, .utf8) { row throws(ImportFailure) in
      let cells = row.texts
      guard !header.isEmpty else {
        header = cells
        guard ["hs", "unit", "value"].allSatisfy(header.contains) else {
          throw ImportFailure(file, line: row.line, column: 1, "a table of unit values has the columns hs, unit and value")
        }
        return
      }
      func cell(_ name: String) -> Int { header.firstIndex(of: name) ?? 0 }
      guard case .code(let code) = HSCode.read(row.content(cell("hs")), pads: false) else {
        throw ImportFailure(file, line: row.line, column: row.place(cell("hs")).column, DropReason.badCode.words)
      }
      guard let value = ExactDecimal(row.content(cell("value")))?.double, value > 0 else {
        throw ImportFailure(file, line: row.line, column: row.place(cell("value")).column, "a unit value is a number above 0")
      }
      let unit = row.text(cell("unit")).lowercased()
      guard values[code.text]?[unit] == nil else {
        throw ImportFailure(file, line: row.line, column: 1, "\(code.text) has a value for \(unit) already")
      }
      values[code.text, default: [:]][unit] = value
    } damaged: { line, column, reason throws(ImportFailure) in
      failure = ImportFailure(file, line: line, column: column, reason.words)
    }
    if let failure { throw failure }
  }

  /// The dollars of a unit, of the longest beginning of the code that has one.
  func value(_ code: HSCode, _ unit: String) -> Double? {
    for digits in stride(from: code.digits, through: 2, by: -2) {
      if let value = values[code.prefix(digits).text]?[unit] { return value }
    }
    return nil
  }
}

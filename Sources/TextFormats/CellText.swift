/// The rule by which cells of a table stay text in a spreadsheet, and programs get the text back.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a return for a formula, or drops the character; where East
/// Asian text is typed, also one that begins with the full-width forms of the first four. Such a text gets an apostrophe in front, and so does one that begins with apostrophes and then one of these. To undo: where a cell
/// begins with one or more apostrophes and then one of these, drop the first. Numbers are no texts and are written as they are.
package enum CellText {
  /// The text as it stands in a cell.
  package static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  /// The text that a cell stands for.
  package static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'"), isFormula(cell) else { return cell }
    return String(decoding: cell.utf8.dropFirst(), as: UTF8.self)
  }

  /// Whether a cell that begins with this byte is taken for more than text.
  package static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"),
      UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  /// Whether the first character after any apostrophes begins a formula.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return first.isASCII ? beginsFormula(UInt8(truncatingIfNeeded: first.value)) : "＝＋－＠".unicodeScalars.contains(first)
  }
}

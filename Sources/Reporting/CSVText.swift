internal import TextFormats

/// A table as comma-separated text after RFC 4180, with line feeds; written field by field.
package struct CSVText {
  private var content = TextBytes()

  /// A part of a table.
  package init() {}

  /// A table with its header.
  package init(columns: [String]) {
    for column in columns { add(column) }
    endRow()
  }

  /// What was written so far.
  package var text: String { content.text }

  /// Adds a text with its comma: quoted where it holds a comma, a quote or a line break, its characters that are not seen as
  /// escapes (`ShownText`), and kept from being a formula (`CellText`).
  package mutating func add(_ field: String) {
    let start = content.bytes.count
    content.add(field)
    // By byte, because CR LF is a single character that equals neither.
    var needsQuotes = false
    var isShown = content.bytes.count == start || !Self.mayBeFormula(content.bytes[start])
    for byte in content.bytes[start...] {
      if Self.isSpecial(byte) { needsQuotes = true }
      if byte < 0x20 || byte >= 0x7F { isShown = false }
    }
    if !isShown {
      let text = CellText.guarded(ShownText.cell(field))
      needsQuotes = text.utf8.contains(where: Self.isSpecial)
      content.replace(from: start, with: Array(text.utf8))
    }
    if needsQuotes { content.replace(from: start, with: Self.quoted(content.bytes[start...])) }
    content.add(ascii: ",")
  }

  /// Adds the exact number, or an empty field.
  package mutating func add(_ number: Double?) {
    if let number { content.add(NumberText.exact(number)) }
    content.add(ascii: ",")
  }

  /// Adds fields that were written before.
  mutating func add(_ fields: CSVText) { content.add(fields.content) }

  /// Ends a row that has at least one field.
  package mutating func endRow() { content.replaceLast(byASCII: "\n") }

  /// Whether a text that begins with this byte may be a formula, or the escape of one.
  private static func mayBeFormula(_ first: UInt8) -> Bool {
    first == UInt8(ascii: "'") || CellText.beginsFormula(first)
  }

  private static func quoted(_ field: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var quoted = [quote]
    quoted.reserveCapacity(field.count + 2)
    for byte in field {
      if byte == quote { quoted.append(quote) }
      quoted.append(byte)
    }
    quoted.append(quote)
    return quoted
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: false
    }
  }
}

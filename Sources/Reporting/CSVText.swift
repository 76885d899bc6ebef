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
    let plain = Self.isShown(content.bytes.span.extracting(start...))
    var needsQuotes = plain.needsQuotes
    if !plain.isShown {
      let text = CellText.guarded(ShownText.cell(field))
      // By byte, because CR LF is a single character that equals neither.
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

  /// Whether a text is seen as it is and is no formula, and whether it needs quotes even so.
  private static func isShown(_ bytes: Span<UInt8>) -> (isShown: Bool, needsQuotes: Bool) {
    if bytes.isEmpty { return (true, false) }
    // Without branches, so that many bytes are looked at together.
    var (hidden, special): (UInt8, UInt8) = (0, 0)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        hidden |= byte &- 0x20 < 0x7F - 0x20 ? 0 : 1
        // Line ends are among what is not shown.
        special |= byte == UInt8(ascii: ",") ? 1 : 0
        special |= byte == UInt8(ascii: "\"") ? 1 : 0
      }
    }
    return (hidden == 0 && !mayBeFormula(bytes[0]), special != 0)
  }

  /// Whether a text that begins with this byte may be a formula, or the escape of one.
  private static func mayBeFormula(_ first: UInt8) -> Bool {
    first == UInt8(ascii: "'") || CellText.beginsFormula(first)
  }

  private static func quoted(_ field: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var quoted = [quote]
    quoted.reserveCapacity(field.count + 2)
    guard field.contains(quote) else {
      quoted += field
      quoted.append(quote)
      return quoted
    }
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

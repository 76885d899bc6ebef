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
    if !Self.isPlain(content.bytes[start...]) {
      let text = CellText.guarded(ShownText.cell(field))
      // By byte, because CR LF is a single character that equals neither.
      content.replace(from: start, with: text.utf8.contains(where: Self.isSpecial) ? Self.quoted(text.utf8) : Array(text.utf8))
    }
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

  /// Whether a text stands in a table as it is: ASCII that is seen and means nothing there.
  private static func isPlain(_ field: ArraySlice<UInt8>) -> Bool {
    guard let first = field.first else { return true }
    return field.allSatisfy { $0 >= 0x20 && $0 < 0x7F && !isSpecial($0) } && first != UInt8(ascii: "'")
      && !CellText.isFormula(CollectionOfOne(first))
  }

  private static func quoted(_ field: some Collection<UInt8>) -> [UInt8] {
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

internal import TextFormats

extension JSONValue {
  /// The document, indented by two spaces, with a line feed at the end; arrays and objects of plain values stay on one line.
  package var text: String {
    var text = TextBytes()
    write(to: &text, depth: 0)
    text.add(ascii: "\n")
    return text.text
  }

  private func write(to text: inout TextBytes, depth: Int) {
    switch self {
    case .null: text.add("null")
    case .bool(let value): text.add(value ? "true" : "false")
    case .integer(let value): text.add(value.description)
    case .unsigned(let value): text.add(value.description)
    case .number(let value): text.add(NumberText.exact(value))
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      let spreads = Self.spreads(values, depth: depth) { $0.isPlain }
      text.add(ascii: "[")
      for (index, value) in values.enumerated() {
        Self.startEntry(index, in: &text, spreads: spreads, depth: depth)
        value.write(to: &text, depth: depth + 1)
      }
      if spreads { Self.startLine(in: &text, depth: depth) }
      text.add(ascii: "]")
    case .object(let members):
      let spreads = Self.spreads(members, depth: depth) { $0.value.isPlain }
      text.add(ascii: "{")
      for (index, member) in members.enumerated() {
        Self.startEntry(index, in: &text, spreads: spreads, depth: depth)
        Self.write(member.name, to: &text)
        text.add(": ")
        member.value.write(to: &text, depth: depth + 1)
      }
      if spreads { Self.startLine(in: &text, depth: depth) }
      text.add(ascii: "}")
    }
  }

  /// Whether every entry has a line of its own.
  ///
  /// The top of a document is always spread out, so that its first line never changes with its length.
  private static func spreads<Entry>(_ entries: [Entry], depth: Int, isPlain: (Entry) -> Bool) -> Bool {
    !entries.isEmpty && (depth == 0 || !entries.allSatisfy(isPlain))
  }

  private static func startEntry(_ index: Int, in text: inout TextBytes, spreads: Bool, depth: Int) {
    if index > 0 { text.add(spreads ? "," : ", ") }
    if spreads { startLine(in: &text, depth: depth + 1) }
  }

  private static func startLine(in text: inout TextBytes, depth: Int) {
    text.add(ascii: "\n")
    text.addSpaces(2 * depth)
  }

  /// A text in quotes; quotes, backslashes and all characters that are not seen escaped (RFC 8259, section 7).
  private static func write(_ string: String, to text: inout TextBytes) {
    text.add(ascii: "\"")
    defer { text.add(ascii: "\"") }
    guard !isPlain(string) else {
      text.add(string)
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text.add("\\\"")
      case "\\": text.add("\\\\")
      case "\n": text.add("\\n")
      case "\r": text.add("\\r")
      case "\t": text.add("\\t")
      case _ where ShownText.isHidden(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text.add("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
      default: text.add(String(scalar))
      }
    }
  }

  /// Whether nothing in a text is to be escaped.
  private static func isPlain(_ string: String) -> Bool {
    // Without branches, so that many bytes are looked at together.
    var escaped: UInt8 = 0
    unsafe string.utf8Span.span.withUnsafeBufferPointer { bytes in
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        escaped |= byte &- 0x20 < 0x7F - 0x20 ? 0 : 1
        escaped |= byte == UInt8(ascii: "\"") ? 1 : 0
        escaped |= byte == UInt8(ascii: "\\") ? 1 : 0
      }
    }
    return escaped == 0
  }

  /// Whether it has no parts.
  private var isPlain: Bool {
    switch self {
    case .array(let values): values.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }
}

extension JSONValue {
  /// The document, indented by two spaces, with a line feed at the end; arrays and objects of plain values stay on one line.
  package var text: String {
    var text = ""
    write(to: &text, depth: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value): text += NumberText.exact(value)
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values.map { (nil, $0) }, brackets: ("[", "]"), to: &text, depth: depth)
    case .object(let members):
      Self.write(members.map { ($0.name, $0.value) }, brackets: ("{", "}"), to: &text, depth: depth)
    }
  }

  private static func write(
    _ entries: [(name: String?, value: JSONValue)], brackets: (String, String), to text: inout String, depth: Int
  ) {
    // The top of a document is always spread out, so that its first line never changes with its length.
    let spreads = !entries.isEmpty && (depth == 0 || entries.contains { !$0.value.isPlain })
    text += brackets.0
    for (index, entry) in entries.enumerated() {
      if index > 0 { text += spreads ? "," : ", " }
      if spreads { text += "\n" + String(repeating: "  ", count: depth + 1) }
      if let name = entry.name {
        write(name, to: &text)
        text += ": "
      }
      entry.value.write(to: &text, depth: depth + 1)
    }
    if spreads { text += "\n" + String(repeating: "  ", count: depth) }
    text += brackets.1
  }

  /// A text in quotes; control characters, quotes and backslashes escaped (RFC 8259, section 7).
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
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

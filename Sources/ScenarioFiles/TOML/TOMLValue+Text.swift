extension TOMLValue {
  /// The value as it is written on one line; nothing for a time, which no scenario has.
  var inlineText: String? {
    switch self {
    case .text(let text): Self.quoted(text)
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let value): "\(value)"
    case .date(let year, let month, let day): "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    case .time: nil
    case .array(let nodes): Self.joined(nodes.map(\.value.inlineText)).map { "[\($0)]" }
    case .table(let entries):
      Self.joined(entries.map { entry in entry.node.value.inlineText.map { "\(Self.key(entry.key)) = \($0)" } }).map {
        "{ \($0) }"
      }
    }
  }

  private static func joined(_ parts: [String?]) -> String? {
    let whole = parts.compactMap { $0 }
    return whole.count == parts.count ? whole.joined(separator: ", ") : nil
  }

  private static func key(_ key: String) -> String {
    let isBare =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    return isBare ? key : quoted(key)
  }

  /// A basic string of TOML.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

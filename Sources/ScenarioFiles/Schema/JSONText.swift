/// A JSON value whose objects keep the order of their members.
enum JSONText: Sendable {
  case object([(key: String, value: JSONText)])
  case array([JSONText])
  case text(String)
  case number(Double)
  case boolean(Bool)

  /// The value over several lines, two spaces a level.
  func lines(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members):
      if members.isEmpty { return "{}" }
      let body = members.map { "\(inner)\(Self.quoted($0.key)): \($0.value.lines(indent: inner))" }
      return "{\n\(body.joined(separator: ",\n"))\n\(indent)}"
    case .array(let elements):
      if elements.isEmpty { return "[]" }
      return "[\n\(elements.map { inner + $0.lines(indent: inner) }.joined(separator: ",\n"))\n\(indent)]"
    case .text(let text): return Self.quoted(text)
    case .number(let value): return LoadSession.shown(value)
    case .boolean(let value): return "\(value)"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(arrayLiteral elements: JSONText...) { self = .array(elements) }
  init(dictionaryLiteral members: (String, JSONText)...) { self = .object(members.map { (key: $0.0, value: $0.1) }) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
}

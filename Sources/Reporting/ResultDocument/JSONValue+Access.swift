extension JSONValue {
  /// The value of a member, where this is an object that has it.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var textValue: String? { if case .string(let text) = self { text } else { nil } }

  var elements: [JSONValue]? { if case .array(let values) = self { values } else { nil } }

  var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The number, whole or not.
  var double: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .unsigned(let value): Double(value)
    default: nil
    }
  }

  var whole: Int? { double.flatMap { Int(exactly: $0) } }
}

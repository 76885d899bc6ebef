/// A JSON document whose members keep the order they are given in, so that equal values have equal bytes.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A whole number of 64 bits without sign; readers that keep numbers as doubles round those over 2⁵³.
  case unsigned(UInt64)
  /// A finite number.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A name with its value.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// A number, or null where there is none.
  package static func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }

  /// A text, or null where there is none.
  package static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}

internal import FoundationEssentials

/// Values as JSON text whose bytes depend on the values only: members are sorted by name.
enum JSONText {
  /// Spread over lines, with a line feed at the end; for files.
  static func pretty(_ value: some Encodable) -> String { text(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]) }

  /// On one line, with a line feed at the end.
  static func line(_ value: some Encodable) -> String { text(value, [.sortedKeys, .withoutEscapingSlashes]) }

  private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting
    // Encoding fails for numbers that are not finite, and times and sizes are finite.
    guard let data = try? encoder.encode(value) else { preconditionFailure("a result has a number that is not finite") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

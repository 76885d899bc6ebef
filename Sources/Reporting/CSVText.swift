/// Tables as comma-separated text after RFC 4180, with line feeds.
package enum CSVText {
  /// One line of a table with its line feed.
  package static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\n"
  }

  /// A field, quoted where it holds a comma, a quote or a line break.
  package static func field(_ text: String) -> String {
    // By scalar, because CR LF is a single character that equals neither.
    guard text.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// The exact number, or nothing.
  package static func number(_ value: Double?) -> String { value.map(NumberText.exact) ?? "" }
}

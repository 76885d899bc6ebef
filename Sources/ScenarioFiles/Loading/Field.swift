internal import TextFormats

/// A value of the input: what it is, where it stands, and what it is called.
struct Field: Sendable {
  var value: TOMLValue
  var location: SourceLocation
  /// As in `exports/6302/elasticity`.
  var path: String
  /// True for a cell of a table or a word of the command line: text that has no quotation marks may be a number.
  var isBare = false

  /// Whether it is a cell of a table, which holds text and no table of its own.
  var isCell: Bool { isBare && !location.isOfOption }

  /// The text of an interval, where that is the value.
  var interval: String? {
    if case .text(let text) = value, case .interval = NumberText(text) { text } else { nil }
  }

  /// The value as a message shows it; nothing for tables and lists.
  var shown: String? {
    switch value {
    case .text(let text): isBare ? Self.shortened(text) : Self.quoted(text)
    case .integer(let number): "\(number)"
    case .float(let number): "\(number)"
    case .boolean(let value): "\(value)"
    case .date(let year, let month, let day): "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    case .time, .array, .table: nil
    }
  }

  /// Whether its text is for readers and names nothing: it may hold any character, and is made fit where it is shown.
  var isProse: Bool {
    let key = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    switch key {
    case "title", "summary", "horizon", "source", "note", "file", "matrixTable", "loadings": return true
    // What a line or a market is called beside its name, which is its id or its code.
    case "name":
      switch path.utf8.firstIndex(of: UInt8(ascii: "/")).map({ path[..<$0] }) {
      case "exports", "imports", "markets": return true
      default: return false
      }
    default: return false
    }
  }

  /// Text in quotation marks, on one line and not too long for a message.
  static func quoted(_ text: String) -> String { "\"\(shortened(text))\"" }

  /// Text on one line and not too long for a message.
  static func shortened(_ text: String, to limit: Int = 60) -> String { ShownText.line(text, limit: limit) }
}

/// A table of the input, its keys checked against the form.
struct TableView: Sendable {
  var path: String
  var location: SourceLocation
  var form: TableForm
  /// By key; only keys that the form has.
  var fields: [String: Field]

  subscript(_ key: String) -> Field? { fields[key] }

  /// The path of a key of this table.
  func path(_ key: String) -> String { path.isEmpty ? key : "\(path)/\(key)" }
}

/// What a key of a scenario file may hold.
///
/// The loader checks keys against these tables and the JSON Schema is written from them, so that the two cannot drift apart.
enum ValueForm: Sendable {
  case text
  /// Text that becomes a component of paths.
  case name
  /// Digits of the Harmonized System, quoted.
  case code
  case boolean
  /// A whole number of at least this.
  case integer(from: Int64)
  /// A whole number of at most 64 bits without a sign; text where TOML's own integers end.
  case seed
  /// Any form of number.
  case number(NumberScale)
  /// Any form of number, or infinity.
  case supplyElasticity
  /// A TOML number.
  case plainNumber
  case choice([String])
  case date
  case list(ListForm)
  case table(TableForm)
  /// A table whose keys are names that the user chooses.
  case named(ListForm)
  case either([ValueForm])
}

/// The unit a number is stated in, as far as its spelling goes.
enum NumberScale: Hashable, Sendable {
  /// Any finite number.
  case plain
  /// A number of a unit, as USD m or units of a good; a percentage is none.
  case amount
  /// A fraction that may exceed 1; a number above 1 is written as a percentage, so that 29 is never taken for 29 %.
  case rate
  /// A fraction of a whole; written like a rate.
  case share

  /// Whether a number above 1 is written as a percentage.
  var isFraction: Bool { self == .rate || self == .share }
}

/// A list of values, or a table of them, each of one form.
struct ListForm: Sendable {
  private var forms: [ValueForm]

  init(_ element: ValueForm) {
    forms = [element]
  }

  /// The form of every element.
  var element: ValueForm { forms[0] }
}

/// A key of a table.
struct KeyForm: Sendable {
  var name: String
  var form: ValueForm
  var isRequired: Bool
  /// One sentence for the reader of a file.
  var summary: String

  init(_ name: String, _ form: ValueForm, required: Bool = false, _ summary: String) {
    self.name = name
    self.form = form
    isRequired = required
    self.summary = summary
  }

  /// The summary of every `asOf`.
  static let asOfSummary =
    "The latest day of the data that it rests on, or of the choice of its form: what was counted until then is in-sample."

  /// The summary of every `note`.
  static let noteSummary = "Anything that readers of the file should know; no result shows it."
}

/// The keys a table of a scenario file may have.
struct TableForm: Sendable {
  /// The name of its definition in the schema.
  var name: String
  var summary: String
  var keys: [KeyForm]
  /// Of these keys exactly one must be there.
  var exactlyOne: [String]

  init(_ name: String, _ summary: String, exactlyOne: [String] = [], _ keys: [KeyForm]) {
    self.name = name
    self.summary = summary
    self.exactlyOne = exactlyOne
    self.keys = keys
  }

  /// The form of a key, or nothing where the table has no such key.
  subscript(_ key: String) -> KeyForm? { keys.first { $0.name == key } }

  /// The same table under another name, without some keys and with nothing required.
  func template(_ name: String, _ summary: String, without dropped: Set<String>) -> TableForm {
    TableForm(
      name, summary,
      keys.filter { !dropped.contains($0.name) }.map { key in
        var key = key
        key.isRequired = false
        return key
      })
  }
}

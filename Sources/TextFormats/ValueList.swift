/// Values that are typed as one text: a list with commas, of which each may be a range with a step, as in `0%..50%:5%`.
package enum ValueList {
  /// More values than this are not spelled out of one range.
  package static let mostOfRange = 1_000_000

  /// The values, each as it could have been typed by itself.
  ///
  /// Commas within quotes, brackets and braces part nothing. A range goes from its low end upward in equal steps and has its high end
  /// where a step meets it; its numbers are decimals, exact, with as many places as the ends and the step have, and all three are
  /// percentages or none is.
  package static func values(_ text: String) throws(ValueListError) -> [String] {
    var values: [String] = []
    for part in parts(text) {
      guard !part.isEmpty else { throw .emptyValue }
      if let range = try DecimalRange(part) { values += range.values } else { values.append(part) }
    }
    try checkDistinct(values)
    return values
  }

  /// No value stands there twice, also in another form.
  private static func checkDistinct(_ values: [String]) throws(ValueListError) {
    var firsts: [String: String] = [:]
    for value in values {
      let number = value.hasSuffix("%") ? Double(value.dropLast()).map { $0 / 100 } : Double(value)
      let key = number.map { "\($0 + 0)" } ?? value
      if let first = firsts.updateValue(value, forKey: key) { throw .twice(first, value) }
    }
  }

  /// The parts between commas that stand in no quotes, brackets or braces, without blanks at their ends.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "[{(".contains(character) {
        depth += 1
      } else if "]})".contains(character) {
        depth -= 1
      } else if character == ",", depth <= 0 {
        parts.append(part)
        part = ""
        continue
      }
      part.append(character)
    }
    return (parts + [part]).map(trimmed)
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// Why a text is no list of values.
package enum ValueListError: Error, Hashable, Sendable {
  case emptyValue
  /// A part of a range that is no decimal number.
  case notADecimal(String)
  case lacksStep(String)
  case mixesPercent(String)
  case stepNotPositive(String)
  case endsNotAscending(String)
  case tooMany(String, count: Int)
  /// The same value, as both were typed.
  case twice(String, String)

  /// What is wrong and what to write, in one line.
  package var statement: String {
    switch self {
    case .emptyValue: "a value is missing between commas"
    case .notADecimal(let text): "'\(text)' is no decimal number; a range is LOW..HIGH:STEP, as in 0%..50%:5%"
    case .lacksStep(let text): "the range '\(text)' has no step; add one, as in \(text):\(text.hasSuffix("%") ? "5%" : "0.1")"
    case .mixesPercent(let text): "in the range '\(text)' the ends and the step are all percentages, or none is"
    case .stepNotPositive(let text): "the step of the range '\(text)' is not above 0"
    case .endsNotAscending(let text): "the range '\(text)' does not go up: the lower end stands first"
    case .twice(let first, let second):
      first == second ? "'\(first)' stands there twice: leave one out" : "'\(first)' and '\(second)' are the same: leave one out"
    case .tooMany(let text, let count):
      "the range '\(text)' has \(count) values, more than \(ValueList.mostOfRange); take a larger step"
    }
  }
}

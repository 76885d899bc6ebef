internal import Simulation
internal import TariffModel

/// Reads conditions and goals from text, from left to right.
///
/// ```
/// condition  event [given event]          event    bound [and bound]…
/// bound      measure (< | <= | > | >=) number      measure  term [- term]
/// term       [SCENARIO:] OUTCOME [[GROUP]] [@PERIOD]
/// ```
/// Names end at the signs of this language, and may stand in quotes. A number may be a percentage where the outcome is a fraction or
/// in percent.
struct ConditionReader {
  let text: String
  private let characters: [Character]
  private(set) var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  // MARK: Grammar

  mutating func condition() throws(ConditionError) -> Condition {
    let event = try self.event()
    guard take(word: "given") else { return Condition(event) }
    return Condition(event, given: try self.event())
  }

  private mutating func event() throws(ConditionError) -> [Condition.Bound] {
    var bounds = [try bound()]
    while take(word: "and") { bounds.append(try bound()) }
    return bounds
  }

  private mutating func bound() throws(ConditionError) -> Condition.Bound {
    let measure = try self.measure()
    let relation = try self.relation(after: measure.text)
    return Condition.Bound(measure, relation, try number(unit: measure.first.outcome.unit))
  }

  mutating func measure() throws(ConditionError) -> OutcomeMeasure {
    let first = try term()
    guard take("-") else { return OutcomeMeasure(first) }
    skipSpaces()
    let start = position
    let second = try term()
    guard second.outcome.unit == first.outcome.unit else {
      throw error(
        at: start, "\(second.outcome.rawValue) is in another unit than \(first.outcome.rawValue): take like from like")
    }
    return OutcomeMeasure(first, minus: second)
  }

  private mutating func term() throws(ConditionError) -> OutcomeTerm {
    skipSpaces()
    var start = position
    var name = try self.name(what: "an outcome")
    var scenario: String?
    if take(":") {
      scenario = name
      skipSpaces()
      start = position
      name = try self.name(what: "an outcome")
    }
    guard let outcome = Outcome(rawValue: name) else {
      let nearest = nearestName(to: name, among: Outcome.allCases.map(\.rawValue))
      throw error(
        at: start,
        "no outcome '\(name)'"
          + (nearest.map { ": did you mean \($0)?" } ?? "; statistics.csv of a run lists them, as in balance"))
    }
    var term = OutcomeTerm(outcome, scenario: scenario)
    if take("[") {
      term.group = try self.name(what: "a group")
      guard take("]") else { throw error("a ] is missing after the group, as in \(outcome.rawValue)[\(term.group)]") }
    }
    if take("@") { term.period = try self.name(what: "a period") }
    return term
  }

  mutating func relation(after subject: String) throws(ConditionError) -> Condition.Relation {
    for relation in [Condition.Relation.atMost, .atLeast, .below, .above] where take(relation.rawValue) { return relation }
    throw error("one of <, <=, > and >= is missing, as in '\(subject) < 2000'")
  }

  /// A number, in an outcome's unit where that is given.
  mutating func number(unit: OutcomeUnit?) throws(ConditionError) -> Double {
    skipSpaces()
    let start = position
    while position < characters.count, "+-.0123456789eE_,".contains(characters[position]) { position += 1 }
    let digits = String(characters[start..<position]).filter { $0 != "_" }
    guard let value = Double(digits), value.isFinite else {
      let example = digits.contains(",") ? ": write it without commas" : ", as in 2000 or -10"
      throw error(at: start, digits.isEmpty ? "a number is missing\(example)" : "'\(digits)' is not a number\(example)")
    }
    guard take("%") else {
      // A number beyond 1 is a slip where tables show percent: 20 would be 2,000 %.
      guard unit == .fraction, value.magnitude > 1 else { return value }
      throw error(
        at: start,
        "the outcome is a fraction, of which \(digits) is \(Condition.exact(100 * value)) %: write \(digits)% for percent")
    }
    switch unit {
    case .percent, .percentagePoints: return value
    case .fraction, nil: return value / 100
    default: throw error(at: start, "'\(digits)%' is a percentage, and the outcome is in \(unit?.rawValue ?? "units")")
    }
  }

  func end() throws(ConditionError) {
    var reader = self
    reader.skipSpaces()
    if reader.position < characters.count {
      throw reader.error("'\(String(characters[reader.position...]))' is too much here: join conditions with and, or with given")
    }
  }

  // MARK: Signs

  /// A name: in quotes, or up to a sign of the language.
  private mutating func name(what: String) throws(ConditionError) -> String {
    skipSpaces()
    if take("\"") {
      let start = position
      guard let end = characters[start...].firstIndex(of: "\"") else { throw error(at: start - 1, "a quotation never ends") }
      position = end + 1
      return String(characters[start..<end])
    }
    let start = position
    while position < characters.count, !":[]@<>=()\"".contains(characters[position]), !isAtWord("and"), !isAtWord("given"),
      !isAtWord("-")
    { position += 1 }
    let name = String(characters[start..<position]).trimmed
    guard !name.isEmpty else { throw error(at: start, "\(what) is missing, as in 'balance < 2000'") }
    return name
  }

  /// Whether a word stands here by itself, between spaces.
  private func isAtWord(_ word: String) -> Bool {
    let end = position + word.count
    guard position > 0, characters[position - 1].isWhitespace, end <= characters.count else { return false }
    return String(characters[position..<end]) == word && (end == characters.count || characters[end].isWhitespace)
  }

  mutating func take(word: String) -> Bool {
    skipSpaces()
    let end = position + word.count
    guard end <= characters.count, String(characters[position..<end]) == word,
      end == characters.count || characters[end].isWhitespace || "(".contains(characters[end])
    else { return false }
    position = end
    return true
  }

  mutating func take(_ sign: String) -> Bool {
    skipSpaces()
    let end = position + sign.count
    guard end <= characters.count, String(characters[position..<end]) == sign else { return false }
    position = end
    return true
  }

  mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  func error(_ words: String) -> ConditionError { error(at: position, words) }

  func error(at offset: Int, _ words: String) -> ConditionError { ConditionError(text: text, offset: offset, words: words) }
}

extension Condition {
  /// Reads a condition: `balance < 2000 and export_revenue_change_pct >= -10`, `P(balance < 2000 given imports > 3000)`.
  package init(parsing text: String) throws(ConditionError) {
    var reader = ConditionReader(text)
    let isProbability = reader.take("P(")
    self = try reader.condition()
    if isProbability, !reader.take(")") { throw reader.error("a ) is missing") }
    try reader.end()
  }
}

internal import TariffModel

extension LoadSession {
  /// Text; where it is a name rather than prose, one that can be read and told from all others.
  func text(_ field: Field?) -> String? {
    guard let field, let text = plainText(field) else { return nil }
    return field.isProse || checkSpelling(of: text, field) ? text : nil
  }

  /// Text of any kind.
  private func plainText(_ field: Field) -> String? {
    if case .text(let text) = field.value { return text }
    let suggestion = field.shown.map { "write it in quotes: \(Field.quoted($0))" }
    report(field, .wrongKind(expected: "text"), suggestion)
    return nil
  }

  /// Text that becomes a component of paths.
  func name(_ field: Field?) -> String? {
    guard let field, let text = text(field) else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy { $0 != "/" && $0 != "*" }
    let isOpenEnded = [text.unicodeScalars.first, text.unicodeScalars.last].contains { $0?.properties.isWhitespace ?? true }
    guard isPlain, !isOpenEnded else {
      report(field, .badName(allowed: "a name has no /, no *, no control character and no space at its ends"))
      return nil
    }
    return text
  }

  /// Digits of the Harmonized System.
  func code(_ field: Field?) -> String? {
    guard let field else { return nil }
    if case .integer(let number) = field.value {
      let meant = number < 0 ? nil : Self.codeMeant(by: String(number))
      report(field, .wrongKind(expected: "text"), meant.map { "write \"\($0)\" in quotes" })
      return nil
    }
    guard case .text(let text) = field.value else {
      report(field, .wrongKind(expected: "text"))
      return nil
    }
    guard Self.isCode(text) else {
      report(field, .badCode, Self.codeMeant(by: text).map { "write \"\($0)\"" })
      return nil
    }
    return text
  }

  /// Whether the text is a code: 2, 4, 6, 8 or 10 digits.
  ///
  /// An odd number of digits has lost its leading zero, and would be taken for another chapter.
  static func isCode(_ text: String) -> Bool {
    (2...10).contains(text.utf8.count) && text.utf8.count.isMultiple(of: 2)
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The code that was probably meant: without dots, blanks and a spreadsheet's `.0`, with the leading zero that a number loses.
  ///
  /// No zero is put before another one: chapters begin with 01.
  static func codeMeant(by text: String) -> String? {
    let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    let digits = whole.filter { $0 != "." && $0 != " " }
    let padded = digits.utf8.count.isMultiple(of: 2) ? digits : "0" + digits
    return isCode(padded) && !padded.hasPrefix("00") ? padded : nil
  }

  /// True or false.
  func boolean(_ field: Field?) -> Bool? {
    guard let field else { return nil }
    switch field.value {
    case .boolean(let value): return value
    case .text("true") where field.isBare: return true
    case .text("false") where field.isBare: return false
    default:
      report(field, .wrongKind(expected: "true or false"))
      return nil
    }
  }

  /// One of the words that the key allows.
  func choice(_ field: Field?, in view: TableView, _ key: String) -> String? {
    guard let field, case .choice(let allowed) = view.form[key]?.form else { return nil }
    return choice(field, among: allowed)
  }

  /// One of some words.
  func choice(_ field: Field, among allowed: [String]) -> String? {
    guard case .text(let text) = field.value else {
      report(field, .unknownChoice(allowed: allowed))
      return nil
    }
    guard allowed.contains(text) else {
      report(field, .unknownChoice(allowed: allowed), question(text, among: allowed))
      return nil
    }
    return text
  }

  /// A whole number of at least `minimum`.
  ///
  /// What is told to be meant is at most `most`.
  func integer(_ field: Field?, from minimum: Int64, adviseUpTo most: Int64 = .max) -> Int64? {
    guard let field else { return nil }
    guard let number = wholeNumber(field, advising: minimum...most) else { return nil }
    guard number >= minimum else {
      report(field, .outsideRange(allowed: "\(minimum) or above"))
      return nil
    }
    return number
  }

  private func wholeNumber(_ field: Field, advising range: ClosedRange<Int64>) -> Int64? {
    switch field.value {
    case .integer(let number): return number
    case .text(let text) where field.isBare:
      if let number = Int64(text) { return number }
      report(field, .wrongKind(expected: "a whole number"))
    case .float(let number):
      let exact = Int64(exactly: number).flatMap { range.contains($0) ? $0 : nil }
      report(field, .wrongKind(expected: "a whole number"), exact.map { "write \($0)" })
    case .text(let text):
      let exact = Double(text.filter { !"_, ".contains($0) }).flatMap { Int64(exactly: $0) }
        .flatMap { range.contains($0) ? $0 : nil }
      report(field, .wrongKind(expected: "a whole number"), exact.map { "write \($0)" })
    default: report(field, .wrongKind(expected: "a whole number"))
    }
    return nil
  }

  /// A seed: a whole number from 0 to 2⁶⁴ − 1, as text where TOML's integers end.
  func seed(_ field: Field?) -> UInt64? {
    guard let field else { return nil }
    switch field.value {
    case .integer(let number):
      if let seed = UInt64(exactly: number) { return seed }
      report(field, .outsideRange(allowed: "from 0 to \(UInt64.max)"))
    case .text(let text):
      if let seed = UInt64(text) { return seed }
      let exact = UInt64(text.filter { !"_, ".contains($0) }) ?? Double(text).flatMap { UInt64(exactly: $0) }
      report(field, .wrongKind(expected: "a whole number from 0 to \(UInt64.max)"), exact.map(Self.seedAdvice))
    case .float(let number):
      report(
        field, .wrongKind(expected: "a whole number from 0 to \(UInt64.max)"), UInt64(exactly: number).map(Self.seedAdvice))
    default: report(field, .wrongKind(expected: "a whole number from 0 to \(UInt64.max)"))
    }
    return nil
  }

  /// A seed as it is written: as text where TOML's integers end.
  private static func seedAdvice(_ seed: UInt64) -> String { seed > Int64.max ? "write \"\(seed)\"" : "write \(seed)" }

  /// A day, as a TOML date or as text.
  func date(_ field: Field?) -> CivilDate? {
    guard let field else { return nil }
    switch field.value {
    case .date(let year, let month, let day):
      if let date = CivilDate(year: year, month: month, day: day) { return date }
    case .text(let text):
      if let date = Self.date(text) { return date }
    case .time:
      report(field, .wrongKind(expected: "a day"), "write the date alone, as in 2025-08-07")
      return nil
    default: break
    }
    let meant: String? = if case .text(let text) = field.value { Self.dayMeant(by: text) } else { nil }
    report(field, .badDate, meant.map { "write \($0)" } ?? "write year-month-day, as in 2025-08-07")
    return nil
  }

  /// The day that is written without its zeros, as in `2025-8-7`.
  static func dayMeant(by text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }) else {
      return nil
    }
    let day = ([parts[0]] + parts.dropFirst().map { $0.utf8.count == 1 ? "0" + $0 : $0 }).joined(separator: "-")
    return date(day).map { _ in day }
  }

  private static func date(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    guard numbers.count == 3 else { return nil }
    return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// First and last day of a measure or a cut.
  func validity(_ view: TableView) -> Validity { Validity(start: day(view, "start"), end: day(view, "end")) }

  /// The dates of a row of a table; nothing where one of them is none, or where they end before they start.
  func rowValidity(_ row: TableView) -> Validity? {
    let dates = ["start", "end"].map { row[$0] == nil ? nil : date(row[$0]) }
    for (date, key) in zip(dates, ["start", "end"]) where date == nil && row[key] != nil { return nil }
    guard let start = dates[0], let end = dates[1], end < start else { return Validity(start: dates[0], end: dates[1]) }
    if let field = row["end"] { report(field, .model(.datesInOrder), ModelRule.datesInOrder.suggestion) }
    return nil
  }
}

extension NumberText {
  /// What to write instead of text that is no number, where that can be told from it.
  ///
  /// A number with a decimal comma or in typographer's marks; an interval whose ends are not written alike; a range, as in
  /// `10-29%`; two numbers with `or` or `±` between them. `isCell` says that the text stands in a table, which takes no distribution
  /// but an interval.
  static func repair(_ text: String, as scale: NumberScale, isCell: Bool) -> String? {
    let tidy = tidied(text)
    // A comma before a blank sets two numbers apart.
    let one = tidy.contains(", ") ? [] : readings(of: tidy).compactMap { fitted($0, to: scale) }
    if !one.isEmpty { return "write " + one.map { $0.hasSuffix("%") && !isCell ? "\"\($0)\"" : $0 }.joined(separator: " or ") }
    if let pair = Pair(tidy, between: [" to "], as: scale) { return pair.intervalAdvice(as: scale) }
    if !isCell, let pair = Pair(tidy, between: ["±", "+-", "+/-"], as: scale) {
      return "write { normal = { mean = \(pair.first.value), sd = \(pair.second.value) } }"
    }
    if let pair = Pair(tidy, between: [" or "], as: scale), pair.ascending == nil { return "write \(pair.first.value)" }
    if !isCell, let pair = Pair(tidy, between: [" or "], as: scale) {
      return "write { discrete = { values = [\(pair.first.value), \(pair.second.value)], probabilities = [0.5, 0.5] } }"
    }
    guard let pair = Pair(tidy, between: ["..", "to", "-", "~"], as: scale)?.ascending else { return nil }
    if pair.mayBeFractions { return pair.intervalAdvice(as: scale) }
    let interval = "write \(pair.interval), a 90 % interval"
    return isCell || pair.isBeyond(scale)
      ? interval : interval + ", or { uniform = { lower = \(pair.first.value), upper = \(pair.second.value) } }"
  }

  /// A reading as it may stand in a place; nothing where it may not: a number above 1 as a percentage where it must be one, which of a
  /// share is at most 100 %, and no percentage of an amount.
  private static func fitted(_ text: String, to scale: NumberScale) -> String? {
    guard let value = value(of: text) else { return nil }
    if scale == .amount { return text.hasSuffix("%") ? nil : text }
    guard scale.isFraction, !text.hasSuffix("%"), value > 1 else { return scale == .share && value > 1 ? nil : text }
    return scale == .share && value > 100 ? nil : text + "%"
  }

  /// The intervals of percentages that two numbers above 1, or one of them, may be meant as where no percentage is written.
  ///
  /// Of `0.4 to 1.3` both may be fractions; `10 to 29` are percentages.
  static func percentages(_ low: Double, _ high: Double) -> String {
    let asWritten = "\"\(LoadSession.shown(low))% to \(LoadSession.shown(high))%\""
    guard low < 1, high < 10 else { return asWritten }
    func percent(_ value: Double) -> String { LoadSession.shown((value * 1e8).rounded() / 1e6) }
    return "\"\(percent(low))% to \(percent(high))%\" or \(asWritten)"
  }

  /// The number or percentage that the text is; nothing where it is none.
  static func value(of text: String) -> Double? { end(trim(text.utf8[...])).map(\.value) }

  /// What to write in the place of a list of numbers.
  static func repair(list: [String], as scale: NumberScale) -> String? {
    let numbers = list.map { $0.filter { $0 != "\"" } }.compactMap { fitted($0, to: scale) }
    guard list.count > 1, numbers.count == list.count else { return nil }
    let values = numbers.map { $0.hasSuffix("%") ? "\"\($0)\"" : value(of: $0).map(LoadSession.shown) ?? $0 }
    return "write { empirical = { values = [\(values.joined(separator: ", "))] } }"
  }

  /// The same interval with its ends in order, or the number that both of them are; nothing where they are in order.
  static func inOrder(_ text: String) -> String? {
    guard let pair = Pair(text, between: [" to "], as: .plain), let (low, high) = pair.numbers, low >= high else { return nil }
    return "write " + (low == high ? pair.first.value : pair.ascending?.interval ?? pair.first.value)
  }

  /// Text without quotation marks and blanks around it, its dashes and blanks those of ASCII.
  private static func tidied(_ text: String) -> String {
    var tidy = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": tidy.unicodeScalars.append("-")
      case "\u{2026}": tidy += ".."
      case _ where scalar.properties.isWhitespace: tidy += " "
      case _ where StraightQuotes.isCurly(scalar) || scalar == "\"" || scalar == "'": break
      default: tidy.unicodeScalars.append(scalar)
      }
    }
    return String(Substring(trim(tidy.utf8[...])))
  }

  /// The numbers and percentages that the writer of a near one may have meant.
  fileprivate static func readings(of text: String) -> [String] {
    let candidate = text.replacing(" ", with: "")
    let commas = candidate.filter { $0 == "," }.count
    let parts = candidate.split(separator: ",", omittingEmptySubsequences: false)
    var readings: [String] = []
    if commas == 1, !candidate.contains(".") { readings.append(candidate.replacing(",", with: ".")) }
    if commas > 0, parts.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 }) {
      readings.append(candidate.replacing(",", with: ""))
    }
    if commas == 0 { readings.append(candidate) }
    if commas == 0, candidate.contains("_") { readings.append(candidate.replacing("_", with: "")) }
    if candidate.hasPrefix(".") { readings.append("0" + candidate) }
    if candidate.hasSuffix(".") { readings.append(candidate + "0") }
    return readings.filter { end($0.utf8[...]) != nil }
  }
}

/// Two numbers with something between them.
private struct Pair {
  /// One of them: its digits, and whether it is a percentage.
  struct Number {
    var digits: String
    var isPercent: Bool

    /// As a TOML value.
    var value: String { isPercent ? "\"\(digits)%\"" : Double(digits).map(LoadSession.shown) ?? digits }
    var text: String { isPercent ? digits + "%" : digits }
  }

  var first: Number
  var second: Number
  /// Whether no percent sign is written, a number above 1 makes percentages of them where a fraction is stated, and yet the smaller one
  /// is below 1: then both may be fractions.
  var mayBeFractions = false

  /// The numbers before and behind the first of the separators that leaves two; nothing where none does.
  ///
  /// A percent sign behind one of them is meant for both, and so it is for rates that say nothing and are above 1.
  init?(_ text: String, between separators: [String], as scale: NumberScale) {
    for separator in separators {
      var start = text.startIndex
      while let range = text[start...].firstRange(of: separator) {
        if let pair = Self(text[..<range.lowerBound], text[range.upperBound...], scale) {
          self = pair
          return
        }
        start = text.index(after: range.lowerBound)
      }
    }
    return nil
  }

  private init?(_ before: Substring, _ behind: Substring, _ scale: NumberScale) {
    guard var first = Self.number(before), var second = Self.number(behind) else { return nil }
    // "10% to 0.29": the second is a fraction, and "10 to 29%" says of both that they are percentages.
    if first.isPercent, !second.isPercent, let share = Double(second.digits), share.magnitude <= 1 {
      second = Number(digits: LoadSession.shown((share * 1e8).rounded() / 1e6), isPercent: true)
    }
    let values = [first, second].map { Double($0.digits) ?? 0 }
    let isAboveOne = values.contains { $0 > 1 }
    let isStated = first.isPercent || second.isPercent
    // A percentage has no unit.
    guard scale != .amount || !isStated else { return nil }
    mayBeFractions = !isStated && scale.isFraction && isAboveOne && values.contains { $0 < 1 } && values.allSatisfy { $0 < 10 }
    let isPercent = isStated || scale.isFraction && isAboveOne
    (first.isPercent, second.isPercent) = (isPercent, isPercent)
    (self.first, self.second) = (first, second)
  }

  private static func number(_ text: Substring) -> Number? {
    // What may be a thousand or one is told by nobody.
    let readings = NumberText.readings(of: String(text))
    guard readings.count == 1, let reading = readings.first else { return nil }
    let digits = reading.last == "%" ? String(reading.dropLast()) : reading
    return Double(digits).flatMap { $0.isFinite ? Number(digits: digits, isPercent: reading.last == "%") : nil }
  }

  var numbers: (Double, Double)? {
    guard let first = Double(first.digits), let second = Double(second.digits) else { return nil }
    return (first, second)
  }

  /// The same with the smaller one first; nothing where they are equal.
  var ascending: Pair? {
    guard let (low, high) = numbers, low != high else { return nil }
    var pair = self
    if low > high { (pair.first, pair.second) = (second, first) }
    return pair
  }

  var interval: String { "\"\(first.text) to \(second.text)\"" }

  /// Whether one of them is no share of a whole.
  func isBeyond(_ scale: NumberScale) -> Bool {
    guard scale == .share, let (first, second) = numbers else { return false }
    return min(first, second) < 0 || max(first, second) > (self.first.isPercent ? 100 : 1)
  }

  /// Both readings where one end alone is a percentage and the number may be either.
  func intervalAdvice(as scale: NumberScale) -> String? {
    guard let ascending else { return "write \(first.value)" }
    if mayBeFractions, let (low, high) = ascending.numbers { return "write \(NumberText.percentages(low, high))" }
    guard !scale.isFraction, first.isPercent else { return "write \(ascending.interval)" }
    let (low, high) = (ascending.first.digits, ascending.second.digits)
    return "write \(ascending.interval) or \"\(low) to \(high)\""
  }
}

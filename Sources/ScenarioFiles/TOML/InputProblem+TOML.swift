extension InputProblem {
  /// What stopped the reading of a scenario file, with a way out where the line at fault tells one.
  init(_ error: TOMLError, in bytes: [UInt8], of file: String) {
    switch error {
    case .syntax(let message, let line, let column):
      self.init(
        location: SourceLocation(file: file, line: line, column: column),
        rule: .notTOML(message: Field.shortened(message, to: 200)), suggestion: FaultyLine(bytes, number: line)?.suggestion)
    case .tooDeep(let line, let column):
      self.init(
        location: SourceLocation(file: file, line: line, column: column), rule: .nestsTooDeeply(limit: TOMLDocument.depthLimit))
    case .outOfMemory: self.init(location: SourceLocation(file: file), rule: .cannotRead(reason: "memory ran out"))
    }
  }
}

/// The line at which a parser stopped.
private struct FaultyLine {
  private let text: String

  /// Nothing where the line is too long to be looked through.
  init?(_ bytes: [UInt8], number: Int) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: max(number, 1), omittingEmptySubsequences: false)
    guard number >= 1, number <= lines.count, lines[number - 1].count < 200 else { return nil }
    text = String(decoding: lines[number - 1], as: UTF8.self)
  }

  /// What to write instead.
  var suggestion: String? { straightQuotes ?? leadingZero ?? largeInteger ?? bareText ?? barePercentage }

  /// The line with plain quotation marks.
  private var straightQuotes: String? {
    let words = text.drop { $0.isWhitespace }
    guard let straight = StraightQuotes.straightened(words)?.filter({ $0 != "\r" }) else { return nil }
    // A line of a list is no document by itself. An apostrophe that becomes a quotation mark ends the text too early.
    let isTOML = [straight, "x = [\n\(straight)\n]"].contains { (try? TOMLDocument.parse(Array($0.utf8))) != nil }
    return isTOML ? "write plain quotation marks: \(straight)" : "write plain quotation marks"
  }

  /// A code without quotation marks, which TOML refuses for its leading zero.
  private var leadingZero: String? {
    words.first { $0.first == "0" && LoadSession.isCode(String($0)) }.map { "write \"\($0)\" in quotes" }
  }

  /// An interval, a percentage or the name of a parameter without quotation marks, and a number or a day in a foreign spelling.
  private var bareText: String? {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    var rest = text[text.index(after: sign)...].prefix { $0 != "#" }.drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace || last == ";" { rest.removeLast() }
    let value = String(rest)
    guard let first = value.first, !"\"'[{".contains(first) else { return nil }
    if ["true", "false"].contains(value.lowercased()) { return "write \(value.lowercased())" }
    let key = text[..<sign].filter { !$0.isWhitespace }
    if ["start", "end", "date", "announced"].contains(key), let day = LoadSession.dayMeant(by: value) { return "write \(day)" }
    switch NumberText(value) {
    case .interval, .percent, .name: return "write \"\(value)\" in quotes"
    case .plain: return "write \(value)"
    case .infinite: return nil
    case .invalid: return NumberText.repair(value, as: .plain, isCell: false)
    }
  }

  /// A percentage without quotation marks.
  private var barePercentage: String? {
    words.first { $0.last == "%" && Double($0.dropLast()) != nil }.map { "write \"\($0)\" in quotes" }
  }

  /// An integer that 64 bits with a sign do not hold: a seed is written as text, another number with a decimal point.
  private var largeInteger: String? {
    let large = words.first { word in
      let digits = word.filter { $0 != "_" }
      return digits.count >= 19 && Int64(digits) == nil && Double(digits) != nil && digits.allSatisfy { $0.isNumber || $0 == "-" }
    }
    guard let digits = large?.filter({ $0 != "_" }) else { return nil }
    guard words.first == "seed" else { return "write \(digits).0" }
    return UInt64(digits) == nil ? "write a seed from 0 to \(UInt64.max), in quotes" : "write \"\(digits)\" in quotes"
  }

  private var words: [Substring] { text.split { " ,=[]{}\t\r".contains($0) } }
}

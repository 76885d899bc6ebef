/// A number written as text: `1.6`, `145%`, `1.0 to 2.4`, the name of a parameter.
enum NumberText: Hashable, Sendable {
  case plain(Double)
  /// A percentage, already divided by 100.
  case percent(Double)
  /// The ends of a 90 % interval.
  case interval(low: Double, high: Double, isPercent: Bool)
  case name(String)
  case infinite
  case invalid

  /// Reads text; spaces around it and before a percent sign do not matter.
  init(_ text: String) {
    let trimmed = Self.trim(text.utf8[...])
    if let range = Self.separator(in: trimmed) {
      self = Self.interval(trimmed[..<range.lowerBound], trimmed[range.upperBound...])
    } else if let end = Self.end(trimmed) {
      self = end.value.isFinite ? (end.isPercent ? .percent(end.value) : .plain(end.value)) : .infinite
    } else {
      self = Self.word(String(Substring(trimmed)))
    }
  }

  /// Whether `text` may name a parameter: letters, digits, `-` and `_`, first a letter.
  static func isParameterName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
  }

  private typealias Bytes = Substring.UTF8View

  private static func interval(_ low: Bytes, _ high: Bytes) -> NumberText {
    guard let from = end(trim(low)), let to = end(trim(high)) else { return .invalid }
    guard from.value.isFinite, to.value.isFinite else { return .infinite }
    guard from.isPercent == to.isPercent else { return .invalid }
    return .interval(low: from.value, high: to.value, isPercent: from.isPercent)
  }

  private static func word(_ text: String) -> NumberText {
    let unsigned = text.first == "-" || text.first == "+" ? String(text.dropFirst()) : text
    if ["inf", "nan", "infinity"].contains(unsigned.lowercased()) { return .infinite }
    if isParameterName(text) { return .name(text) }
    return .invalid
  }

  /// The number or percentage that all of `text` is.
  static func end(_ text: Substring.UTF8View) -> (value: Double, isPercent: Bool)? {
    guard text.last == UInt8(ascii: "%") else { return decimal(text, shift: 0).map { ($0, false) } }
    return decimal(trim(text.dropLast()), shift: -2).map { ($0, true) }
  }

  /// Digits with an optional sign, fraction and exponent, times ten to the power of `shift`; correctly rounded once.
  private static func decimal(_ text: Bytes, shift: Int) -> Double? {
    var rest = text
    if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard takeDigits(&rest) else { return nil }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard takeDigits(&rest) else { return nil }
    }
    if rest.isEmpty && shift == 0 { return Double(Substring(text)) }
    let mantissa = String(Substring(text[..<rest.startIndex]))
    var exponent = 0
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      // An exponent beyond Int is beyond Double.
      guard let stated = Int(String(Substring(rest))) else { return nil }
      rest = rest[rest.endIndex...]
      exponent = min(max(stated, -100_000), 100_000)
    }
    guard rest.isEmpty else { return nil }
    return Double("\(mantissa)e\(exponent + shift)")
  }

  private static func takeDigits(_ rest: inout Bytes) -> Bool {
    let after = rest.drop(while: isDigit)
    defer { rest = after }
    return after.startIndex != rest.startIndex
  }

  /// Where the word `to` stands between spaces.
  private static func separator(in text: Bytes) -> Range<Bytes.Index>? {
    var index = text.startIndex
    while let space = text[index...].firstIndex(of: UInt8(ascii: " ")) {
      let rest = text[space...]
      if rest.starts(with: " to ".utf8) { return space..<text.index(space, offsetBy: 4) }
      index = text.index(after: space)
    }
    return nil
  }

  static func trim(_ text: Substring.UTF8View) -> Substring.UTF8View {
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return text
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
}

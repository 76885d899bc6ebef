/// The values that an option's argument may have.
package enum ValueRule: Hashable, Sendable {
  /// Any text that is not empty.
  case text
  /// A whole number of the range, in decimal digits.
  case wholeNumber(ClosedRange<UInt64>)
  /// A whole number of the range in any of the ways people write large ones: `1000000`, `1_000_000`, `1e6`, `2.5e5`.
  case amount(ClosedRange<UInt64>)
  /// An amount of memory.
  case byteSize
  /// Numbers of the range, separated by commas, each larger than the one before.
  case ascendingNumbers(ClosedRange<Double>)
  /// One of the words.
  case word([String])
  /// `name=value` with a name that is not empty.
  case assignment
  /// `I/N`, the I-th of N, with 1 ≤ I ≤ N ≤ the limit; `I:N` the same counted from 0; or a word that stands for one.
  case place(limit: Int, word: String? = nil)

  /// Whether the text is such a value.
  package func accepts(_ text: String) -> Bool {
    switch self {
    case .text: !text.isEmpty
    case .wholeNumber(let range): Self.wholeNumber(text).map(range.contains) ?? false
    case .amount(let range): Self.amount(text).map(range.contains) ?? false
    case .byteSize: ByteSize.bytes(text) != nil
    case .ascendingNumbers(let range):
      Self.numbers(text).map { Self.isAscending($0) && $0.allSatisfy(range.contains) } ?? false
    case .word(let words): words.contains(text)
    case .assignment: Self.assignment(text) != nil
    case .place(let limit, let word):
      text == word || Self.place(text).map { 1 <= $0.index && $0.index <= $0.count && $0.count <= limit } ?? false
    }
  }

  /// What is expected, for the end of "expects …".
  package var expectation: String {
    switch self {
    case .text: "a text that is not empty"
    case .wholeNumber(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .amount(let range): "a whole number from \(range.lowerBound) to \(range.upperBound), as in 1000000, 1_000_000 or 1e6"
    case .byteSize: "an amount of memory, as in 500M or 4G"
    case .ascendingNumbers(let range):
      "ascending numbers from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound)), as in 5,50,95"
    case .word(let words): Self.alternatives(words)
    case .assignment: "NAME=VALUE"
    case .place(let limit, let word):
      "I/N, the I-th of N, with N from 1 to \(limit) and I from 1 to N" + (word == nil ? "" : ", or I:N counted from 0")
        + ", as in 3/8"
        + (word.map { ", 2:8 or \($0)" } ?? "")
    }
  }

  /// The number, where the text is nothing but decimal digits and fits.
  package static func wholeNumber(_ text: String) -> UInt64? {
    // `UInt64(_: String)` also takes a sign; a sign is not a digit.
    guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    return UInt64(text)
  }

  /// The whole number that the text is, digits perhaps set apart by single underscores, or with a power of ten.
  package static func amount(_ text: String) -> UInt64? {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let digits = parts.joined()
    if parts.count > 1 || wholeNumber(digits) != nil { return wholeNumber(digits) }
    guard digits.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true,
      digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || ".eE+".utf8.contains($0) })
    else { return nil }
    // A number of draws is far below 2⁵³, up to which every whole number is a double.
    return Double(digits).flatMap { UInt64(exactly: $0) }.flatMap { $0 <= 1 << 53 ? $0 : nil }
  }

  /// The finite numbers of a list with commas, or nothing where one is not a number.
  package static func numbers(_ text: String) -> [Double]? {
    var numbers: [Double] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let number = Double(part), number.isFinite else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The two sides of an equals sign: of the one before a table in braces, else of the last one, since names may hold such signs.
  package static func assignment(_ text: String) -> (name: String, value: String)? {
    let signs = text.indices.filter { text[$0] == "=" }
    let table = signs.first { text[text.index(after: $0)...].first { $0 != " " } == "{" }
    guard let sign = table ?? signs.last, sign != text.startIndex else { return nil }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }

  /// The two numbers around a slash, or around a colon with the first counted from 0; the index that is returned counts from 1.
  package static func place(_ text: String) -> (index: Int, count: Int)? {
    let isFromZero = text.contains(":")
    let parts = text.split(separator: isFromZero ? ":" : "/", omittingEmptySubsequences: false).map { part in
      wholeNumber(String(part)).flatMap { Int(exactly: $0) }
    }
    guard parts.count == 2, let index = parts[0], let count = parts[1], index < Int.max else { return nil }
    return (isFromZero ? index + 1 : index, count)
  }

  private static func isAscending(_ numbers: [Double]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  private static func short(_ number: Double) -> String {
    let text = String(number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

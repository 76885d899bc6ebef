/// Decimal numbers from a low end upward in equal steps, to a high end at most.
struct DecimalRange {
  private let low: Int
  private let step: Int
  private let count: Int
  /// Decimal places that all numbers are counted in.
  private let places: Int
  private let isPercent: Bool

  /// The range that the text is; nothing where it is no range, having no `..`.
  init?(_ text: String) throws(ValueListError) {
    guard let dots = text.firstRange(of: ".."), !text.contains(where: { "[{(\"'".contains($0) }) else { return nil }
    let first = String(text[..<dots.lowerBound])
    let rest = text[dots.upperBound...].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard rest.count == 2 else { throw rest.count == 1 ? .lacksStep(text) : .notADecimal(text) }
    let words = [first, rest[0], rest[1]]
    let percents = words.map { $0.hasSuffix("%") }
    guard Set(percents).count == 1 else { throw .mixesPercent(text) }
    var numbers: [DecimalNumber] = []
    for word in words {
      guard let number = DecimalNumber(percents[0] ? String(word.dropLast()) : word) else { throw .notADecimal(word) }
      numbers.append(number)
    }
    let places = numbers.map(\.places).max() ?? 0
    let scaled = numbers.compactMap { $0.mantissa(places: places) }
    guard scaled.count == 3 else { throw .notADecimal(text) }
    guard scaled[2] > 0 else { throw .stepNotPositive(text) }
    guard scaled[0] <= scaled[1] else { throw .endsNotAscending(text) }
    let steps = (scaled[1] - scaled[0]) / scaled[2]
    guard steps < ValueList.mostOfRange else { throw .tooMany(text, count: steps + 1) }
    (low, step, count) = (scaled[0], scaled[2], steps + 1)
    self.places = places
    isPercent = percents[0]
  }

  var values: [String] { (0..<count).map { text(low + $0 * step) + (isPercent ? "%" : "") } }

  /// A number of so many places, without zeros at its end.
  private func text(_ mantissa: Int) -> String {
    var digits = String(mantissa.magnitude)
    while digits.utf8.count <= places { digits = "0" + digits }
    var fraction = digits.suffix(places)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return (mantissa < 0 ? "-" : "") + digits.dropLast(places) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// A decimal number as it is written: digits with a point at most.
private struct DecimalNumber {
  private let digits: Int
  let places: Int

  init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
      // With the places of the other numbers it still is a whole number of 64 bits.
      parts.joined().utf8.count <= 15, let digits = Int(parts.joined())
    else { return nil }
    self.digits = isNegative ? -digits : digits
    places = parts.count == 2 ? parts[1].utf8.count : 0
  }

  /// The number counted in units of the last of so many places; nothing where it has more digits than a whole number holds.
  func mantissa(places wanted: Int) -> Int? {
    var value = digits
    for _ in places..<max(places, wanted) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value.magnitude < 1 << 62 ? value : nil
  }
}

/// A decimal number as it is written, digit for digit.
package struct ExactDecimal: Hashable, Sendable {
  package var mantissa: Int
  /// The power of ten that the mantissa is multiplied by.
  package var exponent: Int

  /// Reads digits with a point at most, a sign, an exponent, and thousands set apart by commas where every group has three digits.
  ///
  /// Nothing for any other text, and for more than 18 digits. O(bytes).
  package init?(_ bytes: some RandomAccessCollection<UInt8>) {
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var (mantissa, digits, places, power) = (0, 0, 0, 0)
    var (hasPoint, group) = (false, -1)
    scan: while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits < 18 else { return nil }
        mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0"))
        if mantissa > 0 { digits += 1 }
        if hasPoint { places += 1 } else if group >= 0 { group += 1 }
        if group > 3 { return nil }
        if !hasPoint, group < 0 { power += 1 }
      case UInt8(ascii: ","):
        // The first group has one to three digits, the others three.
        guard !hasPoint, group == 3 || (group < 0 && (1...3).contains(power)) else { return nil }
        group = 0
      case UInt8(ascii: "."):
        guard !hasPoint, group < 0 || group == 3 else { return nil }
        hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
      default: return nil
      }
      rest = rest.dropFirst()
    }
    guard power > 0 || places > 0, group < 0 || group == 3 else { return nil }
    exponent = -places
    if !rest.isEmpty {
      guard let written = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), written.magnitude <= 30 else { return nil }
      exponent += written
    }
    self.mantissa = isNegative ? -mantissa : mantissa
  }

  /// The nearest double.
  package var double: Double { Double("\(mantissa)e\(exponent)") ?? .nan }
}

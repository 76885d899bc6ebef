/// A code of the Harmonized System or of a national tariff that begins with one, in one machine word.
package struct HSCode: Hashable, Sendable, Comparable {
  /// The digits as a number, above their count in the low four bits.
  let packed: UInt64

  /// What a cell says of the goods.
  enum Reading: Hashable, Sendable {
    case code(HSCode)
    /// All goods together.
    case total
    /// Goods that the source gives a word in place of a code, such as `9999AA` of UN Comtrade.
    case uncoded
    /// An odd number of digits, as where a spreadsheet took the code for a number.
    case lostZero
    case none
  }

  init(packed: UInt64) { self.packed = packed }

  private init(number: UInt64, digits: Int) { packed = number << 4 | UInt64(digits) }

  /// Reads digits, perhaps with points between them; codes have an even number of digits, from 2 to 12.
  ///
  /// - Parameter pads: Whether an odd number of digits gets a zero in front.
  static func read(_ cell: ArraySlice<UInt8>, pads: Bool) -> Reading {
    var (number, digits, last): (UInt64, Int, UInt8) = (0, 0, UInt8(ascii: "."))
    for byte in cell {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits < 13 else { return .none }
        number = number * 10 + UInt64(byte - UInt8(ascii: "0"))
        digits += 1
      case UInt8(ascii: ".") where last != byte: break
      default: return word(cell)
      }
      last = byte
    }
    guard digits > 0, last != UInt8(ascii: ".") else { return .none }
    if digits % 2 == 1 {
      guard pads else { return digits == 1 && number == 0 ? .none : .lostZero }
      digits += 1
    }
    let isBelow = number < powerOfTen(digits - 2)
    guard digits <= 12, number > 0 else { return .none }
    // There is no chapter 00: two zeros were put in front of something else.
    return isBelow ? .none : .code(HSCode(number: number, digits: digits))
  }

  private static func word(_ cell: ArraySlice<UInt8>) -> Reading {
    let word = String(decoding: cell, as: UTF8.self).uppercased()
    if ["TOTAL", "ALL", "-", "ALL COMMODITIES", "TOTAL ALL COMMODITIES", "ALL GOODS"].contains(word) { return .total }
    let isNumbered =
      word.utf8.count == 6 && word.utf8.prefix(4).allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumbered && word.utf8.suffix(2).allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      ? .uncoded : .none
  }

  private static func powerOfTen(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<max(0, exponent) { power *= 10 }
    return power
  }

  var digits: Int { Int(packed & 15) }

  /// The first digits of the code; itself where it has no more.
  func prefix(_ count: Int) -> HSCode {
    count >= digits ? self : HSCode(number: (packed >> 4) / Self.powerOfTen(digits - count), digits: count)
  }

  var chapter: Int { Int(prefix(2).packed >> 4) }

  var text: String {
    let number = String(packed >> 4)
    return String(repeating: "0", count: max(0, digits - number.utf8.count)) + number
  }

  /// In the order of the digits, a code before those that it is the beginning of.
  package static func < (a: HSCode, b: HSCode) -> Bool { a.text < b.text }
}

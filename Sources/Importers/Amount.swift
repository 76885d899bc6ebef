/// An amount of money, to a billionth of a dollar: sums of it are exact and do not depend on their order.
package struct Amount: Hashable, Sendable, Comparable {
  /// Billionths of a dollar.
  package private(set) var units: Int128

  package static let zero = Amount(units: 0)

  private init(units: Int128) { self.units = units }

  /// A decimal number of dollars times a power of ten; what is below a billionth of a dollar is rounded to the nearest.
  ///
  /// - Parameter power: 0 where the number is in dollars, 3 where it is in thousands.
  package init(_ number: ExactDecimal, power: Int) {
    var units = Int128(number.mantissa)
    let shift = number.exponent + power + 9
    if shift >= 0 {
      units *= Self.powerOfTen(min(shift, 20))
    } else {
      let unit = Self.powerOfTen(min(-shift, 37))
      let half = unit / 2
      units = (units + (units < 0 ? -half : half)) / unit
    }
    self.units = units
  }

  private static func powerOfTen(_ exponent: Int) -> Int128 {
    var power: Int128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  package static func + (a: Amount, b: Amount) -> Amount { Amount(units: a.units + b.units) }
  package static func - (a: Amount, b: Amount) -> Amount { Amount(units: a.units - b.units) }
  package static func += (a: inout Amount, b: Amount) { a.units += b.units }
  package static func < (a: Amount, b: Amount) -> Bool { a.units < b.units }

  package var magnitude: Amount { Amount(units: units < 0 ? -units : units) }

  /// In USD m, every digit, as tables of scenarios have it.
  package var millions: String { text(places: 15) }

  /// In dollars, every digit.
  package var dollars: String { text(places: 9) }

  private func text(places: Int) -> String {
    var digits = Array(String(units.magnitude).utf8)
    let zero = UInt8(ascii: "0")
    if digits.count <= places { digits.insert(contentsOf: repeatElement(zero, count: places + 1 - digits.count), at: 0) }
    let point = digits.count - places
    var end = digits.count
    while end > point, digits[end - 1] == zero { end -= 1 }
    digits.removeLast(digits.count - end)
    if end > point { digits.insert(UInt8(ascii: "."), at: point) }
    if units < 0 { digits.insert(UInt8(ascii: "-"), at: 0) }
    return String(decoding: digits, as: UTF8.self)
  }
}

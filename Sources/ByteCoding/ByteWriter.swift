/// Bytes in the order they were written: words little endian, whole numbers in as few bytes as they need.
///
/// What it writes, ``ByteReader`` reads back with the calls of the same names in the same order.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A word of eight bytes.
  package mutating func word(_ word: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
  }

  /// A double with all its bits.
  package mutating func double(_ double: Double) { word(double.bitPattern) }

  /// A whole number in groups of seven bits, the lowest first, as in LEB128: one byte below 128, ten at most.
  package mutating func whole(_ number: UInt64) {
    var rest = number
    while rest > 0x7f {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A count, which must not be negative.
  package mutating func count(_ count: Int) {
    precondition(count >= 0, "a count is not negative")
    whole(UInt64(count))
  }

  /// An answer of yes or no in one byte.
  package mutating func flag(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Bytes with their number before them.
  package mutating func section(_ content: [UInt8]) {
    count(content.count)
    bytes += content
  }

  /// A text as UTF-8 with its length before it.
  package mutating func text(_ text: String) { section(Array(text.utf8)) }

  /// Doubles with their number before them.
  package mutating func doubles(_ doubles: [Double]) {
    count(doubles.count)
    for double in doubles { self.double(double) }
  }
}

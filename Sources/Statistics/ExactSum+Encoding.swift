internal import ByteCoding

extension ExactSum {
  /// Writes the sum in its one form: sign, first digit's place, and the digits of the magnitude between the outermost that are
  /// not 0.
  func encode(to writer: inout ByteWriter) {
    let (isNegative, magnitude) = signAndMagnitude
    let digits = magnitude.limbs
    let first = digits.indices.first { digits[$0] != 0 } ?? 0
    let end = digits.indices.last { digits[$0] != 0 }.map { $0 + 1 } ?? 0
    writer.flag(isNegative)
    writer.count(first)
    writer.count(end - first)
    for index in first..<end { writer.whole(UInt64(digits[index])) }
  }

  /// Reads what `encode(to:)` wrote.
  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init()
    let isNegative = try reader.flag()
    let first = try reader.count(atMost: Self.limbCount - 1)
    let count = try reader.count(atMost: Self.limbCount - first)
    for index in first..<(first + count) {
      guard let digit = UInt32(exactly: try reader.whole()) else { throw DamagedBytes("a digit of a sum is too large") }
      limbs[index] = isNegative ? -Int64(digit) : Int64(digit)
    }
    carry()
  }
}

/// CRC-64 with the polynomial of ECMA-182, bits reflected, as in the xz format: any damage within 64 neighbouring bits is
/// noticed, any other but once in 2⁶⁴.
///
/// It guards against accidents, not against intent.
package enum CRC64 {
  /// The remainder of each byte.
  private static let remainders: [UInt64] = (0..<256).map { byte in
    (0..<8).reduce(UInt64(byte)) { rest, _ in rest >> 1 ^ (rest & 1 == 1 ? 0xc96c_5795_d787_0f42 : 0) }
  }

  /// The checksum of bytes; O(bytes).
  package static func checksum(of bytes: ArraySlice<UInt8>) -> UInt64 {
    let remainders = remainders
    return ~bytes.reduce(~0) { rest, byte in rest >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] }
  }
}

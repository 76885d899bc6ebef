/// The digest of a word's bytes: FNV-1a.
struct WordDigest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var length = 0
  private(set) var last: UInt8 = 0

  init() {}

  init(_ word: String) {
    for byte in word.utf8 { append(byte) }
  }

  mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    length += 1
    last = byte
  }

  /// The digest with every bit dependent on all others, so that sums of digests do not meet.
  static func mixed(_ value: UInt64) -> UInt64 {
    var bits = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

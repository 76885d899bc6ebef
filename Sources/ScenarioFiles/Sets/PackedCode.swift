/// A code of the Harmonized System as a number, in whose order a code stands before those inside it.
struct PackedCode: Hashable, Comparable {
  /// The digits with zeros behind them up to ten, times 16, and how many they are.
  private let rank: UInt64

  /// - Parameter code: 2 to 10 digits.
  init(_ code: String) {
    var value: UInt64 = 0
    var count: UInt64 = 0
    for byte in code.utf8.prefix(10) {
      value = value &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
      count += 1
    }
    rank = value &* Self.powers[Int(10 - count)] &* 16 &+ count
  }

  var digits: String {
    let text = String((rank >> 4) / Self.powers[10 - length])
    return String(repeating: "0", count: length - text.utf8.count) + text
  }

  var length: Int { Int(rank & 15) }

  /// Whether the goods of a code are all under this one.
  func holds(_ other: PackedCode) -> Bool {
    rank <= other.rank && (other.rank >> 4) - (rank >> 4) < Self.powers[10 - length]
  }

  /// How many leading digits two codes share, counted in pairs.
  func sharedDigits(with other: PackedCode) -> Int {
    let most = min(length, other.length)
    return stride(from: most, to: 0, by: -2).first { digits in
      (rank >> 4) / Self.powers[10 - digits] == (other.rank >> 4) / Self.powers[10 - digits]
    } ?? 0
  }

  static func < (a: PackedCode, b: PackedCode) -> Bool { a.rank < b.rank }

  /// Of ten, up to its tenth.
  private static let powers = (1...10).reduce(into: [1 as UInt64]) { powers, _ in powers.append(10 * powers[powers.count - 1]) }
}

/// A permutation of 0 ..< 2^bits for each key, any of whose values is computed by itself.
///
/// Eight rounds, each a product with an odd number and a sum modulo 2^bits, which carry upwards, and an exclusive or with the upper half
/// of the bits, which brings them down: a bijection in every round. With four rounds pairs of numbers of up to six bits show dependence. After the permutation of A. Kensler ("Correlated multi-jittered
/// sampling", 2013). Tested by joint counts over keys, and exhaustively for being bijections.
package struct KeyedPermutation: Sendable {
  /// From 1 to 31.
  package let bits: Int
  /// Eight words: each becomes the odd factor of a round, and its upper bits the summand of another.
  package let key: [UInt32]

  /// - Parameter key: Eight random words.
  package init(bits: Int, key: [UInt32]) {
    precondition((1...31).contains(bits) && key.count == 8, "a permutation has 1 to 31 bits and a key of eight words")
    self.bits = bits
    self.key = key
  }

  /// Where the permutation puts a number.
  package func callAsFunction(_ x: UInt32) -> UInt32 {
    let mask = UInt32(1) << UInt32(bits) - 1
    let shift = UInt32(bits + 1) / 2
    var x = x
    for round in 0..<8 {
      x = (x &* (key[round] | 1) &+ key[(round + 4) & 7] >> 7) & mask
      x ^= x >> shift
    }
    return x
  }
}

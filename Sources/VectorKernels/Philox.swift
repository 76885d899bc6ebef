/// The counter-based generator Philox4x32-10: a pure function of a counter of four words and a key of two.
///
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, doi:10.1145/2063384.2063405. Tested
/// against the known answers of the authors' Random123.
package enum Philox {
  /// Four words of 32 bits, each in a 64-bit lane so that the 32 × 32 → 64 bit products vectorise.
  package typealias Words = (w0: UInt64, w1: UInt64, w2: UInt64, w3: UInt64)

  /// The four output words of ten rounds, words 1 and 0 (high, low) side by side and words 3 and 2.
  ///
  /// Only the low 32 bits of each argument count.
  @inline(__always)
  package static func pairs(counter: Words, key: (k0: UInt64, k1: UInt64)) -> (first: UInt64, second: UInt64) {
    let words = nineRounds(counter, key)
    // The last round: a product with its halves exchanged is (low word, high word), and the high word's xor is what is missing.
    // Written with a shift to the left, the compiler would make it a 64-bit multiplication of its own, three times as dear.
    let (product0, product1) = products(words)
    let (k0, k1) = roundKey(key, step: 9)
    return (exchanged(product1) ^ low(words.w1) ^ k0, exchanged(product0) ^ low(words.w3) ^ k1)
  }

  /// The four output words of ten rounds, each in the low half of its lane; the upper halves hold leftovers.
  @inline(__always)
  package static func words(counter: Words, key: (k0: UInt64, k1: UInt64)) -> Words {
    round(nineRounds(counter, key), key, step: 9)
  }

  @inline(__always)
  private static func nineRounds(_ counter: Words, _ key: (k0: UInt64, k1: UInt64)) -> Words {
    var words = counter
    words = round(words, key, step: 0)
    words = round(words, key, step: 1)
    words = round(words, key, step: 2)
    words = round(words, key, step: 3)
    words = round(words, key, step: 4)
    words = round(words, key, step: 5)
    words = round(words, key, step: 6)
    words = round(words, key, step: 7)
    return round(words, key, step: 8)
  }

  /// One round; upper halves may hold leftovers, which the next product ignores.
  @inline(__always)
  private static func round(_ c: Words, _ key: (k0: UInt64, k1: UInt64), step: UInt64) -> Words {
    let (product0, product1) = products(c)
    let (k0, k1) = roundKey(key, step: step)
    return (product1 &>> 32 ^ c.w1 ^ k0, product1, product0 &>> 32 ^ c.w3 ^ k1, product0)
  }

  @inline(__always)
  private static func products(_ c: Words) -> (UInt64, UInt64) { (low(c.w0) &* 0xd251_1f53, low(c.w2) &* 0xcd9e_8d57) }

  /// The key of a round: the first key plus a Weyl step (golden ratio and √3 − 1) for each round before.
  @inline(__always)
  private static func roundKey(_ key: (k0: UInt64, k1: UInt64), step: UInt64) -> (UInt64, UInt64) {
    (low(key.k0 &+ 0x9e37_79b9 &* step), low(key.k1 &+ 0xbb67_ae85 &* step))
  }

  @inline(__always)
  private static func low(_ word: UInt64) -> UInt64 { word & 0xffff_ffff }

  @inline(__always)
  private static func exchanged(_ product: UInt64) -> UInt64 { product &<< 32 | product &>> 32 }
}

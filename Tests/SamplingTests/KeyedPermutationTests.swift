import Sampling
import TestSupport
import Testing

@Suite("Permutations by key")
struct KeyedPermutationTests {
  private func key(_ generator: inout Generator) -> [UInt32] { (0..<8).map { _ in UInt32(generator.word() >> 32) } }

  @Test("Every key gives a permutation", arguments: 1...12)
  func isBijection(bits: Int) {
    var generator = Generator(seed: UInt64(bits))
    for _ in 0..<20 {
      let permutation = KeyedPermutation(bits: bits, key: key(&generator))
      let images = (0..<UInt32(1 << bits)).map { permutation($0) }
      #expect(images.sorted() == Array(0..<UInt32(1 << bits)))
    }
  }

  @Test("The largest sizes stay inside")
  func largestStaysInside() {
    var generator = Generator(seed: 1)
    let permutation = KeyedPermutation(bits: 31, key: key(&generator))
    for x: UInt32 in [0, 1, 1 << 30, 1 << 31 - 1] { #expect(permutation(x) < 1 << 31) }
  }

  /// χ² over 16 classes of the images of two neighbours and of two numbers half the range apart: 256 joint classes.
  @Test("Where two numbers go is independent over keys", arguments: [6, 10, 14, 20])
  func pairsAreIndependent(bits: Int) {
    var generator = Generator(seed: 100 + UInt64(bits))
    let keys = 25_600
    var counts = [[Int]](repeating: [Int](repeating: 0, count: 256), count: 2)
    for _ in 0..<keys {
      let permutation = KeyedPermutation(bits: bits, key: key(&generator))
      let start = UInt32(generator.word() >> 40) & (1 << UInt32(bits) - 2)
      for (pair, other) in [start + 1, start ^ 1 << UInt32(bits - 1)].enumerated() {
        counts[pair][Int(permutation(start) >> UInt32(bits - 4)) << 4 | Int(permutation(other) >> UInt32(bits - 4))] += 1
      }
    }
    for pair in counts {
      // Of n numbers without replacement two lie in one class of 16 with probability (n/16 − 1)/(n − 1)/16, else 1/16·(n/16)/(n − 1).
      let n = Double(1 << bits)
      let chiSquare = pair.enumerated().reduce(0.0) { sum, entry in
        let isSame = entry.offset >> 4 == entry.offset & 15
        let expected = Double(keys) / 16 * (n / 16 - (isSame ? 1 : 0)) / (n - 1)
        return sum + (Double(entry.element) - expected) * (Double(entry.element) - expected) / expected
      }
      // χ² with 255 degrees of freedom exceeds 400 with probability 1e-8.
      #expect(chiSquare < 400, "\(chiSquare)")
    }
  }
}

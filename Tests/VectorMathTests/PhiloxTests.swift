import TestSupport
import Testing
import VectorKernels
import VectorMath

@Suite("Philox and the uniforms made of it")
struct PhiloxTests {
  /// Counter, key and output of the lines "philox4x32 10" in tests/kat_vectors of Random123, commit 9545ff6.
  static let knownAnswers: [(counter: [UInt64], key: [UInt64], output: [UInt64])] = [
    ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    (
      [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
      [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
    ),
    (
      [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
      [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
    ),
  ]

  @Test("Known answers of Random123", arguments: 0..<3)
  func knownAnswers(line: Int) {
    let (c, k, output) = Self.knownAnswers[line]
    let pairs = Philox.pairs(counter: (c[0], c[1], c[2], c[3]), key: (k[0], k[1]))
    #expect(pairs.first == output[1] << 32 | output[0])
    #expect(pairs.second == output[3] << 32 | output[2])
  }

  /// The uniforms of a block by the documented layout, one at a time.
  func expected(_ count: Int, stream: UInt64, key: UInt64, block: UInt64) -> [Double] {
    func uniform(_ bits: UInt64) -> Double { Double(2 * (bits >> 12) + 1) * 0x1p-53 }
    let pairs = (0..<count / 2).map { i in
      let pair = block &* UInt64(count / 2) &+ UInt64(i)
      return Philox.pairs(
        counter: (pair & 0xffff_ffff, pair >> 32, stream & 0xffff_ffff, stream >> 32), key: (key & 0xffff_ffff, key >> 32))
    }
    return pairs.map { uniform($0.first) } + pairs.map { uniform($0.second) }
  }

  @Test("A block is laid out as documented", arguments: availableLevels, [0, 2, 14, 16, 34, 512])
  func layout(level: InstructionSet, count: Int) {
    // Small and large coordinates: the upper words of pair, stream and key must matter, and the pair may wrap around.
    for (stream, key, block) in [(0, 0, 0), (7, 11, 3), (1 << 40 + 5, 1 << 50 + 9, 1 << 36), (.max, .max, .max)]
      as [(UInt64, UInt64, UInt64)]
    {
      let y = evaluate(count) { y in level.kernels.uniforms(into: &y, stream: stream, key: key, block: block) }
      #expect(y == expected(count, stream: stream, key: key, block: block))
    }
  }

  @Test("Odd multiples of 2⁻⁵³, so never 0, ½ or 1, with the moments of the uniform distribution", arguments: availableLevels)
  func distribution(level: InstructionSet) {
    let count = 1 << 20
    let y = evaluate(count) { y in level.kernels.uniforms(into: &y, stream: 1, key: 2, block: 3) }
    #expect(y.allSatisfy { $0 > 0 && $0 < 1 && UInt64($0 * 0x1p53) & 1 == 1 })
    // Deviations of the mean and of the mean square in standard errors, 1/√(12n) and √(4/(45n)). The seed is fixed; for a fair
    // generator each of the two bounds of 6 fails with probability 2e-9.
    let n = Double(count)
    let mean = y.reduce(0, +) / n
    let square = y.reduce(0) { $0 + $1 * $1 } / n
    #expect((mean - 0.5).magnitude < 6 * (1 / (12 * n)).squareRoot())
    #expect((square - 1.0 / 3).magnitude < 6 * (4 / (45 * n)).squareRoot())
  }
}

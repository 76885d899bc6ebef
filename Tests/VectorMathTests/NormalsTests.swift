import Sampling
import TestSupport
import Testing
import VectorMath

#if arch(x86_64)
  import Glibc
#endif

@Suite("Standard normals of a stream")
struct NormalsTests {
  /// The normals of some blocks of 512 draws from number `first` on, one after the other.
  func normals(_ level: InstructionSet, stream: UInt64, key: UInt64, first: UInt64 = 0, blocks: Int) -> [Double] {
    (0..<blocks).flatMap { block in
      evaluate(512) { y in level.kernels.normals(into: &y, stream: stream, key: key, block: first + UInt64(block)) }
    }
  }

  @Test("A block is laid out as documented, tails included", arguments: availableLevels)
  func layout(level: InstructionSet) {
    for (stream, key, block) in [(0, 0, 0), (7, 11, 3), (1 << 40 + 5, 1 << 50 + 9, 1 << 36), (.max, .max, 1 << 50)]
      as [(UInt64, UInt64, UInt64)]
    {
      let reference = DrawStream(seed: key, stream: StreamID(value: stream))
      let blocks = 32
      var tails = 0
      for (place, z) in normals(level, stream: stream, key: key, first: block, blocks: blocks).enumerated() {
        let draw = block * 512 + UInt64(place)
        if reference.polar(at: draw).radiusUniform < 0x1p-11 { tails += 1 }
        #expect((z - reference.normal(at: draw)).magnitude <= 1e-14, "draw \(draw)")
      }
      // 8,192 pairs, one of 2,048 a tail, give none with probability 0.018 a stream; these have some.
      #expect(tails > 0)
    }
  }

  #if arch(x86_64)
    /// By the C library's functions of 64 bits, the angle taken from the nearest zero so that the reference stays accurate there.
    @Test("Within the documented bound", arguments: availableLevels)
    func accuracy(level: InstructionSet) {
      let reference = DrawStream(seed: 3, stream: StreamID(value: 4))
      var worst = 0.0
      for (draw, z) in normals(level, stream: 4, key: 3, blocks: 600).enumerated() {
        let (u, x) = reference.polar(at: UInt64(draw))
        let radius = (-2 * Glibc.log(Float80(u))).squareRoot()
        let wanted = radius * (draw % 512 < 256 ? sine(0.5 - x.magnitude) : x < 0 ? -sine(-x) : sine(x))
        worst = max(worst, ulps(z, from: wanted))
      }
      #expect(worst <= (level == .baseline ? 10 : 8))
    }

    /// sin πx for −½ ≤ x ≤ 1.
    private func sine(_ x: Double) -> Float80 {
      Glibc.sin(Float80.pi * Float80(x <= 0.5 ? x : 1 - x))
    }
  #endif

  @Test("The distribution is normal, in 40 classes and both tails", arguments: availableLevels)
  func distribution(level: InstructionSet) {
    let z = normals(level, stream: 9, key: 8, blocks: 4096)
    let n = Double(z.count)
    // Classes of equal probability between the quantiles of k/40.
    let edges = evaluate(39) { y in
      level.kernels.normalQuantile((1..<40).map { Double($0) / 40 }.span, into: &y)
    }
    var counts = [Int](repeating: 0, count: 40)
    for value in z { counts[edges.count(where: { $0 < value })] += 1 }
    let chiSquare = counts.reduce(0.0) { $0 + (Double($1) - n / 40) * (Double($1) - n / 40) / (n / 40) }
    // χ² with 39 degrees of freedom exceeds 110 with probability 1e-8. Neighbouring draws of a pair are independent in a normal pair.
    #expect(chiSquare < 110)
    // Beyond ±4 lie 6.334e-5 of the draws, 133 of 2,097,152; six standard deviations of the count: probability 2e-8.
    let far = Double(z.count { $0.magnitude > 4 })
    #expect((far - 6.334_248e-5 * n).magnitude < 6 * (6.334_248e-5 * n).squareRoot())
  }

  @Test("Pairs are uncorrelated, and so are their squares", arguments: availableLevels)
  func pairs(level: InstructionSet) {
    let z = normals(level, stream: 1, key: 2, blocks: 2048)
    let n = Double(z.count / 2)
    var (product, squares) = (0.0, 0.0)
    for place in z.indices where place % 512 < 256 {
      let (a, b) = (z[place], z[place + 256])
      product += a * b
      squares += (a * a - 1) * (b * b - 1)
    }
    // Variances 1 and 4 a pair; six standard errors each: probability 2e-9.
    #expect((product / n).magnitude < 6 / n.squareRoot())
    #expect((squares / n).magnitude < 12 / n.squareRoot())
  }
}

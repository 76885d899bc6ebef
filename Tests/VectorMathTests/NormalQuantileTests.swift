import TestSupport
import Testing
import VectorMath

#if arch(x86_64)
  import Glibc
#endif

@Suite("Standard normal quantile")
struct NormalQuantileTests {
  func quantile(_ level: InstructionSet, _ u: [Double]) -> [Double] {
    evaluate(u.count) { z in level.kernels.normalQuantile(u.span, into: &z) }
  }

  /// The bounds that `KernelSet` documents, in ulps.
  func bound(_ level: InstructionSet, _ u: Double) -> Double {
    let isCentral = u >= 0x1p-11 && u <= 1 - 0x1p-11
    return isCentral ? (level == .baseline ? 5 : 3) : (level == .baseline ? 8 : 6)
  }

  @Test("Known answers, from the least positive double to 1 − 2⁻⁵³", arguments: availableLevels)
  func knownAnswers(level: InstructionSet) {
    let rows = hexDoubles(NormalQuantileAnswers.rows)
    #expect(rows.count == 132)
    for (row, z) in zip(rows, quantile(level, rows.map { $0[0] })) {
      #expect(ulps(z, from: row[1], row[2]) <= bound(level, row[0]), "u = \(row[0]), got \(z), expected \(row[1])")
    }
  }

  #if arch(x86_64)
    /// u by the C library's complementary error function of 64 bits: the error of z is the error of u over the density.
    @Test("Within the documented bounds over the centre and both tails", arguments: availableLevels)
    func wholeDomain(level: InstructionSet) {
      let count = 1 << 19
      let tails = spread(count, over: -52.9 ... -10).map(exp2).map { (u: Double) in (u * 0x1p53).rounded() * 0x1p-53 }
      let u = spread(count, over: 0x1p-53...(1 - 0x1p-53)) + tails + tails.map { 1 - $0 } + spread(count, over: 0.4999...0.5001)
      var worst = (share: 0.0, u: 0.0)
      for (u, z) in zip(u, quantile(level, u)) where u != 0.5 {
        let x = Float80(z)
        // The side with the small probability, which is known exactly: 1 − u is exact for u ≥ ½.
        let tail = Glibc.erfc(x.magnitude / Float80(2).squareRoot()) / 2
        let density = Glibc.exp(-x * x / 2) / (2 * Float80.pi).squareRoot()
        let reference = x.magnitude + (tail - Float80(u < 0.5 ? u : 1 - u)) / density
        let share = ulps(z.magnitude, from: reference) / bound(level, u)
        if !(share <= worst.share) { worst = (share.isNaN ? .infinity : share, u) }
      }
      #expect(worst.share <= 1, "u = \(worst.u)")
    }
  #endif

  @Test("Odd about ½ to the last bit", arguments: availableLevels)
  func symmetry(level: InstructionSet) {
    let u = evaluate(1 << 20) { y in level.kernels.uniforms(into: &y, stream: 5, key: 6, block: 7) }
    let smallest = (1...2000).map { Double($0) * 0x1p-53 }
    let points = u + smallest
    #expect(zip(quantile(level, points), quantile(level, points.map { 1 - $0 })).allSatisfy { $0 == -$1 })
  }

  @Test("The joint of centre and tails keeps the order", arguments: availableLevels)
  func joint(level: InstructionSet) {
    let u = (-1000...1000).map { 0x1p-11 * (1 + Double($0) * 0x1p-40) }
    let z = quantile(level, u)
    #expect(zip(z, z.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("Infinite at the ends, NaN outside", arguments: availableLevels)
  func outside(level: InstructionSet) {
    let z = quantile(level, [0, 1, -0.0, -0.25, 1.25, .nan, -.nan, .infinity, -.infinity, 0.5])
    #expect(z[..<3] == [-.infinity, .infinity, -.infinity])
    #expect(z[3..<9].allSatisfy { $0.isNaN })
    #expect(z[9] == 0)
  }

  @Test("Tails are found wherever they stand in a block", arguments: availableLevels)
  func positions(level: InstructionSet) {
    for count in [1, 7, 64, 65, 200] {
      for position in 0..<count {
        var u = Array(repeating: 0.25, count: count)
        u[position] = 0x1p-20
        let z = quantile(level, u)
        #expect((z[position] + 4.763_001).magnitude < 1e-5)
        #expect(z.count(where: { ($0 + 0.674_490).magnitude < 1e-5 }) == count - 1)
      }
    }
  }
}

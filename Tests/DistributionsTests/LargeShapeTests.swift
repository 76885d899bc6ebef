import Distributions
import Testing

@Suite("Large shapes")
struct LargeShapeTests {
  static let probabilities = [1e-12, 1e-3, 0.3, 0.5]

  /// SciPy's own gammaincinv is off by 0.04 standard deviations at 10⁻¹² of shapes 10⁸ and 10¹⁵: these two are Cornish and Fisher's
  /// expansion to 1/a in mpmath, whose next term is under 10⁻¹⁰.
  @Test("Quantiles of large shapes are those of SciPy 1.17 (gammaincinv, betaincinv)")
  func quantilesAgree() throws {
    let known: [(Distribution, [Double])] = [
      (
        try .gamma(shape: 2e4, scale: 1),
        [19021.275901636716, 19565.82343378803, 19925.597593792558, 19999.66666765434]
      ),
      (
        try .gamma(shape: 1e8, scale: 1),
        [99929671.32223764, 99969100.52676167, 99994755.75321469, 99999999.66666667]
      ),
      (
        try .gamma(shape: 1e15, scale: 1),
        [999999777550105.6, 999999902278277.0, 999999983416999.5, 999999999999999.6]
      ),
      (
        try .beta(alpha: 3e4, beta: 5e5),
        [0.05439791810153806, 0.05562764794000241, 0.056436915768324804, 0.05660321585430069]
      ),
      (
        try .beta(alpha: 1e8, beta: 1e8),
        [0.49975129345432195, 0.4998907437902109, 0.49998145964205354, 0.5]
      ),
      (
        try .beta(alpha: 1e10, beta: 2e4),
        [0.999997898899729, 0.9999979560165112, 0.9999979926121149, 0.9999980000373331]
      ),
    ]
    for (distribution, quantiles) in known {
      for (p, expected) in zip(Self.probabilities, quantiles) {
        let found = distribution.quantile(p)
        // Both programs round distribution functions to some 10⁻¹⁵; relative to the quantile that is less.
        #expect((found - expected).magnitude <= 1e-13 * expected, "\(distribution) at \(p): \(found), not \(expected)")
      }
    }
  }

  @Test("Where the expansion begins, it is what the sums are")
  func expansionJoinsTheSums() throws {
    for z in [-9.0, -4, -1, 0, 1, 4, 9] {
      let (below, above) = (
        try Distribution.gamma(shape: 9_999.999_999, scale: 1).quantile(atNormal: z),
        try Distribution.gamma(shape: 10_000, scale: 1).quantile(atNormal: z)
      )
      // The quantile moves with the shape as the mean does, within z/(2√a).
      #expect((above - below - 1e-6).magnitude <= 1e-7 + 1e-12 * above, "at \(z)")
    }
  }

  @Test("Any shape is answered or refused at once, with the largest that is taken")
  func everyShapeEnds() throws {
    let clock = ContinuousClock()
    let sizes = [.leastNonzeroMagnitude, 1e-300, 1e-5, 1, 9.9e3, 1e4, 1e6, 1e20, 1e100, 1e101, 1.7e308]
    var made: [() throws -> Distribution] = []
    for a in sizes {
      made.append { try .gamma(shape: a, scale: 1) }
      made.append { try .weibull(shape: a, scale: 1) }
      made.append { try .studentT(degreesOfFreedom: a) }
      made.append { try .pert(lower: -1, mode: 2, upper: 1e100, shape: a) }
      for b in sizes { made.append { try .beta(alpha: a, beta: b) } }
    }
    for make in made {
      let time = try clock.measure {
        do {
          let distribution = try make()
          let table = QuantileTable(distribution)
          #expect((-80...80).allSatisfy { !table.value(at: Double($0) / 10).isNaN }, "\(distribution)")
        } catch is DistributionError {}
      }
      // 50 ms where the machine is quiet.
      #expect(time < .seconds(2))
    }
    #expect(
      throws: DistributionError.parameter(.shape, index: nil, value: 1e101, rule: .positiveUpTo(1e100))
    ) { try Distribution.gamma(shape: 1e101, scale: 1) }
  }
}

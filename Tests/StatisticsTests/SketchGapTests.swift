import Glibc
import Statistics
import TestSupport
import Testing
import VectorMath

/// Percentiles of laws with gaps, against the sorted draws.
@Suite struct SketchGapTests {
  /// A law by its quantile function.
  enum Law: CaseIterable {
    case rareValuesFarAway, fiftyNarrowParts, rareTails, atomBesideContinuum, narrowPartInsideACell

    func draw(_ u: Double, _ v: Double) -> Double {
      switch self {
      case .rareValuesFarAway: u < 0.947 ? v : 1000 + 0.01 * v
      case .fiftyNarrowParts: (50 * u).rounded(.down) + 0.001 * v
      case .rareTails: u < 0.0001 ? -1e6 * v : u > 0.9999 ? 1e6 * v : v
      case .atomBesideContinuum: u < 0.93 ? 7 : u < 0.96 ? 7 + 1e-6 * v : 8 + v
      case .narrowPartInsideACell: u < 0.948 ? v : u < 0.953 ? 1.5 + 1e-9 * v : 2 + v
      }
    }
  }

  /// Errors of Brownian bridges are 0.8 % of the Monte Carlo error in root mean square, and up to twice that where the pilot's
  /// density is off or a window is coarser: a single one is over 10 %, six standard deviations, in fewer than 1 of 10⁸.
  @Test(arguments: Law.allCases) func `a percentile just behind a gap is that of the sorted draws`(_ law: Law) throws {
    let request = SketchRequest(percentiles: [2, 5, 50, 95, 98])
    var generator = Generator(seed: 7)
    let values = (0..<1_000_000).map { _ in
      let u = generator.uniform()
      return law.draw(u, generator.uniform())
    }
    let sketched = sketch(values, request).summary()
    let exact = SampleSummary(exactly: values, request: request, kernels: InstructionSet.detected.kernels)
    for (estimate, truth) in zip(sketched.percentiles, exact.percentiles) {
      let interval = try #require(estimate.interval)
      let right = try #require(truth.interval)
      // Neighbouring doubles are told apart no further.
      let tolerance = 0.1 * (right.upperBound - right.lowerBound) / (2 * 1.96) + 4 * truth.value.ulp
      #expect((estimate.value - truth.value).magnitude <= tolerance, "percentile \(estimate.percent)")
      #expect((interval.lowerBound - right.lowerBound).magnitude <= tolerance, "percentile \(estimate.percent), low")
      #expect((interval.upperBound - right.upperBound).magnitude <= tolerance, "percentile \(estimate.percent), high")
    }
  }

  /// Draws next below a cell's edge are counted in it, by the rounding of places to 2⁻²⁴ cells: those of a law over decades near 0 are
  /// a part of the bins above them.
  @Test(arguments: [12.0, 15, 40]) func `a widened interval holds the percentile, over decades near 0`(_ decades: Double) {
    let request = SketchRequest(percentiles: [0.001, 0.01, 0.1, 1, 5, 50, 99.999])
    var generator = Generator(seed: 31)
    let values = (0..<1_000_000).map { _ in exp(decades * generator.normal()) }
    let sketched = sketch(values, request).summary()
    let exact = SampleSummary(exactly: values, request: request, kernels: InstructionSet.detected.kernels)
    let widened = sketched.percentiles.filter(\.isWidened).count
    #expect(widened > 0)
    for (estimate, truth) in zip(sketched.percentiles, exact.percentiles) where estimate.isWidened {
      let holds = estimate.interval.map { $0.contains(truth.value) }
      #expect(holds == true, "percentile \(estimate.percent)")
    }
  }
}

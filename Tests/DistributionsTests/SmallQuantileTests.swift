import Distributions
import Testing
import VectorMath

@Suite("Small quantiles")
struct SmallQuantileTests {
  /// As the engine draws: the cubics, the exponential where the table is one of logarithms, and the cells without an answer.
  private func draws(_ table: QuantileTable, at places: [Double], _ kernels: any KernelSet.Type) -> [Double] {
    var values = [Double](repeating: 0, count: places.count)
    var span = values.mutableSpan
    _ = kernels.interpolate(
      places.span, origin: QuantileTable.origin, cellsPerUnit: QuantileTable.cellsPerUnit, coefficients: table.coefficients.span,
      into: &span)
    if let factor = table.exponentialFactor {
      kernels.exponentiate(&span, factor: factor, lower: table.support.lower, upper: table.support.upper)
    }
    for (i, z) in places.enumerated() where values[i].isNaN { values[i] = table.value(at: z) }
    return values
  }

  @Test(
    "Draws of extreme shapes are right to 1e-8 of themselves",
    arguments: [InstructionSet.baseline, .v3, .v4].filter(\.isAvailable))
  func drawsAreRelativelyRight(set: InstructionSet) throws {
    for (distribution, expected) in try ExtremeDraws.all() {
      let found = draws(QuantileTable(distribution), at: ExtremeDraws.places, set.kernels)
      for (i, z) in ExtremeDraws.places.enumerated() {
        // Below the smallest normal number whole units of the smallest one count; the references end at 1e-320.
        let tolerance = 1e-8 * expected[i] + 64 * Double.leastNonzeroMagnitude * 1024
        #expect((found[i] - expected[i]).magnitude <= tolerance, "\(distribution) at \(z): \(found[i]), not \(expected[i])")
      }
    }
  }

  /// Values of both signs keep the bound of the table, a part of the spread and of themselves.
  @Test(
    "Draws of truncated, stretched, mixed and stepped laws are right to 1e-8 of themselves, or of P99 − P1 where they have both signs",
    arguments: [InstructionSet.baseline, .v3, .v4].filter(\.isAvailable))
  func composedDrawsAreRight(set: InstructionSet) throws {
    for (distribution, expected) in try ComposedDraws.all() {
      let found = draws(QuantileTable(distribution), at: ComposedDraws.places, set.kernels)
      let isOneSided = distribution.support.lower >= 0 || distribution.support.upper <= 0
      let width = distribution.quantile(0.99) - distribution.quantile(0.01)
      for (i, z) in ComposedDraws.places.enumerated() {
        let size = expected[i].magnitude
        let tolerance = (isOneSided ? 1e-8 * size : max(1e-8 * width, 1e-9 * size)) + 64 * Double.leastNonzeroMagnitude * 1024
        #expect((found[i] - expected[i]).magnitude <= tolerance, "\(distribution) at \(z): \(found[i]), not \(expected[i])")
      }
    }
  }

  /// Φ is 10⁻¹⁷ at −8.5, where Q(F(0) + p) rounded to one of a handful of numbers.
  @Test("A normal truncated at 0 has no ties and no steps next to its bound")
  func truncationAtZeroHasNoTies() throws {
    let places = (0...20_000).map { -8.4 + 8 * Double($0) / 20_000 }
    for distribution: Distribution in [
      try .normal(mean: 0.3, standardDeviation: 2).truncated(lower: 0), try .studentT(degreesOfFreedom: 3).truncated(lower: 0),
      try .beta(alpha: 3, beta: 2, lower: -1, upper: 4).truncated(lower: 0),
    ] {
      let found = draws(QuantileTable(distribution), at: places, InstructionSet.detected.kernels)
      #expect(Set(found).count == places.count && found == found.sorted(), "\(distribution)")
      // Where the density is level the draw is proportional to the probability: the ratio at −8 and −7.9 is that of Φ.
      let ratio = distribution.quantile(atNormal: -8) / distribution.quantile(atNormal: -7.9)
      #expect((ratio / (6.220960574271784e-16 / 1.394517146659264e-15) - 1).magnitude < 1e-9, "\(distribution)")
    }
  }

  @Test("The cumulative probability next to a bound at 0 is the inverse of the quantile there")
  func truncationAtZeroInverts() throws {
    for distribution in [
      try Distribution.normal(mean: 1, standardDeviation: 2).truncated(lower: 0),
      try .studentT(degreesOfFreedom: 3).truncated(lower: 0), try .triangular(lower: -1, mode: 0, upper: 2).truncated(lower: 0),
      try .normal(mean: 1, standardDeviation: 2).truncated(lower: 0, upper: 0.001),
    ] {
      for p in [1e-300, 1e-40, 1e-12, 1e-6, 1e-3, 0.05] {
        #expect((distribution.cdf(distribution.quantile(p)) / p - 1).magnitude < 1e-10, "\(distribution) at \(p)")
      }
    }
  }

  @Test("A beta of shapes 0.001 never leaves [0, 1], and a stretched one not its interval")
  func betaStaysInItsSupport() throws {
    let places = (0...40_000).map { -8.6 + 17.2 * Double($0) / 40_000 }
    for (lower, upper) in [(0.0, 1.0), (0, 3), (1, 2), (-1, 0), (-0.3, 0.7)] {
      let distribution = try Distribution.beta(alpha: 0.001, beta: 0.001, lower: lower, upper: upper)
      let found = draws(QuantileTable(distribution), at: places, InstructionSet.detected.kernels)
      #expect(found.allSatisfy { $0 >= lower && $0 <= upper }, "\(distribution)")
    }
  }

  /// The logarithm of what nears 0 from below falls: its cells were flat, up to four cells off.
  @Test("A law below 0 that spans decades is the mirror image of the one above")
  func negativeLawsAreMirrored() throws {
    let places = (0...20_000).map { -8.4 + 16.8 * Double($0) / 20_000 }
    for (alpha, beta) in [(0.5, 0.5), (0.05, 0.05), (0.2, 3)] {
      let below = QuantileTable(try .beta(alpha: beta, beta: alpha, lower: -2, upper: 0))
      let above = QuantileTable(try .beta(alpha: alpha, beta: beta, lower: 0, upper: 2))
      let found = draws(below, at: places, InstructionSet.detected.kernels)
      let mirrored = draws(above, at: places.map { -$0 }, InstructionSet.detected.kernels)
      for (i, z) in places.enumerated() {
        let tolerance = 2e-8 * mirrored[i] + 64 * Double.leastNonzeroMagnitude * 1024
        #expect((found[i] + mirrored[i]).magnitude <= tolerance, "\(alpha), \(beta) at \(z): \(found[i])")
      }
    }
  }

  @Test("A Weibull of shape 0.05 has no ties")
  func weibullHasNoTies() throws {
    let places = (0...20_000).map { -5 + 10 * Double($0) / 20_000 }
    let found = draws(
      QuantileTable(try .weibull(shape: 0.05, scale: 1)), at: places, InstructionSet.detected.kernels)
    #expect(Set(found).count == places.count)
    #expect(found == found.sorted())
  }

  @Test("An atom between parts that span decades comes out exactly")
  func atomsAreExact() throws {
    let mixture = try Distribution.mixture(
      weights: [0.5, 0.5], components: [.constant(0.1), .gamma(shape: 0.01, scale: 1)])
    let places = (0...4_000).map { -4 + 8 * Double($0) / 4_000 }
    let found = draws(QuantileTable(mixture), at: places, InstructionSet.detected.kernels)
    #expect(found.count { $0 == 0.1 } > 500)
    for (z, value) in zip(places, found) {
      let exact = mixture.quantile(atNormal: z)
      #expect((value - exact).magnitude <= 1e-8 * exact + 64 * Double.leastNonzeroMagnitude * 1024, "at \(z)")
    }
  }

  @Test("No two draws beyond 8.5 are tied, where one normal in 10¹⁶ lies")
  func outermostDrawsDiffer() throws {
    let table = QuantileTable(try .beta(alpha: 8, beta: 2))
    #expect(table.value(at: -9) < table.value(at: -8.5) && table.value(at: -8.5) < table.value(at: -8.49))
  }
}

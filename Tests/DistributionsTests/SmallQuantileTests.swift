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

  @Test("A beta of shapes 0.001 never leaves [0, 1], and a stretched one not its interval")
  func betaStaysInItsSupport() throws {
    let places = (0...40_000).map { -8.6 + 17.2 * Double($0) / 40_000 }
    for (lower, upper) in [(0.0, 1.0), (0, 3), (1, 2), (-1, 0), (-0.3, 0.7)] {
      let distribution = try Distribution.beta(alpha: 0.001, beta: 0.001, lower: lower, upper: upper)
      let found = draws(QuantileTable(distribution), at: places, InstructionSet.detected.kernels)
      #expect(found.allSatisfy { $0 >= lower && $0 <= upper }, "\(distribution)")
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

import Distributions
import Testing

/// Moments that are doubles though the numbers on the way to them are not, or that come from where no draw falls.
@Suite struct FarMomentTests {
  private func expect(
    _ distribution: Distribution, mean: Double, deviation: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let own = try (
      #require(distribution.mean, sourceLocation: sourceLocation),
      #require(distribution.standardDeviation, sourceLocation: sourceLocation)
    )
    // An exponent near 600 is off by 600 units of 2⁻⁵³ at least.
    #expect((own.0 - mean).magnitude <= 1e-12 * mean.magnitude, sourceLocation: sourceLocation)
    #expect((own.1 / deviation - 1).magnitude <= 1e-12, sourceLocation: sourceLocation)
  }

  /// mpmath, 40 digits: E(Xᵏ; X > b) = exp(kμ + k²σ²/2)·Q((ln b − μ)/σ − kσ), Q the normal law's upper tail.
  @Test func `a wide lognormal, whole or from a bound on, keeps its mean and deviation`() throws {
    try expect(
      .lognormal(logMean: -100, logStandardDeviation: 27), mean: 7.4283175923282465e114, deviation: 1.4833004112866607e273)
    try expect(
      .lognormal(logMean: 0, logStandardDeviation: 20).truncated(lower: 1), mean: 1.4451947536251499e87,
      deviation: 7.3842732507844894e173)
    try expect(
      .lognormal(logMean: -350, logStandardDeviation: 20).truncated(lower: 2), mean: 1829.1030027214717,
      deviation: 8.3065485715672301e55)
  }

  /// mpmath: Γ(121) and √(Γ(241) − Γ(121)²).
  @Test func `a Weibull law of small shape keeps its deviation`() throws {
    try expect(.weibull(shape: 1.0 / 120, scale: 1), mean: 6.6895029134491271e198, deviation: 2.0168999389278235e234)
  }

  /// A bound far below takes nothing away: location and √(ν/(ν − 2)) stand.
  @Test(arguments: [-1e90, -1e200]) func `Student's t above a bound whose square is no double keeps its moments`(
    _ bound: Double
  ) throws {
    try expect(
      .studentT(degreesOfFreedom: 2.5, location: 3, scale: 1).truncated(lower: bound), mean: 3, deviation: 5.0.squareRoot())
  }

  /// σ/√2 of a normal law mixed with its mean in halves.
  @Test func `a mixture of parts whose squares are no doubles keeps its deviation`() throws {
    let wide = try Distribution.normal(mean: 0, standardDeviation: 3e200)
    try expect(
      .mixture(weights: [0.5, 0.5], components: [wide, .constant(0)]), mean: 0, deviation: 3e200 / 2.0.squareRoot())
  }

  @Test func `moments exist below the order of the heavier open tail`() throws {
    let t = try Distribution.studentT(degreesOfFreedom: 1.5)
    #expect(t.momentOrder == 1.5)
    #expect(try t.truncated(lower: 0).momentOrder == 1.5)
    #expect(try t.truncated(lower: 0, upper: 9).momentOrder == .infinity)
    #expect(try Distribution.lognormal(logMean: 0, logStandardDeviation: 20).momentOrder == .infinity)
  }
}

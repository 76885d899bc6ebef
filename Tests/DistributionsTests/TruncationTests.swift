import Distributions
import Testing

@Suite("Truncation")
struct TruncationTests {
  /// Mean and standard deviation by mpmath's adaptive quadrature of the density at 25 digits.
  @Test("Moments of truncated families agree with quadrature of their densities to 1e-11")
  func momentsAreKnown() throws {
    let standard = try Distribution.normal(mean: 0, standardDeviation: 1)
    let known: [(Distribution, mean: Double, standardDeviation: Double)] = [
      (try standard.truncated(lower: -1, upper: 2.5), 0.268_749_845_624_921_355, 0.765_221_301_644_563_504),
      (try standard.truncated(lower: 8), 8.121_368_112_236_112_68, 0.119_686_605_112_438_994),
      (
        try .lognormal(mean: 1.6, standardDeviation: 0.5).truncated(lower: 1, upper: 3), 1.640_045_080_398_365_71,
        0.422_257_988_329_972_642
      ),
      (try .beta(alpha: 8, beta: 2).truncated(lower: 0.5), 0.807_171_314_741_035_857, 0.110_213_660_935_973_044),
      (try .gamma(shape: 2.5, scale: 1).truncated(lower: 3), 4.406_564_372_250_037_3, 1.313_338_818_752_372_5),
      (try .studentT(degreesOfFreedom: 5).truncated(lower: 0), 0.949_016_724_556_236_078, 0.875_233_639_195_397_819),
      (try .studentT(degreesOfFreedom: 2.02).truncated(lower: -1), 0.723_564_502_873_360_554, 7.973_372_232_853_564_6),
      (try .weibull(shape: 1.7, scale: 3).truncated(lower: 2, upper: 4), 2.894_921_687_840_576_63, 0.563_363_036_554_083_831),
      (try .exponential(mean: 2).truncated(lower: 1), 3, 2),
      (try .uniform(lower: 0, upper: 10).truncated(lower: 2, upper: 4), 3, 1 / 3.0.squareRoot()),
      (try .discrete(values: [1, 2, 3], probabilities: [0.2, 0.3, 0.5]).truncated(upper: 2), 1.6, 0.24.squareRoot()),
      // By hand: 0.15 of the probability from −½ to 1, 0.4 at 1, 0.2 from 1 to 2.
      (
        try .quantiles(probabilities: [0, 0.2, 0.6, 1], values: [-1, 1, 1, 3]).truncated(lower: -0.5, upper: 2), 0.737_5 / 0.75,
        (0.904_166_666_666_666_7 / 0.75 - 0.737_5 / 0.75 * (0.737_5 / 0.75)).squareRoot()
      ),
      (
        try .mixture(weights: [0.5, 0.5], components: [.constant(1), .uniform(lower: 0, upper: 4)]).truncated(upper: 2), 1,
        (1.0 / 9).squareRoot()
      ),
    ]
    for (distribution, mean, standardDeviation) in known {
      let found = (try #require(distribution.mean), try #require(distribution.standardDeviation))
      #expect((found.0 - mean).magnitude <= 1e-11 * mean, "\(distribution): mean \(found.0), not \(mean)")
      #expect(
        (found.1 - standardDeviation).magnitude <= 1e-11 * standardDeviation, "\(distribution): sd \(found.1)")
    }
  }

  @Test("Probabilities between the bounds are those of the whole, divided by what is left")
  func probabilitiesAreConditional() throws {
    for specimen in try Families.smooth() + Families.pieced() + Families.mixed() {
      let whole = specimen.distribution
      let (lower, upper) = (whole.quantile(0.2), whole.quantile(0.9))
      let part = try whole.truncated(lower: lower, upper: upper)
      #expect(part.support.lower >= lower && part.support.upper <= upper)
      let before = whole.cdf(lower.nextDown)
      let mass = whole.cdf(upper) - before
      for share in [0.1, 0.5, 0.8] {
        let x = lower + share * (upper - lower)
        // The difference of two probabilities near 1 is known to 1e-16; what is left is at least 0.2.
        #expect((part.cdf(x) - (whole.cdf(x) - before) / mass).magnitude < 1e-12, "\(part) at \(x)")
      }
    }
  }

  @Test("Truncation to nothing new is the same number; truncating twice is truncating to the common part")
  func truncationComposes() throws {
    let gamma = try Distribution.gamma(shape: 2, scale: 1)
    #expect(try gamma.truncated() == gamma)
    #expect(try gamma.truncated(lower: 1).truncated(upper: 3) == gamma.truncated(lower: 1, upper: 3))
    #expect(try gamma.truncated(lower: 1, upper: 3).truncated(lower: 2, upper: 9) == gamma.truncated(lower: 2, upper: 3))
    #expect(try gamma.truncated(upper: 3).description == "truncated(gamma(shape 2, scale 1), upper 3)")
    #expect(try gamma.truncated(lower: 3).description == "truncated(gamma(shape 2, scale 1), lower 3)")
  }

  @Test("Bounds belong to the interval: an atom on a bound stays")
  func boundsAreInside() throws {
    let discrete = try Distribution.discrete(values: [1, 2, 3], probabilities: [0.2, 0.3, 0.5])
    let part = try discrete.truncated(lower: 2, upper: 3)
    #expect(part.support == Support(lower: 2, upper: 3))
    #expect((part.cdf(2) - 0.375).magnitude < 1e-15)
  }

  @Test("A tail too heavy for a moment has none; cutting it off gives one")
  func heavyTails() throws {
    let cauchy = try Distribution.studentT(degreesOfFreedom: 1)
    #expect(cauchy.mean == nil && cauchy.standardDeviation == nil)
    let two = try Distribution.studentT(degreesOfFreedom: 2)
    #expect(two.mean == 0 && two.standardDeviation == nil)
    let half = try cauchy.truncated(lower: 0)
    #expect(half.mean == nil && half.standardDeviation == nil)
    // The Cauchy distribution on [−1, 1] has variance 4/π − 1.
    let cut = try cauchy.truncated(lower: -1, upper: 1)
    let deviation = try #require(cut.standardDeviation)
    #expect((deviation - (4 / Double.pi - 1).squareRoot()).magnitude < 1e-13)
    let mixed = try Distribution.mixture(weights: [0.5, 0.5], components: [cauchy, .constant(1)])
    #expect(mixed.mean == nil && mixed.standardDeviation == nil)
    #expect(try mixed.truncated(lower: -1, upper: 1).mean != nil)
    #expect(try two.truncated(upper: 0).mean == two.truncated(lower: 0).mean.map { -$0 })
  }
}

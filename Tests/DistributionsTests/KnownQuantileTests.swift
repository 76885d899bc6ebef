import Distributions
import Testing

@Suite("Quantiles against 40-digit arithmetic")
struct KnownQuantileTests {
  @Test("Quantiles agree to 1e-12 relative")
  func quantilesAgree() throws {
    for known in try KnownQuantiles.all() {
      for (p, expected) in zip(KnownQuantiles.probabilities, known.quantiles) {
        let found = known.distribution.quantile(p)
        #expect((found - expected).magnitude <= 1e-12 * expected.magnitude, "\(known.name) at \(p): \(found), not \(expected)")
      }
    }
  }

  @Test("Cumulative probabilities at these quantiles are the probabilities")
  func probabilitiesAgree() throws {
    for known in try KnownQuantiles.all() {
      for (p, x) in zip(KnownQuantiles.probabilities, known.quantiles) {
        let found = known.distribution.cdf(x)
        #expect((found - p).magnitude <= 1e-12 * p, "\(known.name) at \(x): \(found), not \(p)")
      }
    }
  }
}

@Suite("Quantiles of extreme shapes far in the tails")
struct ExtremeQuantileTests {
  @Test("Lower-tail quantiles agree to 1e-12 relative, down to p = 2⁻⁵³")
  func quantilesAgree() throws {
    for extreme in try ExtremeQuantiles.all() {
      for (p, expected) in zip(ExtremeQuantiles.probabilities, extreme.quantiles) {
        let found = extreme.distribution.quantile(p)
        // Below the smallest double the answer is 0, and next to it whole units of it count.
        let tolerance = 1e-12 * expected.magnitude + .leastNonzeroMagnitude
        #expect((found - expected).magnitude <= tolerance, "\(extreme.distribution) at \(p): \(found), not \(expected)")
      }
    }
  }

  @Test("Symmetric families are as good in the upper tail")
  func upperTailMirrorsLower() throws {
    let symmetric: [Distribution] = [
      try .normal(mean: 0, standardDeviation: 1), try .studentT(degreesOfFreedom: 3), try .studentT(degreesOfFreedom: 0.5),
      try .uniform(lower: -1, upper: 1), try .beta(alpha: 3, beta: 3, lower: -1, upper: 1),
      try .triangular(lower: -1, mode: 0, upper: 1), try .normal(mean: 0, standardDeviation: 1).truncated(lower: -7, upper: 7),
      try .mixture(weights: [0.5, 0.5], components: [.uniform(lower: -2, upper: -1), .uniform(lower: 1, upper: 2)]),
    ]
    for distribution in symmetric {
      for z in [0.1, 1, 4, 6, 8, 8.3] {
        let (lower, upper) = (distribution.quantile(atNormal: -z), distribution.quantile(atNormal: z))
        #expect((lower + upper).magnitude <= 1e-13 * upper.magnitude, "\(distribution) at \(z): \(lower), \(upper)")
      }
    }
    // The far side of a family that is not symmetric: Q(Φ(8)) of a gamma of shape 1 is −ln Φ(−8).
    let gamma = try Distribution.gamma(shape: 1, scale: 1).quantile(atNormal: 8)
    let exponential = try Distribution.exponential(mean: 1).quantile(atNormal: 8)
    #expect((gamma - exponential).magnitude <= 1e-13 * exponential)
    #expect((exponential - 35.013_437_159_914_5).magnitude < 1e-11)
  }
}

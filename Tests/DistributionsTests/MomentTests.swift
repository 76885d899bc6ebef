import Distributions
import Testing

@Suite("Moments in closed form")
struct MomentTests {
  /// Worked by hand from the definitions; Γ-values of the Weibull distribution with shape 2: Γ(3/2) = √π/2, Γ(2) = 1.
  @Test("Mean and standard deviation are the textbook's, to rounding")
  func momentsAreKnown() throws {
    let known: [(Distribution, mean: Double, variance: Double)] = [
      (.constant(3), 3, 0),
      (try .uniform(lower: 1, upper: 4), 2.5, 0.75),
      (try .triangular(lower: 1, mode: 2, upper: 5), 8.0 / 3, 13.0 / 18),
      (try .pert(lower: 1, mode: 2, upper: 5), 7.0 / 3, 16 * (1.0 / 3 * (2.0 / 3) / 7)),
      (try .normal(mean: -2, standardDeviation: 3), -2, 9),
      (try .lognormal(mean: 1.6, standardDeviation: 0.5), 1.6, 0.25),
      (try .studentT(degreesOfFreedom: 4, location: 1, scale: 2), 1, 8),
      (try .beta(alpha: 2, beta: 3), 0.4, 0.04),
      (try .beta(alpha: 2, beta: 3, lower: 1, upper: 6), 3, 1),
      (try .gamma(shape: 2.5, scale: 2), 5, 10),
      (try .exponential(mean: 2), 2, 4),
      (try .weibull(shape: 2, scale: 3), 1.5 * Double.pi.squareRoot(), 9 - 2.25 * Double.pi),
      (try .bernoulli(probability: 0.25), 0.25, 0.1875),
      (try .discrete(values: [1, 2, 4], probabilities: [0.25, 0.5, 0.25]), 2.25, 1.187_5),
      (try .empirical(values: [1, 2, 3, 6]), 3, 3.5),
      (try .quantiles(probabilities: [0, 0.5, 1], values: [0, 1, 3]), 1.25, 0.5 / 3 + 0.5 * 13 / 3 - 1.562_5),
      (
        try .mixture(weights: [0.5, 0.5], components: [.constant(1), .uniform(lower: 2, upper: 4)]), 2, 1 + 1.0 / 6
      ),
    ]
    for (distribution, mean, variance) in known {
      let (m, s) = (try #require(distribution.mean), try #require(distribution.standardDeviation))
      // A handful of roundings, and ln Γ to 1e-15.
      #expect((m - mean).magnitude <= 4e-15 * mean.magnitude, "\(distribution): mean \(m), not \(mean)")
      #expect((s * s - variance).magnitude <= 2e-14 * variance, "\(distribution): variance \(s * s), not \(variance)")
    }
  }

  @Test("A central interval holds its probability, with equal tails")
  func centralIntervals() throws {
    for (low, high, probability) in [(0.5, 2.0, 0.9), (0.29, 0.31, 0.5), (1e-3, 1e3, 0.999)] {
      for distribution in [
        try Distribution.lognormal(low: low, high: high, probability: probability),
        try Distribution.normal(low: low, high: high, probability: probability),
      ] {
        let tail = 0.5 * (1 - probability)
        #expect((distribution.cdf(low) - tail).magnitude < 1e-14, "\(distribution)")
        #expect((1 - distribution.cdf(high) - tail).magnitude < 1e-14, "\(distribution)")
      }
    }
  }

  @Test("Moments too large for a number are not there")
  func overflowingMoments() throws {
    let wide = try Distribution.lognormal(logMean: 0, logStandardDeviation: 40)
    #expect(wide.mean == nil && wide.standardDeviation == nil)
    let narrower = try Distribution.lognormal(logMean: 0, logStandardDeviation: 30)
    #expect(narrower.mean != nil && narrower.standardDeviation == nil)
  }
}

import Distributions
import Testing

@Suite("Laws times a constant")
struct ScaledTests {
  /// Powers of two scale without rounding; the others round once for each parameter.
  private let factors = [0.25, 0.3, 1.1, 2, 1e-3, 1e3]

  @Test("Quantiles, moments and ends are those of the law times the factor")
  func scalesQuantiles() throws {
    // A bound 10 ulps from the end of a law with most of its probability there is no longer the same once it is rounded.
    let nearEnd = try Distribution.beta(alpha: 0.05, beta: 0.05).description
    for specimen in try Families.all() where !specimen.distribution.description.hasPrefix("truncated(\(nearEnd)") {
      let law = specimen.distribution
      for factor in factors {
        let scaled = try law.scaled(by: factor)
        for p in [1e-6, 0.05, 0.3, 0.5, 0.8, 0.95, 1 - 1e-6] {
          let (quantile, expected) = (scaled.quantile(p), law.quantile(p) * factor)
          // Inverses that iterate agree to 1e-10 of the law's own width, products to their rounding.
          let width = max((law.quantile(0.9) - law.quantile(0.1)) * factor, expected.magnitude)
          #expect((quantile - expected).magnitude <= 1e-9 * width + 1e-300, "\(law) times \(factor) at \(p)")
        }
        let (mean, deviation) = (try #require(law.mean), try #require(law.standardDeviation))
        let unit = factor * (mean.magnitude + deviation)
        let (scaledMean, scaledDeviation) = (try #require(scaled.mean), try #require(scaled.standardDeviation))
        #expect((scaledMean - mean * factor).magnitude <= 1e-9 * unit, "\(law) times \(factor)")
        #expect((scaledDeviation - deviation * factor).magnitude <= 1e-8 * unit, "\(law) times \(factor)")
        #expect(scaled.momentOrder == law.momentOrder, "\(law)")
        #expect((scaled.constantValue == nil) == (law.constantValue == nil), "\(law)")
      }
    }
  }

  @Test("Values with a probability of their own keep it")
  func scalesAtoms() throws {
    let laws: [Distribution] = [
      try .bernoulli(probability: 0.3), try .discrete(values: [0.1, 0.19, 0.29], probabilities: [0.25, 0.25, 0.5]),
      try .empirical(values: [1, 2, 3, 7]), try .quantiles(probabilities: [0, 0.2, 0.6, 1], values: [-1, 1, 1, 3]),
      try .discrete(values: [0.1, 0.19, 0.29], probabilities: [0.25, 0.25, 0.5]).truncated(lower: 0.15),
      try .mixture(weights: [0.5, 0.5], components: [.constant(0.1), .uniform(lower: 0, upper: 1)]),
    ]
    for law in laws {
      for value in [0, 0.1, 0.19, 0.29, 1, 2, 3, 7] {
        // Not the product divided again, which may lie beside the value.
        let scaled = try law.scaled(by: 0.3)
        #expect((scaled.cdf(value * 0.3) - law.cdf(value)).magnitude <= 1e-12, "\(law) at \(value)")
      }
    }
  }

  @Test("A factor of 1 changes nothing, one of 0 leaves a certain 0, and one that is too large is an error")
  func scalesByOneAndZero() throws {
    for specimen in try Families.all() {
      #expect(try specimen.distribution.scaled(by: 1) == specimen.distribution)
      #expect(try specimen.distribution.scaled(by: 0) == .constant(0))
    }
    #expect(throws: DistributionError.self) { try Distribution.uniform(lower: 1, upper: 1e300).scaled(by: 1e10) }
    #expect(throws: DistributionError.overflow) { try Distribution.constant(1e300).scaled(by: 1e10) }
  }

  @Test("The description is that of the scaled law")
  func describes() throws {
    #expect(try Distribution.uniform(lower: 0.8, upper: 1).scaled(by: 2).description == "uniform(1.6 to 2)")
    #expect(try Distribution.normal(low: -1, high: 1, probability: 0.9).scaled(by: 0).description == "0")
    let lognormal = try Distribution.lognormal(logMean: 0, logStandardDeviation: 50).scaled(by: 2)
    #expect(lognormal.description.hasPrefix("lognormal(logMean 0.693"))
    #expect(try Distribution.bernoulli(probability: 0.3).scaled(by: 2).description == "discrete(0.7 × 0, 0.3 × 2)")
  }
}

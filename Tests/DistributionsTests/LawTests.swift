import Distributions
import Testing

@Suite("Laws of every family")
struct LawTests {
  /// From the smallest uniform of the generator to the largest, with round numbers between.
  private let probabilities = [0x1p-53, 1e-12, 1e-6, 0.001, 0.025, 0.2, 0.3, 0.5, 0.6, 0.75, 0.9, 0.99, 1 - 1e-6, 1 - 0x1p-53]

  @Test("The quantile is the smallest x with F(x) ≥ p, to the rounding of x and 1e-12 of p")
  func quantileInvertsCDF() throws {
    for specimen in try Families.all() {
      let distribution = specimen.distribution
      // A result is known to a few units in the last place of the largest number that enters it, here the middle of the
      // distribution.
      let middle = [0.1, 0.5, 0.9].map { distribution.quantile($0).magnitude }.max() ?? 0
      for p in probabilities {
        let x = distribution.quantile(p)
        let step = 8 * max(x.ulp, middle.ulp)
        #expect(distribution.cdf(x + step) >= p * (1 - 1e-12) - 1e-16, "\(distribution) at \(p)")
        #expect(distribution.cdf(x - step) <= p * (1 + 1e-12), "\(distribution) at \(p)")
      }
    }
  }

  @Test("Quantiles never fall and stay in the support, whose ends they are at 0 and 1")
  func quantilesAreMonotone() throws {
    for specimen in try Families.all() {
      let distribution = specimen.distribution
      let support = distribution.support
      #expect(distribution.quantile(0) == support.lower && distribution.quantile(1) == support.upper, "\(distribution)")
      let grid = (0...400).map { Double($0) / 400 }
      let quantiles = (grid + probabilities).sorted().map { distribution.quantile($0) }
      // Iterative inverses of neighbouring p agree to a few units in the last place, not in order.
      for (before, after) in zip(quantiles, quantiles.dropFirst()) where before.isFinite {
        #expect(after >= before - 4 * before.ulp, "\(distribution)")
      }
      #expect(quantiles.allSatisfy { $0 >= support.lower && $0 <= support.upper }, "\(distribution)")
    }
  }

  @Test("The cumulative probability is 0 below the support, 1 at its upper end, and does not fall")
  func cdfIsMonotone() throws {
    for specimen in try Families.all() {
      let distribution = specimen.distribution
      let support = distribution.support
      if support.lower.isFinite { #expect(distribution.cdf(support.lower.nextDown) == 0, "\(distribution)") }
      if support.upper.isFinite { #expect(distribution.cdf(support.upper) == 1, "\(distribution)") }
      #expect(distribution.cdf(.infinity) == 1 && distribution.cdf(-.infinity) == 0, "\(distribution)")
      let (from, to) = (distribution.quantile(0.001), distribution.quantile(0.999))
      let values = (0...300).map { distribution.cdf(from + (to - from) * Double($0) / 300) }
      for (before, after) in zip(values, values.dropFirst()) { #expect(after >= before - 1e-15, "\(distribution)") }
    }
  }

  @Test("Mean and standard deviation are those of the quantile function")
  func momentsAreThoseOfTheQuantiles() throws {
    for specimen in try Families.all() {
      let distribution = specimen.distribution
      let mean = try #require(distribution.mean, "\(distribution)")
      let deviation = try #require(distribution.standardDeviation, "\(distribution)")
      // The trapezoidal rule in z converges geometrically where Q∘Φ is smooth; a jump or kink leaves an error of its height times
      // the weight of a step, 0.4/512, and of its position's rounding. Student's t with 5 degrees of freedom has 3e-11 of its
      // variance beyond |z| = 8.5.
      let step = 1.0 / 512
      let spread = distribution.quantile(0.9999) - distribution.quantile(0.0001)
      var sums = (weight: 0.0, mean: 0.0, square: 0.0)
      for i in -4_352...4_352 {
        let z = Double(i) * step
        let weight = StandardNormalReference.density(z) * step
        let x = distribution.quantile(atNormal: z)
        sums.weight += weight
        sums.mean += weight * (x - mean)
        sums.square += weight * (x - mean) * (x - mean)
      }
      #expect((sums.weight - 1).magnitude < 1e-12)
      let isSmooth = isSmooth(distribution)
      let tolerance = isSmooth ? 1e-9 : 0.5 * step
      #expect(sums.mean.magnitude <= tolerance * spread, "\(distribution): mean \(mean), off by \(sums.mean)")
      #expect(
        (sums.square - deviation * deviation).magnitude <= tolerance * spread * spread,
        "\(distribution): sd \(deviation), not \(sums.square.squareRoot())")
    }
  }

  @Test("Equal statements are equal values with equal hashes; different ones differ; descriptions are the words of the file")
  func identityAndWords() throws {
    let first = try Families.all()
    let second = try Families.all()
    for (a, b) in zip(first, second) {
      #expect(a.distribution == b.distribution && a.distribution.hashValue == b.distribution.hashValue)
      #expect(a.distribution.description == a.description)
    }
    #expect(Set(first.map(\.distribution)).count == first.count)
  }

  @Test("A description repeats what was stated, to the digit")
  func descriptionsRepeatTheStatement() throws {
    // The weights fall short of 1 by less than the tolerance; what is computed is divided by their sum, what is said is not.
    let weights = [0.3, 0.699_999_999_9]
    let mixture = try Distribution.mixture(weights: weights, components: [.constant(1), .constant(2)])
    #expect(mixture.description == "mixture(0.3 × 1, 0.6999999999 × 2)")
    #expect(mixture.cdf(2) == 1)
    let discrete = try Distribution.discrete(values: [2, 1, 2], probabilities: [0.5, 0.25, 0.25])
    #expect(discrete.description == "discrete(0.25 × 1, 0.75 × 2)")
    let short = try Distribution.discrete(values: [1, 2], probabilities: weights)
    #expect(short.description == "discrete(0.3 × 1, 0.6999999999 × 2)")
    #expect(short.cdf(2) == 1)
  }

  @Test("Only what takes one value is a constant")
  func constants() throws {
    #expect(Distribution.constant(1.6).constantValue == 1.6)
    #expect(try Distribution.bernoulli(probability: 0).constantValue == 0)
    #expect(try Distribution.bernoulli(probability: 1).constantValue == 1)
    #expect(try Distribution.discrete(values: [2, 3], probabilities: [1, 0]).constantValue == 2)
    #expect(try Distribution.empirical(values: [7, 7]).constantValue == 7)
    #expect(try Distribution.mixture(weights: [0.5, 0.5], components: [.constant(1), .constant(1)]).constantValue == 1)
    #expect(try Distribution.discrete(values: [2, 3], probabilities: [0.5, 0.5]).truncated(lower: 2.5).constantValue == 3)
    for specimen in try Families.smooth() + Families.pieced() { #expect(specimen.distribution.constantValue == nil) }
  }

  /// Whether Q∘Φ has no jump, kink or growth that a step of 1/512 cannot follow.
  private func isSmooth(_ distribution: Distribution) -> Bool {
    let text = distribution.description
    return !["triangular(1", "quantiles", "mixture", "bernoulli", "discrete", "empirical"].contains { text.contains($0) }
  }
}

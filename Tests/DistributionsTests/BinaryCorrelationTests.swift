import Distributions
import Testing

/// Reference values are of mpmath 1.3 with 40 digits: the density of one normal times the conditional probability of the other, by
/// quadrature, which is another integral than the one that is tested.
@Suite("The correlation of yes/no numbers")
struct BinaryCorrelationTests {
  private static func chances(_ yes: Double) -> (yes: Double, no: Double) { (yes, 1 - yes) }

  @Test(
    "Known answers",
    arguments: [
      (0.5, 0.3, 0.6, 0.296283456147469704), (0.5, 0.3, 0.5, 0.312559330935305435), (0.9, 0.01, 0.02, 0.520196906661916822),
      (-0.5, 0.3, 0.6, -0.320226570712746599), (-0.9, 0.5, 0.5, -0.712867413742587458),
      (0.99, 0.3, 0.31, 0.905088424096541496), (0.9999, 0.2, 0.2001, 0.99012526913950409),
      (0.3, 1e-6, 0.5, 0.000879706790743879023), (0.7, 1e-6, 1e-5, 0.0426853407491079621),
      (-0.99, 0.4, 0.61, -0.907709438199569441), (0.05, 0.1, 0.9, 0.016411048707219927),
    ])
  func known(normals: Double, first: Double, second: Double, expected: Double) {
    for (one, other) in [(first, second), (second, first)] {
      let found = BinaryCorrelation.of(normals: normals, Self.chances(one), Self.chances(other))
      // 1 − p is off by 2⁻⁵³, which thresholds and the root carry on with a factor of some ten.
      #expect((found - expected).magnitude <= 1e-12 * expected.magnitude, "\(found), not \(expected)")
    }
  }

  @Test("At one half it is 2/π asin r", arguments: [-1, -0.999_999, -0.3, 0, 1e-9, 0.5, 0.95, 1])
  func half(normals: Double) {
    let found = BinaryCorrelation.of(normals: normals, Self.chances(0.5), Self.chances(0.5))
    // asin has an infinite slope at 1, so that its last digit is worth √ε there.
    let expected = 2 / Double.pi * arcsine(normals)
    #expect((found - expected).magnitude <= 1e-13, "\(found), not \(expected)")
  }

  /// By known angles and by the series of asin for small arguments.
  private func arcsine(_ sine: Double) -> Double {
    switch sine {
    case 1: Double.pi / 2
    case -1: -Double.pi / 2
    case 0.5: Double.pi / 6
    // NumPy 2: numpy.arcsin.
    case 0.95: 1.253_235_897_503_375_3
    case -0.3: -0.304_692_654_015_397_5
    case -0.999_999: -1.569_382_113_114_652
    default: sine
    }
  }

  @Test("Where one normal drives both, the more likely one is yes whenever the other is", arguments: [0.1, 0.25, 0.5, 0.9])
  func same(first: Double) {
    for second in [0.1, 0.3, 0.5, 0.8] {
      let (low, high) = (min(first, second), max(first, second))
      let expected = (low * (1 - high) / (high * (1 - low))).squareRoot()
      let found = BinaryCorrelation.of(normals: 1, Self.chances(first), Self.chances(second))
      #expect((found - expected).magnitude <= 1e-12, "\(first), \(second): \(found), not \(expected)")
    }
  }

  @Test("Only what takes two values has chances")
  func chances() throws {
    let switches: [(Distribution, Double)] = [
      (try .bernoulli(probability: 0.3), 0.3), (try .discrete(values: [0.29, 0.1], probabilities: [0.25, 0.75]), 0.25),
      (try .discrete(values: [1, 2, 3], probabilities: [0.5, 0.25, 0.25]).truncated(upper: 2), 1 / 3.0),
    ]
    for (distribution, yes) in switches {
      let chances = try #require(distribution.chances, "\(distribution)")
      #expect((chances.yes - yes).magnitude <= 1e-15 && (chances.no - (1 - yes)).magnitude <= 1e-15)
    }
    let others: [Distribution] = [
      .constant(1), try .bernoulli(probability: 1), try .bernoulli(probability: 0), try .uniform(lower: 0, upper: 1),
      try .normal(mean: 0, standardDeviation: 1), try .discrete(values: [1, 2, 3], probabilities: [0.5, 0.25, 0.25]),
      try .mixture(weights: [0.5, 0.5], components: [.constant(0), .uniform(lower: 0, upper: 1)]),
    ]
    for distribution in others { #expect(distribution.chances == nil, "\(distribution)") }
  }
}

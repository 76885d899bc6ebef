import Distributions
import Glibc
import Testing

@Suite("Mixtures")
struct MixtureTests {
  @Test("Quantiles many orders of magnitude below the rest are those of the component there, to 1e-12 relative")
  func tinyQuantilesAreAccurate() throws {
    let beta = try Distribution.beta(alpha: 0.16, beta: 8)
    let mixture = try Distribution.mixture(weights: [0.8, 0.2], components: [beta, .constant(0.18)])
    for p in [1e-12, 1e-6, 0.001, 0.01, 0.1, 0.4] {
      let (found, expected) = (mixture.quantile(p), beta.quantile(p / 0.8))
      // A relative error of p costs 1/0.16 times as much in x.
      #expect((found - expected).magnitude <= 1e-14 * expected, "\(p): \(found), not \(expected)")
    }
  }

  @Test("A gap between components holds no quantile, and its lower end is the quantile at its probability")
  func gapsAreCrossed() throws {
    let mixture = try Distribution.mixture(
      weights: [0.5, 0.5], components: [.uniform(lower: -1, upper: 0), .uniform(lower: 2, upper: 3)])
    // F(−10⁻¹⁷) rounds to ½ already.
    #expect((-1e-16...0).contains(mixture.quantile(0.5)))
    #expect(mixture.quantile(0.5.nextUp) >= 2)
    #expect(mixture.cdf(1) == 0.5)
  }

  @Test("An atom is the quantile over the whole of its probability, ends included as the definition says")
  func atomsAreQuantiles() throws {
    let mixture = try Distribution.mixture(
      weights: [0.25, 0.5, 0.25], components: [.uniform(lower: 0, upper: 1), .constant(2), .uniform(lower: 3, upper: 4)])
    #expect(mixture.quantile(0.25) == 1)
    #expect(mixture.quantile(0.25.nextUp) == 2 && mixture.quantile(0.5) == 2 && mixture.quantile(0.75) == 2)
    #expect(mixture.quantile(0.75.nextUp) >= 3)
    #expect(mixture.mean == 0.25 * 0.5 + 0.5 * 2 + 0.25 * 3.5)
  }

  @Test("A mixture of mixtures is the mixture of all parts")
  func mixturesNest() throws {
    let parts: [Distribution] = [try .gamma(shape: 2, scale: 1), try .normal(mean: 0, standardDeviation: 1), .constant(0.5)]
    let inner = try Distribution.mixture(weights: [0.5, 0.5], components: [parts[0], parts[1]])
    let nested = try Distribution.mixture(weights: [0.5, 0.5], components: [inner, parts[2]])
    let flat = try Distribution.mixture(weights: [0.25, 0.25, 0.5], components: parts)
    for p in [0.001, 0.1, 0.24, 0.5, 0.77, 0.9, 0.999] {
      #expect((nested.quantile(p) - flat.quantile(p)).magnitude <= 1e-14 * max(flat.quantile(p).magnitude, 1))
    }
    let (a, b) = (try #require(nested.standardDeviation), try #require(flat.standardDeviation))
    #expect((a - b).magnitude < 1e-14)
  }

  @Test("A mixture of 50 narrow parts is tabulated in a moment, and its gaps are where they are")
  func manyNarrowParts() throws {
    let mixture = try Distribution.mixture(
      weights: Array(repeating: 0.02, count: 50),
      components: (0..<50).map { try .normal(mean: 1 + 0.1 * Double($0), standardDeviation: 1e-4) })
    let clock = ContinuousClock()
    var table = QuantileTable(.constant(0))
    // 0.2 s where the machine is quiet; 9 s were too many.
    #expect(clock.measure { table = QuantileTable(mixture) } < .seconds(2))
    for part in 0..<50 {
      // The middle of a part is its mean.
      #expect((mixture.quantile(0.02 * (Double(part) + 0.5)) - (1 + 0.1 * Double(part))).magnitude < 1e-12)
    }
    for i in -300...300 {
      let z = Double(i) / 100.618
      #expect((table.value(at: z) - mixture.quantile(atNormal: z)).magnitude <= 1e-8 * 5, "at \(z)")
    }
  }

  /// Families of narrow parts that lie apart.
  enum Narrow: CaseIterable {
    case normal, truncated, beta, lognormal, triangular, uniform

    func part(_ i: Double) throws -> Distribution {
      switch self {
      case .normal: try .normal(mean: 1 + 0.1 * i, standardDeviation: 1e-4)
      case .truncated:
        try .normal(mean: 1 + 0.1 * i, standardDeviation: 1e-2).truncated(lower: 0.99 + 0.1 * i, upper: 1.01 + 0.1 * i)
      case .beta: try .beta(alpha: 8, beta: 2, lower: 0.1 * i, upper: 0.1 * i + 0.01)
      case .lognormal: try .lognormal(logMean: 0.2 * i, logStandardDeviation: 0.01)
      case .triangular: try .triangular(lower: i, mode: i + 0.05, upper: i + 0.1)
      case .uniform: try .uniform(lower: i, upper: i + 0.1)
      }
    }

    func mixture(_ count: Int) throws -> Distribution {
      try .mixture(
        weights: Array(repeating: 1 / Double(count), count: count), components: (0..<count).map { try part(Double($0)) })
    }
  }

  /// The least processor time of five tabulations, in seconds.
  private func seconds(_ mixture: Distribution) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }
    return (0..<5).map { _ in
      let start = now()
      #expect(!QuantileTable(mixture).coefficients.isEmpty)
      return now() - start
    }.min() ?? 0
  }

  @Test(
    "50 narrow parts are tabulated in 0.2 s, and twice as many in little more than twice the time", arguments: Narrow.allCases)
  func narrowPartsAreQuick(kind: Narrow) throws {
    let times = try [50, 100].map { seconds(try kind.mixture($0)) }
    // 13 ms at most where the machine is quiet. What takes a hundredth of a second has not grown.
    #expect(times[0] < 0.2)
    #expect(times[1] < max(0.01, 2.6 * times[0]), "\(times)")
  }

  @Test("Quantiles of parts that lie apart are those of the parts", arguments: Narrow.allCases)
  func partsDecideAlone(kind: Narrow) throws {
    let mixture = try kind.mixture(40)
    for i in [0.0, 7, 39] {
      for share in [1e-6, 0.01, 0.3, 0.5, 0.999] {
        // A rounding error of p is 40 times as much of the part's probability, and of less density in its tail.
        let (found, part) = (mixture.quantile((i + share) / 40), try kind.part(i))
        let reach = 1e-12 / min(share, 1 - share)
        let bounds = (part.quantile(share * (1 - reach)), part.quantile(min(share * (1 + reach) + reach * (1 - share), 1)))
        #expect(found >= bounds.0 - 8 * found.ulp && found <= bounds.1 + 8 * found.ulp, "part \(i) at \(share)")
      }
    }
    // Next to a bound off 0 the value has the digits of the bound.
    #expect((mixture.cdf(mixture.quantile(1e-14)) / 1e-14 - 1).magnitude < 0.02)
  }
}

import Statistics
import Testing

@Suite struct ProbabilityIntervalTests {
  /// Hits, draws and the interval's ends: `scipy.stats.beta.ppf(0.025, k, n - k + 1)` and `beta.ppf(0.975, k + 1, n - k)` of SciPy
  /// 1.17.1, 0 for no hits and 1 for no misses.
  private static let known: [(hits: Int, draws: Int, lower: Double, upper: Double)] = [
    (0, 10, 0.0, 0.3084971078187607),
    (1, 10, 0.0025285785444617848, 0.4450161170281954),
    (5, 10, 0.18708602844739855, 0.8129139715526015),
    (10, 10, 0.6915028921812392, 1.0),
    (0, 1_000, 0.0, 0.003682083896865671),
    (1, 1_000, 2.531748749129404e-5, 0.005558924279826672),
    (3, 1_000, 0.0006190999316495713, 0.008742023238478303),
    (999, 1_000, 0.9944410757201734, 0.9999746825125088),
    (500, 1_000, 0.46854917297179194, 0.531450827028208),
    (2, 100_000, 2.422101962703155e-6, 7.22449893650479e-5),
    (25013, 100_000, 0.24744802034949534, 0.25282647917000933),
    (1, 1_000_000, 2.5317807663794178e-8, 5.571630655166939e-6),
    (7, 1_000_000_000, 2.8143630560026354e-9, 1.4422675364088619e-8),
    (0, 1, 0.0, 0.975),
  ]

  @Test func `is made of quantiles of the beta law`() throws {
    for row in Self.known {
      let interval = try #require(ProbabilityInterval.interval(hits: row.hits, draws: row.draws))
      // SciPy's own quantiles are good to about 1e-10; the tails take 1 − p, which is rounded to half an ulp of 1.
      #expect((interval.lowerBound - row.lower).magnitude <= 1e-9 * row.lower + 0x1p-53, "\(row)")
      #expect((interval.upperBound - row.upper).magnitude <= 1e-9 * row.upper + 0x1p-53, "\(row)")
    }
  }

  @Test func `of the complement it is the complement`() throws {
    for hits in [0, 1, 7, 250, 999, 1000] {
      let below = try #require(ProbabilityInterval.interval(hits: hits, draws: 1000))
      let above = try #require(ProbabilityInterval.interval(hits: 1000 - hits, draws: 1000))
      #expect((below.lowerBound - (1 - above.upperBound)).magnitude < 1e-15)
      #expect((below.upperBound - (1 - above.lowerBound)).magnitude < 1e-15)
    }
  }

  /// The probability of all counts whose interval holds p, summed term by term: no seed, no chance.
  @Test(arguments: [10, 200, 2000]) func `holds the probability in 95 percent of all runs, few hits or many`(_ draws: Int) throws
  {
    let intervals = try (0...draws).map { try #require(ProbabilityInterval.interval(hits: $0, draws: draws)) }
    for p in [1e-4, 5e-4, 0.002, 0.01, 0.05, 0.3, 0.5] {
      var mass = [Double](repeating: 0, count: draws + 1)
      mass[0] = 1
      for _ in 0..<draws {
        for hits in stride(from: draws, through: 1, by: -1) { mass[hits] = mass[hits] * (1 - p) + mass[hits - 1] * p }
        mass[0] *= 1 - p
      }
      let covered = zip(mass, intervals).reduce(0) { $1.1.contains(p) ? $0 + $1.0 : $0 }
      #expect(covered >= 0.95 - 1e-12, "p \(p), covered \(covered)")
    }
  }

  /// Both ends leave 2.5 % outside, the binomial terms multiplied out from the nearer end: every count of every size to 60.
  @Test func `leaves 2.5 percent outside at each end, for every count`() throws {
    for draws in 1...60 {
      for hits in 0...draws {
        let interval = try #require(ProbabilityInterval.interval(hits: hits, draws: draws))
        if hits < draws {
          let outside = Self.lowerTail(hits, draws, p: interval.upperBound, q: 1 - interval.upperBound)
          #expect((outside / 0.025 - 1).magnitude < 1e-12, "\(hits) of \(draws): \(outside) above")
        }
        if hits > 0 {
          // At least so many hits are at most so many misses.
          let outside = Self.lowerTail(draws - hits, draws, p: 1 - interval.lowerBound, q: interval.lowerBound)
          #expect((outside / 0.025 - 1).magnitude < 1e-12, "\(hits) of \(draws): \(outside) below")
        }
      }
    }
  }

  /// P(B ≤ k): Σ C(n, i)·pⁱ·qⁿ⁻ⁱ, every term by its factors.
  private static func lowerTail(_ k: Int, _ n: Int, p: Double, q: Double) -> Double {
    (0...k).reduce(0) { sum, i in
      var term = 1.0
      for j in 0..<i { term *= p * Double(n - j) / Double(i - j) }
      for _ in 0..<(n - i) { term *= q }
      return sum + term
    }
  }
}

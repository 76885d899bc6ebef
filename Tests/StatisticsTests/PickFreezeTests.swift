import Statistics
import TestSupport
import Testing

@Suite("First-order and total indices from two samples")
struct PickFreezeTests {
  /// Four draws of f(x), f(x') and f(mixed): Σa = 2, Σb = 1, Σc = 2, Σa² = 14, Σb² = 7, Σc² = 6, Σbc = −1, Σ(a − c)² = 2.
  @Test("Figures worked by hand")
  func byHand() throws {
    var sums = PickFreezeSums()
    for (a, b, c) in [(1.0, 2.0, 1.0), (-2, 1, -1), (3, -1, 2), (0, -1, 0)] as [(Double, Double, Double)] {
      sums.add(a, b, mixed: c)
    }
    let mean = 3.0 / 8
    let first = (-1.0 / 4 - mean * mean) / (13.0 / 8 - mean * mean)
    #expect(try (#require(sums.firstOrder) - first).magnitude < 1e-15)
    let variance = (14.0 - 1 + 7 - 0.25) / 6
    #expect(try (#require(sums.variance) - variance).magnitude < 1e-15)
    #expect(try (#require(sums.total) - 2.0 / 8 / variance).magnitude < 1e-15)
  }

  @Test("Sums of halves are those of the whole, and the jackknife of a mean has the error of a mean")
  func jackknife() throws {
    let groups = [3.0, 5, 4, 8].map { Count(sum: $0, draws: 1) }
    let estimate = try #require(GroupJackknife.estimate(groups) { $0.sum / $0.draws })
    let mean = GroupJackknife.mean([3, 5, 4, 8])
    #expect(estimate.value == 5 && mean.value == 5)
    // s² = (4 + 0 + 1 + 9)/3, and t of 3 degrees of freedom at 97.5 % is 3.182446305284263 (tables).
    let error = (14.0 / 3 / 4).squareRoot()
    #expect((estimate.standardError - error).magnitude < 1e-14 && (mean.standardError - error).magnitude < 1e-14)
    #expect((estimate.halfWidth - 3.182446305284263 * error).magnitude < 1e-10)
  }

  private struct Count: DrawSums {
    var sum = 0.0
    var draws = 0.0

    mutating func add(_ other: Self) {
      sum += other.sum
      draws += other.draws
    }
  }

  /// f = 2·x₁ + x₂ + x₁·x₂ of independent standard normals has variance 6, S₁ = 4/6 and T₁ = 5/6.
  ///
  /// Intervals from 32 groups of 64 draws each are to hold them in 95 % of cases. Were it 94 %, the number among 400 seeds
  /// would be below 344 with probability 1e-9 (binomial), and 400 with probability 2e-11 (1.2e-9 were it 95 %). The seeds
  /// are fixed.
  @Test("Intervals hold the truth as often as they say")
  func coverage() throws {
    var held = (first: 0, total: 0)
    for seed in 0..<400 {
      var generator = Generator(seed: UInt64(1_000 + seed))
      let groups = (0..<32).map { _ in
        var sums = PickFreezeSums()
        for _ in 0..<64 {
          let (x1, x2, y1, y2) = (generator.normal(), generator.normal(), generator.normal(), generator.normal())
          sums.add(f(x1, x2), f(y1, y2), mixed: f(y1, x2))
        }
        return sums
      }
      if try #require(GroupJackknife.estimate(groups, \.firstOrder)).interval.contains(4.0 / 6) { held.first += 1 }
      if try #require(GroupJackknife.estimate(groups, \.total)).interval.contains(5.0 / 6) { held.total += 1 }
    }
    #expect((344..<400).contains(held.first), "first order: \(held.first) of 400")
    #expect((344..<400).contains(held.total), "total: \(held.total) of 400")
  }

  private func f(_ x1: Double, _ x2: Double) -> Double { 2 * x1 + x2 + x1 * x2 }
}

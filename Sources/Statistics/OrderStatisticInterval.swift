/// The ranks of the order statistics that enclose a percentile with 95 % confidence, whatever the distribution.
///
/// The ranks l < u (from 1) are the closest with P(B < l) ≤ 2.5 % and P(B ≥ u) ≤ 2.5 %, B binomial (David and Nagaraja,
/// "Order Statistics", doi:10.1002/0471722162, section 7.1). Tested against exact binomial sums for 59 to 10⁹ draws.
package enum OrderStatisticInterval {
  private static let tail = 0.025

  /// The ranks for the percentile of probability `p` out of `n` draws; nil where the draws are too few for one of them.
  ///
  /// O(√n) at worst, in practice about 100 terms of a continued fraction for each rank.
  package static func ranks(draws n: Int, probability p: Double) -> ClosedRange<Int>? {
    guard n > 0, p > 0, p < 1 else { return nil }
    // P(B ≥ u) ≤ tail ⇔ P(n − B < n − u + 1) ≤ tail: the same question of the misses.
    guard let lower = rank(draws: n, probability: p), let misses = rank(draws: n, probability: 1 - p) else { return nil }
    let upper = n + 1 - misses
    guard lower >= 1, upper <= n, lower < upper else { return nil }
    return lower...upper
  }

  /// The largest l with P(B < l) ≤ tail, 0 where there is none but the trivial one; nil where a tail does not converge.
  private static func rank(draws n: Int, probability p: Double) -> Int? {
    let mean = Double(n) * p
    let deviation = (mean * (1 - p)).squareRoot()
    // Cornish–Fisher, within one or two ranks; the exact tail decides.
    let z = -1.959963984540054
    let start = mean + z * deviation + (1 - 2 * p) * (z * z - 1) / 6
    var l = min(max(Int(start.rounded()), 0), n)
    while l > 0 {
      guard let below = binomialLowerTail(l - 1, trials: n, probability: p) else { return nil }
      guard below > tail else { break }
      l -= 1
    }
    while l < n {
      guard let upTo = binomialLowerTail(l, trials: n, probability: p) else { return nil }
      guard upTo <= tail else { break }
      l += 1
    }
    return l
  }
}

internal import Glibc

/// How far two samples are apart: the largest difference between their distribution functions (Kolmogorov and Smirnov).
package struct SampleDistance: Hashable, Sendable {
  /// From 0 to 1.
  package let largestDifference: Double
  /// The two sizes as that of one sample held against a known distribution: their harmonic mean, halved.
  private let size: Double

  /// Takes ascending samples of at least one value each, none of them NaN.
  ///
  /// O(n).
  package init(between a: [Double], and b: [Double]) {
    precondition(!a.isEmpty && !b.isEmpty, "a sample has at least one value")
    var (i, j) = (0, 0)
    var largest = 0.0
    while i < a.count && j < b.count {
      let x = min(a[i], b[j])
      while i < a.count && a[i] == x { i += 1 }
      while j < b.count && b[j] == x { j += 1 }
      largest = max(largest, (Double(i) / Double(a.count) - Double(j) / Double(b.count)).magnitude)
    }
    largestDifference = largest
    size = 1 / (1 / Double(a.count) + 1 / Double(b.count))
  }

  /// Whether samples of one distribution would be as far apart with a probability of at most `chance`.
  ///
  /// By the bound 2·exp(−2nε²) on the probability of a difference over ε (Massart, doi:10.1214/aop/1176990746), with the size of the two
  /// samples for n.
  package func exceedsChance(_ chance: Double) -> Bool {
    largestDifference > (log(2 / chance) / (2 * size)).squareRoot()
  }
}

internal import Glibc

/// The probability of an event from draws of another law, each hit counted with the ratio w of the two laws' densities.
///
/// The estimate Σw/n is unbiased, its standard error √((Σw²/n − p²)/n). The sums are exact, so that they depend on no order.
///
/// Source: A. B. Owen, "Monte Carlo theory, methods and examples" (2013), chapter 9. Tested on normal tails, and by
/// coverage.
package struct WeightedProbability: Sendable {
  /// All draws, those without the event included.
  package private(set) var draws = 0
  package private(set) var hits = 0
  private var sum = ExactSum()
  private var squares = ExactSum()
  private var largest = 0.0

  package init() {}

  /// The ratio of an own density to that of a mixture of it and another one.
  ///
  /// - Parameters:
  ///   - logarithm: ln of the other density over the own one.
  ///   - ownShare: How much of the mixture has the own law.
  package static func weight(logarithm: Double, ownShare: Double) -> Double {
    1 / (ownShare + (1 - ownShare) * exp(logarithm))
  }

  /// Counts draws in which the event does not happen.
  package mutating func addMisses(_ count: Int) { draws += count }

  /// Counts a draw in which it does.
  package mutating func addHit(weight: Double) {
    draws += 1
    hits += 1
    sum.add(weight)
    squares.add(weight * weight)
    largest = max(largest, weight)
  }

  package mutating func merge(_ other: Self) {
    draws += other.draws
    hits += other.hits
    sum.merge(other.sum)
    squares.merge(other.squares)
    largest = max(largest, other.largest)
  }

  /// Σw/n.
  package var value: Double { draws > 0 ? sum.rounded / Double(draws) : 0 }

  package var standardError: Double {
    guard draws > 0 else { return 0 }
    let n = Double(draws)
    return (max(0, squares.rounded / n - value * value) / n).squareRoot()
  }

  /// (Σw)²/Σw², the effective number of hits: as many of equal weight would have the same relative error.
  package var effectiveHits: Double {
    let squares = squares.rounded
    return squares > 0 ? sum.rounded * sum.rounded / squares : 0
  }

  /// Whether so few draws carry the sum that its error cannot be trusted.
  package var isDegenerate: Bool { effectiveHits < 200 || largest * 20 > sum.rounded }

  /// From p·e^(−1.96·r) to p·e^(1.96·r), r = standard error/p, in probabilities: the logarithm is nearer to a normal law
  /// than the sum.
  package var interval: ClosedRange<Double> {
    guard value > 0 else { return 0...1 }
    let factor = exp(Replication.draws.deviate * standardError / value)
    return (value / factor)...min(1, value * factor)
  }

  /// How many draws of the event's own law would have the same error: p(1 − p)/error².
  package var plainDraws: Double { standardError > 0 ? value * (1 - value) / (standardError * standardError) : Double(draws) }
}

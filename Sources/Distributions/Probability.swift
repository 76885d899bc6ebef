/// A cumulative probability with its complement, both to full relative accuracy: what is lost in 1 − p near 1 is kept.
struct Probability: Hashable, Sendable {
  /// P(X ≤ x).
  var below: Double
  /// P(X > x).
  var above: Double

  init(below: Double, above: Double) {
    self.below = below
    self.above = above
  }

  /// A probability in [0, 1] and its rounded complement.
  init(_ below: Double) {
    self.below = below
    above = 1 - below
  }

  var complement: Probability { Probability(below: above, above: below) }
}

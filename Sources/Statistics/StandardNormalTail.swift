internal import Glibc

/// Probabilities of the standard normal law.
package enum StandardNormalTail {
  /// Φ(z), in the lower tail with all its digits.
  package static func below(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }
}

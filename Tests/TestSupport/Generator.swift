internal import Glibc

/// SplitMix64 (doi:10.1145/2660193.2660195): small, and unlike any generator of the product.
package struct Generator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func word() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Strictly between 0 and 1.
  package mutating func uniform() -> Double { (Double(word() >> 11) + 0.5) * 0x1p-53 }

  /// Strictly between two numbers.
  package mutating func uniform(_ lower: Double, _ upper: Double) -> Double { lower + (upper - lower) * uniform() }

  /// Ten to a power between two numbers.
  package mutating func powerOfTen(_ lower: Double, _ upper: Double) -> Double { pow(10, uniform(lower, upper)) }

  /// A standard normal number by Box and Muller.
  package mutating func normal() -> Double {
    let radius = (-2 * log(uniform())).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }
}

import Glibc

/// SplitMix64 (doi:10.1145/2660193.2660195): small, and unlike any generator of the product.
struct Generator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func word() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Strictly between 0 and 1.
  mutating func uniform() -> Double { (Double(word() >> 11) + 0.5) * 0x1p-53 }

  /// A standard normal number by Box and Muller.
  mutating func normal() -> Double {
    let radius = (-2 * log(uniform())).squareRoot()
    return radius * cos(2 * Double.pi * uniform())
  }
}

/// Shapes of outcomes to draw from.
enum Shape: CaseIterable {
  case normal
  case lognormal
  case exponential
  case mixture
  case twoScales
  case pareto

  func draw(_ generator: inout Generator) -> Double {
    switch self {
    case .normal: generator.normal()
    case .lognormal: exp(generator.normal())
    case .exponential: -log(generator.uniform())
    case .mixture: generator.uniform() < 0.4 ? 0.1 * generator.normal() - 3 : 2 * generator.normal() + 5
    case .twoScales: generator.uniform() < 0.5 ? 1e-4 * generator.normal() : 1 + 1e-3 * generator.normal()
    // Infinite mean: the hardest tail.
    case .pareto: 1 / generator.uniform()
    }
  }

  func draws(_ count: Int, seed: UInt64) -> [Double] {
    var generator = Generator(seed: seed)
    return (0..<count).map { _ in draw(&generator) }
  }
}

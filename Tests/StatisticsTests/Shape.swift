import Glibc
import TestSupport

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

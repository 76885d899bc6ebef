internal import Glibc

extension IncompleteGamma {
  /// The x with P(a, x) = p, found faster from a good guess.
  func inverse(_ p: Probability, near guess: Double? = nil) -> Double {
    guard p.below > 0 else { return 0 }
    guard p.above > 0 else { return .infinity }
    let logStart = logarithmOfSmallInverse(p)
    if logStart < -600 { return exp(logStart) }
    let start = guess.flatMap { $0 > 0 ? $0 : nil } ?? self.guess(p, small: exp(logStart))
    return LogarithmicInverse.solve(p, start: start) { x in
      let (cdf, power) = self(x)
      return (cdf, power * a)
    }
  }

  /// ln x where P(a, x) = p is so small that x is: near 0, P = xᵃ/Γ(a + 1)·(1 + O(x)).
  func logarithmOfSmallInverse(_ p: Probability) -> Double { (log(p.below) + logGamma(a + 1)) / a }

  /// Wilson and Hilferty's cube for a > 1, else the power near 0 and an exponential tail.
  private func guess(_ p: Probability, small: Double) -> Double {
    guard a > 1 else {
      let share = 1 - a * (0.253 + a * 0.12)
      return p.below < share ? min(small, 1) : 1 - log(p.above / (1 - share))
    }
    let root = 1 - 1 / (9 * a) + StandardNormal.quantile(p) / (3 * a.squareRoot())
    let cube = a * root * root * root
    return root > 0.3 ? cube : small
  }
}

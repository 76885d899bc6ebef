internal import Glibc

extension IncompleteBeta {
  /// The (x, 1 − x) with I_x(a, b) = p, the smaller of the two to full relative accuracy; found faster from a good guess of x and
  /// y.
  func inverse(_ p: Probability, near guess: (x: Double, y: Double)? = nil) -> (x: Double, y: Double) {
    guard p.below > 0 else { return (0, 1) }
    guard p.above > 0 else { return (1, 0) }
    let isLower = guess.map { $0.x <= $0.y } ?? (p.below <= self(0.5, 0.5).cdf.below)
    if isLower {
      let x = lowerHalf(p, near: guess?.x)
      return (x, 1 - x)
    }
    let y = mirrored.lowerHalf(p.complement, near: guess?.y)
    return (1 - y, y)
  }

  /// The x with I_x(a, b) = p, where it is at most ½ or little more.
  private func lowerHalf(_ p: Probability, near guess: Double?) -> Double {
    let logStart = logarithmOfSmallInverse(p)
    if logStart < -600 { return exp(logStart) }
    let rough = a > 1 && b > 1 ? normalGuess(p) : exp(logStart)
    let start = guess.flatMap { $0 > 0 ? $0 : nil } ?? min(rough, 0.5)
    return LogarithmicInverse.solve(p, start: min(start, 0.75)) { x in
      let inside = min(x, 1)
      let (cdf, power) = self(inside, 1 - inside)
      return (cdf, power / (1 - inside))
    }
  }

  /// ln x where I_x(a, b) = p is so small that x is: near 0, I_x = xᵃ/(a·B)·(1 + O(x)).
  func logarithmOfSmallInverse(_ p: Probability) -> Double { (log(p.below) + logLeading) / a }

  /// The guess of Abramowitz and Stegun 26.5.22, for a, b > 1.
  private func normalGuess(_ p: Probability) -> Double {
    let z = StandardNormal.quantile(p.complement)
    let lambda = (z * z - 3) / 6
    let (s, t) = (1 / (2 * a - 1), 1 / (2 * b - 1))
    let h = 2 / (s + t)
    guard lambda + h > 0 else { return 0.5 }
    let w = z * (lambda + h).squareRoot() / h - (t - s) * (lambda + 5.0 / 6 - 2 / (3 * h))
    return a / (a + b * exp(2 * w))
  }
}

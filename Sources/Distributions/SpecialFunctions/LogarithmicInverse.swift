internal import Glibc

/// The positive x at which a cumulative probability equals a target, by Newton's method on ln F against ln x.
///
/// Near 0 a distribution function is a power of x, so ln F is almost linear in ln x, and it is concave for the families here:
/// Newton's method converges from the left without overshooting. The smaller tail is matched, and a bracket catches what
/// overshoots.
enum LogarithmicInverse {
  /// The x at which the distribution function reaches `target`, of which neither tail is zero.
  ///
  /// NaN where the distribution function is. `start` is a positive guess: the nearer, the fewer evaluations. `evaluate` maps x to F(x) and the density times x.
  static func solve(
    _ target: Probability, start: Double, evaluate: (Double) -> (cdf: Probability, slope: Double)
  ) -> Double {
    let fromBelow = target.below <= target.above
    var x = min(max(start, 0x1p-1020), 0x1p1020)
    var lower = 0.0
    var upper = Double.infinity
    for _ in 0..<200 {
      let (cdf, slope) = evaluate(x)
      let (tail, wanted) = fromBelow ? (cdf.below, target.below) : (cdf.above, target.above)
      if tail == wanted { return x }
      guard !tail.isNaN else { return .nan }
      if (tail < wanted) == fromBelow { lower = x } else { upper = x }
      let relative = (tail - wanted) / wanted
      let distance = relative.magnitude < 0.5 ? log1p(relative) : log(tail / wanted)
      let step = distance * tail / slope
      let next = x * exp(fromBelow ? -step : step)
      if step.magnitude < 1e-9 && next.isFinite { return min(max(next, lower), upper) }
      if next > lower && next < upper && step.isFinite {
        x = next
      } else {
        // Halve the bracket on the logarithmic scale; without an upper end, double.
        let bisected = upper == .infinity ? 2 * x : max(lower, 0x1p-1022).squareRoot() * upper.squareRoot()
        if bisected == x || bisected <= lower || bisected >= upper { return upper < .infinity ? upper : x }
        x = bisected
      }
    }
    return x
  }
}

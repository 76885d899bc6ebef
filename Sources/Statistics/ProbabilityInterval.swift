internal import Glibc

/// The exact 95 % interval of a probability from counted hits.
///
/// Source: C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404–413, doi:10.1093/biomet/26.4.404.
///
/// It holds the probability in at least 95 % of all runs, whatever the probability is and however few the hits are.
package enum ProbabilityInterval {
  private static let tail = 0.025
  /// The standard normal quantile of 1 − tail.
  private static let deviate = 1.959963984540054

  /// From the p under which at least `hits` hits have probability 2.5 % to the one under which at most so many have; nil where the
  /// tail of the binomial law does not converge, which takes more draws than can be counted.
  package static func interval(hits: Int, draws: Int) -> ClosedRange<Double>? {
    precondition(draws > 0 && hits >= 0 && hits <= draws, "hits are counted among draws")
    // At least so many hits are at most so many misses.
    guard let upper = upperEnd(hits, of: draws), let lower = upperEnd(draws - hits, of: draws) else { return nil }
    return lower.q...max(lower.q, upper.p)
  }

  /// A probability and its complement, each with all its digits.
  private struct Odds {
    let p: Double
    let q: Double
  }

  /// The p under which at most `k` of `n` draws hit with probability 2.5 %, 1 where all hit.
  ///
  /// The root of f(u) = ln P(B ≤ k) − ln 2.5 % in the log-odds u = ln(p/q), which are fine at both ends. With F of `BinomialTail`,
  /// f′ = −(n − k)/F and f″ = f′·(q + k − n·p − f′), so that Halley's cubic steps cost nothing but the tail itself. From the
  /// approximation of M. Abramowitz, I. Stegun, "Handbook of Mathematical Functions", 26.5.22, one to three tails suffice; f is
  /// concave, and a step out of the bracket is replaced by its middle.
  private static func upperEnd(_ k: Int, of n: Int) -> Odds? {
    if k == n { return Odds(p: 1, q: 0) }
    // (1 − p)ⁿ = tail.
    if k == 0 { return Odds(p: -expm1(log(tail) / Double(n)), q: exp(log(tail) / Double(n))) }
    let misses = Double(n - k)
    var u = approximateLogOdds(Double(k + 1), misses)
    var (low, high) = (-Double.infinity, Double.infinity)
    for _ in 0..<60 {
      let (p, q) = (1 / (1 + exp(-u)), 1 / (1 + exp(u)))
      guard let value = BinomialTail(atMost: k, trials: n, p: p, q: q) else { return nil }
      let f = log(value.probability / tail)
      if f > 0 { low = u } else { high = u }
      let slope = -misses / value.fraction
      let step = -2 * f / (2 * slope - f * (q + Double(k) - Double(n) * p - slope))
      let next = u + step
      // The error of the next point is of the order of the step's cube, in units of f.
      if (step * slope).magnitude < 1e-5 { return Odds(p: 1 / (1 + exp(-next)), q: 1 / (1 + exp(next))) }
      u = next > low && next < high ? next : low.isFinite && high.isFinite ? 0.5 * (low + high) : u - f / slope
    }
    return nil
  }

  /// About the log-odds of the beta law's quantile of 1 − tail, for shapes `a` and `b` of at least 1.
  private static func approximateLogOdds(_ a: Double, _ b: Double) -> Double {
    let (first, second) = (1 / (2 * a - 1), 1 / (2 * b - 1))
    let curvature = (deviate * deviate - 3) / 6
    let h = 2 / (first + second)
    let w = deviate * (h + curvature).squareRoot() / h + (second - first) * (curvature + 5.0 / 6 - 2 / (3 * h))
    return log(a / b) + 2 * w
  }
}

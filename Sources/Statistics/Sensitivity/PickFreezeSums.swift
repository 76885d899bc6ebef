/// Sums over draws of an outcome at three points: x; x', which is independent of it; and x with some inputs of x'.
///
/// Everything is summed as a distance from a centre near the mean, so that squares do not cancel.
package struct PickFreezeSums: DrawSums {
  /// Draws in which the outcome has a usable value at all three points.
  package private(set) var draws = 0
  /// Σ f(x), Σ f(x'), Σ f(mixed).
  private var a = 0.0
  private var b = 0.0
  private var c = 0.0
  private var aa = 0.0
  private var bb = 0.0
  private var cc = 0.0
  /// Σ f(x')·f(mixed).
  private var bc = 0.0
  /// Σ (f(x) − f(mixed))².
  private var squaredChange = 0.0

  package init() {}

  /// Whether the inputs have changed the outcome in some draw.
  package var hasChange: Bool { squaredChange > 0 }

  /// Adds a draw.
  package mutating func add(_ x: Double, _ other: Double, mixed: Double) {
    draws += 1
    a += x
    b += other
    c += mixed
    aa += x * x
    bb += other * other
    cc += mixed * mixed
    bc += other * mixed
    squaredChange += (x - mixed) * (x - mixed)
  }

  package mutating func add(_ more: Self) {
    draws += more.draws
    a += more.a
    b += more.b
    c += more.c
    aa += more.aa
    bb += more.bb
    cc += more.cc
    bc += more.bc
    squaredChange += more.squaredChange
  }

  /// The outcome's variance, from x and x'; 0 where it does not vary.
  package var variance: Double? {
    guard draws > 1 else { return nil }
    let n = Double(draws)
    return max(0, (aa - a * a / n + bb - b * b / n) / (2 * (n - 1)))
  }

  /// Var E(f | the inputs) / Var f: what knowing the inputs takes off the variance, on average.
  ///
  /// f(x') and f(mixed) share these inputs alone. Their covariance over their variance, with the pooled mean m = Σ(b +
  /// c)/2n: (Σbc/n − m²)/(Σ(b² + c²)/2n − m²). Source: A. Janon, T. Klein, A. Lagnoux, M. Nodet, C. Prieur,
  /// doi:10.1051/ps/2013040, T_N of equation (6), asymptotically of least variance among estimators from such pairs. Tested
  /// on functions whose indices are known.
  package var firstOrder: Double? {
    guard draws > 1 else { return nil }
    let n = Double(draws)
    let mean = (b + c) / (2 * n)
    let variance = (bb + cc) / (2 * n) - mean * mean
    return variance > 0 ? (bc / n - mean * mean) / variance : nil
  }

  /// E Var(f | all other inputs) / Var f: what would be left of the variance if all others were known, on average.
  ///
  /// Σ(f(x) − f(mixed))²/2n over the variance. Source: M. J. W. Jansen, doi:10.1016/S0010-4655(98)00154-4; A. Saltelli and
  /// others, doi:10.1016/j.cpc.2009.09.018, table 2 (f). Tested as ``firstOrder``.
  package var total: Double? {
    guard let variance, variance > 0 else { return nil }
    return squaredChange / (2 * Double(draws)) / variance
  }
}

internal import Glibc

/// ln Γ(x) for x > 0.
///
/// The C library's reentrant form: its plain `lgamma` writes the sign to a global variable.
func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return unsafe lgamma_r(x, &sign)
}

/// The saddle-point form of powers over factorials, which keeps its relative accuracy where ln Γ cancels.
///
/// Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000), the method of R's `dbinom` and `dpois`.
enum SaddlePoint {
  /// δ(x) in Γ(x + 1) = √(2πx)·(x/e)ˣ·exp δ(x), for x > 0.
  static func stirlingError(_ x: Double) -> Double {
    guard x > 15 else { return logGamma(x + 1) - (x + 0.5) * log(x) + x - 0.918_938_533_204_672_741_780 }
    // The asymptotic series; the first term left out is 1/1188·x⁻⁹ < 3e-14, against 1/(12x) > 5e-3.
    let s = 1 / (x * x)
    return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360)))))) / x
  }

  /// The deviance x·ln(x/m) + m − x ≥ 0, without cancellation near x = m.
  static func deviance(_ x: Double, from m: Double) -> Double {
    let difference = x - m
    guard difference.magnitude < 0.1 * (x + m) else {
      // The ratio to a subnormal number overflows.
      let ratio = x / m
      return x * (ratio < .infinity ? log(ratio) : log(x) - log(m)) - difference
    }
    // 2x·artanh(v) − (x − m) with v = (x − m)/(x + m), term by term; v² < 0.01.
    let v = difference / (x + m)
    var sum = difference * v
    var term = 2 * x * v
    var order = 3.0
    // The terms fall a hundredfold, so that eight suffice.
    for _ in 0..<16 {
      term *= v * v
      let next = sum + term / order
      if next == sum { return sum }
      sum = next
      order += 2
    }
    return sum
  }
}

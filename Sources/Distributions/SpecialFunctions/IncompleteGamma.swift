internal import Glibc

/// The regularised incomplete gamma functions P(a, x) and Q(a, x): the cumulative probabilities of a gamma distribution of scale
/// 1.
struct IncompleteGamma: Hashable, Sendable {
  let a: Double
  /// −½·ln(2πa) − δ(a).
  private let logFactor: Double
  /// For a large shape.
  private let expansion: LargeShapeExpansion?

  /// The functions of the shape a, which is positive.
  init(_ a: Double) {
    self.a = a
    expansion = LargeShapeExpansion(gamma: a)
    logFactor = -0.5 * (log(a) + 1.837_877_066_409_345_483_56) - SaddlePoint.stirlingError(a)
  }

  /// xᵃ·e⁻ˣ/Γ(a + 1): the density times x/a.
  func power(_ x: Double) -> Double {
    x > 0 ? exp(logFactor - SaddlePoint.deviance(a, from: x)) : 0
  }

  /// P(a, x) and Q(a, x), with xᵃ·e⁻ˣ/Γ(a + 1); NaN where they do not converge.
  ///
  /// The series below a + 1, the continued fraction of Q above (DLMF 8.7.1, 8.9.2): O(√a) terms near x = a. From a shape of 10⁴
  /// on ``LargeShapeExpansion``, whose cost does not grow.
  func callAsFunction(_ x: Double) -> (cdf: Probability, power: Double) {
    guard x > 0 else { return (Probability(below: 0, above: 1), 0) }
    guard x < .infinity else { return (Probability(below: 1, above: 0), 0) }
    let power = power(x)
    if let expansion { return (expansion.probability(deviance: SaddlePoint.deviance(a, from: x), isLower: x < a), power) }
    if x < a + 1 {
      let below = min(power * series(x), 1)
      return (Probability(below: below, above: 1 - below), power)
    }
    let above = min(power * a * fraction(x), 1)
    return (Probability(below: 1 - above, above: above), power)
  }

  /// Terms that neither sum needs: 9·√a of the largest shape without an expansion.
  private static let termLimit = 2_000

  /// Σ xᵏ/((a + 1)…(a + k)).
  private func series(_ x: Double) -> Double {
    var sum = 1.0
    var term = 1.0
    var divisor = a
    for _ in 0..<Self.termLimit {
      guard term > sum * 0x1p-54 else { return sum }
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return .nan
  }

  /// 1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − 2·(2 − a)/(x + 5 − a − …))), by the modified Lentz method.
  private func fraction(_ x: Double) -> Double {
    var b = x + 1 - a
    var c = 0x1p1000
    var d = 1 / b
    var value = d
    var k = 1.0
    while k < Double(Self.termLimit) {
      let numerator = k * (a - k)
      b += 2
      d = 1 / (b + numerator * d)
      c = b + numerator / c
      let factor = c * d
      value *= factor
      if (factor - 1).magnitude <= 0x1p-52 { return value }
      k += 1
    }
    return .nan
  }
}

internal import Glibc

/// The regularised incomplete beta function I_x(a, b): the cumulative probability of Beta(a, b).
struct IncompleteBeta: Hashable, Sendable {
  let a: Double
  let b: Double
  /// ½·ln(ab/(2π(a + b))) + δ(a + b) − δ(a) − δ(b): what the prefactor holds beside the deviances.
  private let logFactor: Double
  /// For two large shapes.
  private let expansion: LargeShapeExpansion?

  /// The function of the shapes a and b, both positive.
  init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    expansion = LargeShapeExpansion(beta: a, b)
    logFactor =
      0.5 * (log(a / (a + b)) + log(b) - 1.837_877_066_409_345_483_56) + SaddlePoint.stirlingError(a + b)
      - SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(b)
  }

  private init(_ a: Double, _ b: Double, logFactor: Double, expansion: LargeShapeExpansion?) {
    self.a = a
    self.b = b
    self.logFactor = logFactor
    self.expansion = expansion
  }

  /// The same function of y = 1 − x.
  var mirrored: IncompleteBeta { IncompleteBeta(b, a, logFactor: logFactor, expansion: expansion?.mirrored) }

  /// ln(a·B(a, b)), from the prefactor at x = a/(a + b), where both deviances vanish.
  var logLeading: Double { log(a) + a * log(a / (a + b)) + b * log(b / (a + b)) - logFactor }

  /// xᵃ·yᵇ/B(a, b) for y = 1 − x: the density times x·y.
  func power(_ x: Double, _ y: Double) -> Double {
    guard x > 0 && y > 0 else { return 0 }
    let n = a + b
    return exp(logFactor - SaddlePoint.deviance(a, from: n * x) - SaddlePoint.deviance(b, from: n * y))
  }

  /// I_x(a, b) and its complement, with xᵃ·yᵇ/B(a, b), for x in [0, 1].
  ///
  /// y is 1 − x, which the caller may know more accurately than the difference. NaN where it does not converge.
  func callAsFunction(_ x: Double, _ y: Double) -> (cdf: Probability, power: Double) {
    guard x > 0 else { return (Probability(below: 0, above: 1), 0) }
    guard y > 0 else { return (Probability(below: 1, above: 0), 0) }
    let power = power(x, y)
    if let expansion {
      let n = a + b
      let deviance = SaddlePoint.deviance(a, from: n * x) + SaddlePoint.deviance(b, from: n * y)
      return (expansion.probability(deviance: deviance, isLower: n * x < a), power)
    }
    if x <= (a + 1) / (a + b + 2) {
      let below = min(power / Self.fraction(a, b, x, y), 1)
      return (Probability(below: below, above: 1 - below), power)
    }
    let above = min(power / Self.fraction(b, a, y, x), 1)
    return (Probability(below: 1 - above, above: above), power)
  }

  /// The continued fraction F with I_x(a, b) = xᵃ·yᵇ/(B(a, b)·F), for x at most about the mean; O(√min(a, b)) terms,
  /// 190 where the smaller shape is 10⁴; NaN where a thousand are not enough.
  ///
  /// Source: A. DiDonato, A. Morris, "Algorithm 708", ACM TOMS 18 (1992) 360–373, DOI 10.1145/131766.131776, equation 9;
  /// evaluated by the modified Lentz method.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double, _ y: Double) -> Double {
    var value = a * (a * y - b * x + 1) / (a + 1)
    if value == 0 { value = 0x1p-1000 }
    var c = value
    var d = 0.0
    var m = 1.0
    while m < 1_000 {
      let middle = a + 2 * m - 1
      let ratio = x / middle
      let numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * ratio * ratio
      let denominator = m + m * (b - m) * ratio + (a + m) * (a * y - b * x + 1 + m * (1 + y)) / (middle + 2)
      d = 1 / (denominator + numerator * d)
      c = denominator + numerator / c
      let factor = c * d
      value *= factor
      if (factor - 1).magnitude <= 0x1p-52 { return value }
      m += 1
    }
    return .nan
  }
}

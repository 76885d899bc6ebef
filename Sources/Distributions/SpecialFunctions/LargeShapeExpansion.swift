internal import Glibc

/// The tails of beta distributions with two large shapes, and of gamma distributions with a large one, at a cost that does not grow
/// with them.
///
/// With f the deviance, a tail is 2/√π·e⁻ᶠ·u·Σ dₙ·w⁰ⁿ·Jₙ(√f): an expansion that is uniform in the distance from the mean, of which
/// the first term is the normal tail. From shapes of 10⁴ on its error is under 10⁻¹³ of a tail down to 10⁻²⁰. A gamma distribution
/// is the limit of a ratio of shapes of 0.
///
/// Source: A. DiDonato, A. Morris, "Algorithm 708", ACM TOMS 18 (1992) 360–373, DOI 10.1145/131766.131776, section 8 (BASYM).
/// Tested against SciPy and mpmath.
struct LargeShapeExpansion: Hashable, Sendable {
  /// Shapes from here on have the expansion; below, sums and fractions have at most some hundred terms.
  private static let smallestShape = 1e4
  /// The last n of the sum.
  private static let order = 10

  /// d₀ … dₙ of the lower tail.
  private var coefficients: [Double]
  /// 1/√(harmonic sum of the shapes).
  private let w0: Double
  /// exp(δ(a + b) − δ(a) − δ(b)).
  private let correction: Double

  /// Nothing unless both shapes are large.
  init?(beta a: Double, _ b: Double) {
    guard min(a, b) >= Self.smallestShape else { return nil }
    let ratio = min(a, b) / max(a, b)
    w0 = 1 / (min(a, b) * (1 + ratio)).squareRoot()
    correction = exp(SaddlePoint.stirlingError(a + b) - SaddlePoint.stirlingError(a) - SaddlePoint.stirlingError(b))
    coefficients = Self.coefficients(ratio: ratio, skew: (b - a) / max(a, b))
  }

  /// Nothing unless the shape is large.
  init?(gamma a: Double) {
    guard a >= Self.smallestShape else { return nil }
    w0 = 1 / a.squareRoot()
    correction = exp(-SaddlePoint.stirlingError(a))
    coefficients = Self.coefficients(ratio: 0, skew: 1)
  }

  /// That of the distribution with both tails exchanged.
  var mirrored: LargeShapeExpansion {
    var mirrored = self
    for n in stride(from: 0, through: Self.order, by: 2) { mirrored.coefficients[n] = -coefficients[n] }
    return mirrored
  }

  /// The cumulative probability at a deviance below the mean (`isLower`) or above it.
  func probability(deviance f: Double, isLower: Bool) -> Probability {
    let tail = min(tail(f, sign: isLower ? 1 : -1), 1)
    return isLower ? Probability(below: tail, above: 1 - tail) : Probability(below: 1 - tail, above: tail)
  }

  /// - Parameter sign: That of the coefficients of even n: −1 for the upper tail.
  private func tail(_ f: Double, sign: Double) -> Double {
    let height = exp(-f)
    guard height > 0 else { return 0 }
    let e1 = 0.125.squareRoot()
    let z0 = f.squareRoot()
    // √π/4·e^f·erfc(√f), by its own series where e^f may overflow.
    let scaled = f < 600 ? erfc(z0) / height : (1 - (0.5 - 0.75 / f) / f) / (z0 * Double.pi.squareRoot())
    var even = 0.25 * Double.pi.squareRoot() * scaled
    var odd = e1
    var (evenPower, oddPower) = (z0 * 2.0.squareRoot(), 2 * f)
    var w = w0
    var sum = even + sign * coefficients[0] * w * odd
    for n in stride(from: 2, through: Self.order, by: 2) {
      even = e1 * evenPower + Double(n - 1) * even
      odd = e1 * oddPower + Double(n) * odd
      evenPower *= 2 * f
      oddPower *= 2 * f
      w *= w0
      sum += coefficients[n - 1] * w * even
      w *= w0
      sum += sign * coefficients[n] * w * odd
    }
    return 2 / Double.pi.squareRoot() * height * correction * sum
  }

  /// The coefficients dₙ, by the recursions of the source.
  ///
  /// - Parameters:
  ///   - h: The smaller shape over the larger.
  ///   - skew: (b − a)/max(a, b).
  private static func coefficients(ratio h: Double, skew: Double) -> [Double] {
    let r0 = 1 / (1 + h)
    var a = [skew * 2 / 3]
    var (power, sum) = (1.0, 1.0)
    for n in stride(from: 2, through: order, by: 2) {
      power *= h * h
      a.append(2 * r0 * (1 + h * power) / Double(n + 2))
      sum += power
      a.append(2 * skew * sum / Double(n + 3))
    }
    var c: [Double] = []
    var d: [Double] = []
    for i in 1...(order + 1) {
      let r = -0.5 * Double(i + 1)
      var b = [r * a[0]]
      if i == 1 {
        c.append(-0.5 * a[0])
      } else {
        for m in 2...i {
          let products = (1..<m).reduce(0) { $0 + (Double($1) * r - Double(m - $1)) * a[$1 - 1] * b[m - $1 - 1] }
          b.append(r * a[m - 1] + products / Double(m))
        }
        c.append(b[i - 1] / Double(i + 1))
      }
      d.append(-((1..<i).reduce(0) { $0 + d[i - $1 - 1] * c[$1 - 1] } + c[i - 1]))
    }
    return d
  }
}

internal import Glibc

/// ln over a narrow interval as a polynomial: half the price of a logarithm.
///
/// With an argument of c + h·t, |t| ≤ 1, and r = (c − √(c² − h²))/h, ln(c + h·t) = ln(h/2r) − 2·Σ (−r)ᵏ·Tₖ(t)/k (from the
/// generating function of the Chebyshev polynomials, NIST DLMF 18.12.9, https://dlmf.nist.gov/18.12). The sum ends at degree n = 9
/// where that will do, at 13 otherwise; what is left is at most 2·rⁿ⁺¹/((n + 1)·(1 − r)).
struct LogarithmPolynomial: Hashable, Sendable {
  /// Coefficients of tᵏ, k = 0 … n.
  let coefficients: [Double]
  /// t = offset + scale·x.
  let scale: Double
  let offset: Double

  /// The degrees that the kernel has.
  private static let degrees = [9, 13]
  /// An absolute error no larger than the rounding of a logarithm around −0.4 or 0.3.
  private static let tolerance = 0x1p-55

  /// ln(offset + scale·x) over an interval of x, or nothing where that is too wide or its argument not positive.
  init?(of x: ValueRange, scale: Double, offset: Double) {
    guard let range = x.mapped(scale: scale, offset: offset), range.lower > 0 && range.lower < range.upper else { return nil }
    let centre = range.lower / 2 + range.upper / 2
    let half = range.upper / 2 - range.lower / 2
    // c − √(c² − h²) without its cancellation.
    let r = half / (centre + (range.lower * range.upper).squareRoot())
    func rest(_ degree: Int) -> Double { 2 * pow(r, Double(degree + 1)) / (Double(degree + 1) * (1 - r)) }
    guard let degree = Self.degrees.first(where: { rest($0) <= Self.tolerance }) else { return nil }
    var power = -1.0
    let terms = (1...degree).map { k in
      power *= -r
      return 2 * power / Double(k)
    }
    // At t = 0 the sum is ln c, whose rounding is less than that of r where c is near 1: Tₖ(0) is 1, 0, −1, 0 by turns.
    let atCentre = terms.enumerated().reduce(0.0) { $0 + ($1.offset % 2 == 0 ? 0 : $1.offset % 4 == 1 ? -1 : 1) * $1.element }
    coefficients = Self.powers(ofChebyshev: [Glibc.log(centre) - atCentre] + terms)
    self.scale = scale / half
    // The difference of two numbers that are near each other is exact.
    self.offset = (offset - centre) / half
  }

  /// The coefficients of the powers of t from those of the Chebyshev polynomials.
  private static func powers(ofChebyshev chebyshev: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: chebyshev.count)
    // Smallest terms last: rounding stays far below that of ln itself.
    for (k, coefficient) in chebyshev.enumerated() {
      for power in stride(from: k & 1, through: k, by: 2) { sum[power] += coefficient * chebyshevPolynomials[k][power] }
    }
    return sum
  }

  /// T₀ … T₁₃ as coefficients of the powers of t, by Tₖ₊₁ = 2t·Tₖ − Tₖ₋₁: whole numbers, without rounding.
  private static let chebyshevPolynomials: [[Double]] = {
    var polynomials: [[Double]] = [[1], [0, 1]]
    for k in 1..<13 {
      var next = [0] + polynomials[k].map { 2 * $0 }
      for (power, coefficient) in polynomials[k - 1].enumerated() { next[power] -= coefficient }
      polynomials.append(next)
    }
    return polynomials
  }()
}

internal import Glibc

/// ln over a narrow interval as a polynomial: half the price of a logarithm.
///
/// With an argument of c + h·t, |t| ≤ 1, and r = (c − √(c² − h²))/h, ln(c + h·t) = ln(h/2r) − 2·Σ (−r)ᵏ·Tₖ(t)/k (from the
/// generating function of the Chebyshev polynomials, NIST DLMF 18.12.9, https://dlmf.nist.gov/18.12). The sum ends at degree 13;
/// what is left is at most 2·r¹⁴/(14·(1 − r)).
struct LogarithmPolynomial: Hashable, Sendable {
  /// Coefficients of tᵏ, k = 0 … 13.
  let coefficients: [Double]
  /// t = offset + scale·(argument).
  let scale: Double
  let offset: Double

  /// The degree that the kernel has.
  private static let degree = 13
  static let coefficientCount = degree + 1
  /// An absolute error no larger than the rounding of a logarithm around −0.4 or 0.3.
  private static let tolerance = 0x1p-55

  /// The polynomial over an interval, or nothing where that is too wide or not positive.
  init?(over range: ValueRange) {
    guard range.lower > 0 && range.lower < range.upper else { return nil }
    let centre = range.lower / 2 + range.upper / 2
    let half = range.upper / 2 - range.lower / 2
    // c − √(c² − h²) without its cancellation.
    let r = half / (centre + (range.lower * range.upper).squareRoot())
    let rest = 2 * pow(r, Double(Self.degree + 1)) / (Double(Self.degree + 1) * (1 - r))
    guard rest <= Self.tolerance else { return nil }
    var chebyshev = [Glibc.log(half / (2 * r))]
    for k in 1...Self.degree { chebyshev.append(-2 * pow(-r, Double(k)) / Double(k)) }
    coefficients = Self.powers(ofChebyshev: chebyshev)
    scale = 1 / half
    offset = -centre / half
  }

  private init(coefficients: [Double], scale: Double, offset: Double) {
    self.coefficients = coefficients
    self.scale = scale
    self.offset = offset
  }

  /// The polynomial as a function of x where the argument is offset + scale·x.
  func composed(scale: Double, offset: Double) -> Self {
    Self(coefficients: coefficients, scale: self.scale * scale, offset: self.scale * offset + self.offset)
  }

  /// The coefficients of the powers of t from those of the Chebyshev polynomials, by Tₖ₊₁ = 2t·Tₖ − Tₖ₋₁.
  private static func powers(ofChebyshev chebyshev: [Double]) -> [Double] {
    let count = chebyshev.count
    var previous = [Double](repeating: 0, count: count)
    var current = previous
    previous[0] = 1
    current[1] = 1
    var sum = previous.map { $0 * chebyshev[0] }
    for k in 1..<count {
      // Smallest terms last: rounding stays far below that of ln itself.
      for power in 0...k { sum[power] += chebyshev[k] * current[power] }
      var next = [Double](repeating: 0, count: count)
      for power in 0..<count { next[power] = (power > 0 ? 2 * current[power - 1] : 0) - previous[power] }
      (previous, current) = (current, next)
    }
    return sum
  }
}

/// The root of an increasing function in a bracket, without derivatives.
enum BracketedRoot {
  /// The smallest x in [lower, upper], to the last bits, with f(x) ≥ 0, for an increasing f with f(upper) ≥ 0.
  ///
  /// The bracket is first brought to one sign and one order of magnitude by halving its logarithm, since the root may be 10⁻³⁰⁰.
  /// Then the method of I. Oliveira, R. Takahashi, "An enhancement of the bisection method average performance preserving minmax
  /// optimality", ACM TOMS 47 (2020), DOI 10.1145/3423597 (ITP, with κ₁ = 0.2/width, κ₂ = 2, n₀ = 1): at most one evaluation more
  /// than bisection.
  ///
  /// - Parameter ends: f at both ends, where it is known.
  static func firstCrossing(
    from lower: Double, to upper: Double, where ends: (Double, Double)? = nil, _ f: (Double) -> Double
  ) -> Double {
    var (a, b) = (lower, upper)
    var fa = ends?.0 ?? f(a)
    if fa >= 0 { return a }
    var fb = max(ends?.1 ?? f(b), 0)
    /// Replaces one end of the bracket by x.
    func narrow(at x: Double) {
      let fx = f(x)
      if fx < 0 { (a, fa) = (x, fx) } else { (b, fb) = (x, fx) }
    }
    while let x = magnitudeBetween(a, b) { narrow(at: x) }
    let kappa = 0.2 / (b - a)
    var radius = b - a
    // Down to neighbours but one.
    while b - a > 2 * max(a.ulp, b.ulp) && fb != 0 {
      let middle = a + 0.5 * (b - a)
      let secant = fb > fa ? (fb * a - fa * b) / (fb - fa) : middle
      let pull = min(kappa * (b - a) * (b - a), (middle - secant).magnitude)
      let nudged = secant < middle ? secant + pull : secant - pull
      let room = radius - 0.5 * (b - a)
      radius *= 0.5
      let x = (nudged - middle).magnitude <= room ? nudged : (nudged < middle ? middle - room : middle + room)
      // Strictly inside, so that every step shortens the bracket.
      narrow(at: min(max(x, a.nextUp), b.nextDown))
    }
    return b
  }

  /// A point at which to divide a bracket that spans signs or orders of magnitude; nothing where it does not.
  private static func magnitudeBetween(_ a: Double, _ b: Double) -> Double? {
    if a < 0 && b > 0 { return 0 }
    let (near, far) = (min(a.magnitude, b.magnitude), max(a.magnitude, b.magnitude))
    guard far > 4 * max(near, .leastNormalMagnitude) else { return nil }
    let middle = max(near, .leastNormalMagnitude).squareRoot() * far.squareRoot()
    return b > 0 ? middle : -middle
  }
}

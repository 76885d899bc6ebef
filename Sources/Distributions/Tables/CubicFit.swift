/// Fits cubics to z ↦ Q(Φ(z)), or to its logarithm, where it is smooth, and measures them.
///
/// A cubic is taken when it nowhere falls, stays inside the support whatever the rounding, and misses the quantile by at most
/// half of the tolerance at ⅛, ½ and ⅞ of its cell. The error of a cubic through exact values at 0, ⅓, ⅔ and 1 is largest
/// within 0.003 of ⅛ and ⅞; that of guessed values at ⅓ and ⅔ shows at ½. The other half is for what varies of the derivatives
/// inside a cell.
struct CubicFit {
  let family: any DistributionFamily
  /// What the cubics are of.
  let scale: TableScale
  /// 10⁻⁸ of the width of the central 95 %; of 1 on a logarithmic scale.
  let absoluteTolerance: Double
  /// The tolerance as a part of the quantile, where all values have one sign.
  private let relativeTolerance: Double

  init(_ family: any DistributionFamily, scale: TableScale) {
    self.family = family
    self.scale = scale
    let support = family.support
    relativeTolerance = !scale.isLogarithmic && (support.lower >= 0 || support.upper <= 0) ? 8e-9 : .infinity
    absoluteTolerance =
      scale.isLogarithmic ? 8e-9 : 1e-8 * (family.quantile(Probability(0.975)) - family.quantile(Probability(0.025)))
  }

  /// Q(Φ(z)) on the scale of the table.
  func exact(_ z: Double, near guess: Double? = nil) -> Double {
    guard scale.isLogarithmic else { return family.quantile(StandardNormal.cdf(z), near: guess) }
    return scale.logarithm(ofQuantile: StandardNormal.cdf(z), of: family, near: guess)
  }

  /// The error that a table may make at a quantile.
  func tolerance(at quantile: Double) -> Double {
    guard !scale.isLogarithmic else { return absoluteTolerance }
    return min(absoluteTolerance + 1e-9 * quantile.magnitude, relativeTolerance * quantile.magnitude)
  }

  /// The cubic over [z, z + width] through the exact quantiles at both `ends`, or nothing where none is good enough.
  ///
  /// - Parameters:
  ///   - inner: Good guesses at ⅓ and ⅔; without them these are computed.
  ///   - isHeld: Whether its values will be held inside the support.
  func cubic(
    from z: Double, width: Double, ends: (Double, Double), inner: (Double, Double)? = nil, isHeld: Bool = false
  ) -> Cubic? {
    cubic(
      ends: ends, inner: inner ?? (exact(z + width / 3), exact(z + 2 * width / 3)), allowance: 0.5, isHeld: isHeld,
      reference: { exact(z + $0 * width, near: $1) })
  }

  /// The cubic through the values at both ends, at ⅓ and at ⅔, or nothing where it is not good enough.
  ///
  /// - Parameters:
  ///   - allowance: The part of the tolerance that it may miss the reference by.
  ///   - isHeld: Whether its values will be held inside the support.
  ///   - reference: The quantile at a place in [0, 1] of the cell, given the cubic's value there.
  func cubic(
    ends: (Double, Double), inner: @autoclosure () -> (Double, Double), allowance: Double, isHeld: Bool = false,
    reference: (Double, Double) -> Double
  ) -> Cubic? {
    let rise = scale.isFalling ? ends.0 - ends.1 : ends.1 - ends.0
    guard rise >= 0 else { return nil }
    if rise <= 0.25 * min(absoluteTolerance, tolerance(at: ends.0), tolerance(at: ends.1)) {
      let line = Cubic(from: ends.0, to: ends.1)
      return isHeld || hasRoom(line, ends: ends) ? line : nil
    }
    let (first, second) = inner()
    let cubic = Cubic(ends.0, first, second, ends.1)
    guard scale.isFalling ? cubic.isFalling : cubic.isIncreasing, isHeld || hasRoom(cubic, ends: ends) else { return nil }
    for t in [0.125, 0.5, 0.875] {
      let guess = cubic(t)
      let value = reference(t, guess)
      guard (guess - value).magnitude <= allowance * tolerance(at: value) else { return nil }
    }
    return cubic
  }

  /// Whether no rounding takes a value out of the support.
  ///
  /// On a logarithmic scale values are held inside it.
  private func hasRoom(_ cubic: Cubic, ends: (Double, Double)) -> Bool {
    guard !scale.isLogarithmic else { return true }
    let room = min(ends.0 - scale.support.lower, scale.support.upper - ends.1)
    return room > cubic.roundingError + 4 * max(ends.0.ulp, ends.1.ulp)
  }
}

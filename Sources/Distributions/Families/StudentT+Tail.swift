internal import Glibc

extension StudentT {
  /// Mean and standard deviation given that the value exceeds `bound`, in closed form; nothing where they do not exist.
  ///
  /// With f the density and T_ν the upper tail, ∫ₐ^∞ x·f = (ν + a²)/(ν − 1)·f(a), and (1 + x²/ν)·f is (ν − 1)/(ν − 2) times the
  /// density of ν − 2 degrees of freedom in x·√((ν − 2)/ν). Quadrature cannot follow a tail whose moment hardly exists.
  func tailMoments(above bound: Double) -> (mean: Double?, standardDeviation: Double?) {
    guard degreesOfFreedom > 1, let standard = try? StudentT(degreesOfFreedom: degreesOfFreedom, location: 0, scale: 1) else {
      return (nil, nil)
    }
    let nu = degreesOfFreedom
    let a = (bound - location) / scale
    let mass = standard.cdf(a).above
    let logPeak = logGamma(0.5 * (nu + 1)) - logGamma(0.5 * nu) - 0.5 * log(nu * Double.pi)
    let first: Double
    if a.magnitude < 1e100 {
      first = (nu + a * a) / (nu - 1) * exp(logPeak - 0.5 * (nu + 1) * log1p(a * a / nu)) / mass
    } else {
      // The same where a² is all of ν + a² and may leave the doubles.
      let logSquare = 2 * log(a.magnitude)
      first = exp(logSquare + logPeak - 0.5 * (nu + 1) * (logSquare - log(nu))) / (nu - 1) / mass
    }
    let mean = location + scale * first
    guard nu > 2, let narrower = try? StudentT(degreesOfFreedom: nu - 2, location: 0, scale: 1) else { return (mean, nil) }
    let tail = narrower.cdf(a * ((nu - 2) / nu).squareRoot()).above
    let second = nu * ((nu - 1) / (nu - 2) * (tail / mass) - 1)
    return (mean, scale * (second - first * first).squareRoot())
  }

  /// The distribution of −X.
  var negated: StudentT? { try? StudentT(degreesOfFreedom: degreesOfFreedom, location: -location, scale: scale) }
}

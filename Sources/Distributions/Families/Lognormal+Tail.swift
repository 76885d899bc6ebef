internal import Glibc

extension Lognormal {
  /// Mean and standard deviation given that the value exceeds `bound`, in closed form; nothing where they leave the doubles.
  ///
  /// With α the bound's standard normal score, E(Xᵏ; X > bound) = exp(kμ + k²σ²/2)·P(Z > α − kσ). The k-th moment comes from z near
  /// kσ, which quadrature of the quantile function cannot reach where σ is large.
  func tailMoments(above bound: Double) -> (mean: Double?, standardDeviation: Double?) {
    let sigma = logStandardDeviation
    let score = bound > 0 ? (log(bound) - logMean) / sigma : -.infinity
    let logMass = log(StandardNormal.cdf(score).above)
    let logFirst = logMean + 0.5 * sigma * sigma + log(StandardNormal.cdf(score - sigma).above) - logMass
    let logSecond = 2 * (logMean + sigma * sigma) + log(StandardNormal.cdf(score - 2 * sigma).above) - logMass
    let mean = exp(logFirst)
    guard mean.isFinite else { return (nil, nil) }
    let deviation = Distributions.standardDeviation(mean: mean, logRatio: logSecond - 2 * logFirst)
    return (mean, deviation.isFinite ? deviation : nil)
  }
}

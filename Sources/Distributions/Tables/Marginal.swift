/// How the engine turns uniforms or standard normals into draws of a distribution.
package enum Marginal: Sendable {
  /// The same value in every draw.
  case constant(Double)
  /// lower + width·u for a uniform u of (0, 1).
  case uniform(lower: Double, width: Double)
  /// mean + standardDeviation·z for a standard normal z.
  case normal(mean: Double, standardDeviation: Double)
  /// exp(logMean + logStandardDeviation·z) for a standard normal z.
  case exponentialOfNormal(logMean: Double, logStandardDeviation: Double)
  /// The tabulated quantile at the probability of a standard normal.
  case table(QuantileTable)
}

extension Distribution {
  /// The cheapest form for an independent draw.
  ///
  /// Builds a table where there is no closed form; see ``QuantileTable`` for what that takes.
  package var marginal: Marginal {
    if case .uniform(let family) = kind { return .uniform(lower: family.lower, width: family.width) }
    return gaussianMarginal
  }

  /// The form as a function of a standard normal, for draws that depend on each other; never `uniform`.
  ///
  /// Builds a table where there is no closed form; see ``QuantileTable`` for what that takes.
  package var gaussianMarginal: Marginal {
    if let value = constantValue { return .constant(value) }
    switch kind {
    case .normal(let family): return .normal(mean: family.location, standardDeviation: family.scale)
    case .lognormal(let family):
      return .exponentialOfNormal(logMean: family.logMean, logStandardDeviation: family.logStandardDeviation)
    default: return .table(QuantileTable(self))
    }
  }
}

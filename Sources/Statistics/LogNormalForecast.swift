internal import Glibc

/// A forecast of a ratio y whose logarithm is normal, ln y ~ N(m, S²), and its scores in closed form.
///
/// Tested against quadrature of the definition and against draws.
package struct LogNormalForecast: Hashable, Sendable {
  /// m.
  package let mean: Double
  /// S; 0 is a forecast of one number.
  package let deviation: Double

  package init(mean: Double, deviation: Double) {
    precondition(mean.isFinite && deviation.isFinite && deviation >= 0, "a normal law has a mean and a deviation")
    self.mean = mean
    self.deviation = deviation
  }

  /// The CRPS of ln y, nothing where y is not above 0.
  ///
  /// S(w(2Φ(w) − 1) + 2φ(w) − 1/√π), w = (ln y − m)/S (T. Gneiting, A. E. Raftery (2007), doi:10.1198/016214506000001437).
  package func crpsOfLog(_ ratio: Double) -> Double? {
    guard ratio > 0 else { return nil }
    guard deviation > 0 else { return (log(ratio) - mean).magnitude }
    let w = (log(ratio) - mean) / deviation
    let density = exp(-0.5 * w * w) / (2 * Double.pi).squareRoot()
    return deviation * (w * (2 * Self.cumulative(w) - 1) + 2 * density - 1 / Double.pi.squareRoot())
  }

  /// The CRPS of y itself.
  ///
  /// y(2Φ(w) − 1) − 2·e^(m + S²/2)·(Φ(w − S) + Φ(S/√2) − 1) (S. Baran, S. Lerch (2015), doi:10.1002/qj.2521).
  package func crps(_ ratio: Double) -> Double {
    guard deviation > 0 else { return (ratio - exp(mean)).magnitude }
    let w = ratio > 0 ? (log(ratio) - mean) / deviation : -.infinity
    return ratio * (2 * Self.cumulative(w) - 1)
      - 2 * exp(mean + 0.5 * deviation * deviation)
      * (Self.cumulative(w - deviation) + Self.cumulative(deviation / 2.0.squareRoot()) - 1)
  }

  /// Pinball losses of y at ``ForecastScore/levels``.
  package func pinballLosses(_ ratio: Double) -> [Double] {
    losses(ratio, of: Self.deviates.map { exp(mean + deviation * $0) })
  }

  /// The same of ln y, nothing where y is not above 0.
  package func pinballLossesOfLog(_ ratio: Double) -> [Double]? {
    ratio > 0 ? losses(log(ratio), of: Self.deviates.map { mean + deviation * $0 }) : nil
  }

  private func losses(_ observation: Double, of quantiles: [Double]) -> [Double] {
    zip(ForecastScore.levels, quantiles).map { ForecastScore.pinballLoss(of: $1, level: $0, observation: observation) }
  }

  /// Standard normal quantiles of ``ForecastScore/levels``.
  private static let deviates = [-1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722]

  private static func cumulative(_ w: Double) -> Double { 0.5 * erfc(-w / 2.0.squareRoot()) }
}

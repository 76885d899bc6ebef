internal import Glibc
internal import Statistics

/// The scores of one actual.
package struct ActualScore: Sendable {
  /// Who made a forecast.
  package enum Forecaster: String, CaseIterable, Sendable {
    case model
    /// No change.
    case unchanged = "a"
    /// No change, with the spread of the history.
    case unchangedWithSpread = "a_prime"
    /// Last year's growth of the flow, with that spread.
    case lastGrowth = "b"
  }

  /// The scores of a forecast in one unit.
  package struct Loss: Hashable, Sendable {
    package let crps: Double
    /// At ``ForecastScore/levels``.
    package let pinball: [Double]
  }

  package let actual: Actual
  /// Percentiles of the forecast change, %, at ``ForecastScore/levels``; none where there is no forecast.
  package let quantiles: [Double]
  /// (F(y−) + F(y))/2 of the model's forecast; nothing where there is none.
  package let pit: Double?
  /// In points of the change in percent, by forecaster; nothing where that one makes no forecast.
  package let percent: [Forecaster: Loss]
  /// In logarithms; nothing also where the actual, or some draw, is 0.
  package let log: [Forecaster: Loss]

  /// - Parameters:
  ///   - draws: Of the forecast ratio.
  ///   - naive: A, A' and B.
  init(_ actual: Actual, draws: [Double], naive: [LogNormalForecast?]) {
    self.actual = actual
    let ratio = actual.ratio
    var percent: [Forecaster: Loss] = [:]
    var log: [Forecaster: Loss] = [:]
    let own = ForecastScore(draws.map { 100 * ($0 - 1) }, observation: 100 * (ratio - 1))
    pit = own?.pit
    quantiles = own?.quantiles ?? []
    percent[.model] = own.map { Loss(crps: $0.crps, pinball: $0.pinballLosses) }
    if ratio > 0, draws.allSatisfy({ $0 > 0 }) {
      log[.model] = ForecastScore(draws.map { Glibc.log($0) }, observation: Glibc.log(ratio))
        .map { Loss(crps: $0.crps, pinball: $0.pinballLosses) }
    }
    for (forecaster, forecast) in zip(Forecaster.allCases.dropFirst(), naive) {
      guard let forecast else { continue }
      percent[forecaster] = Loss(crps: 100 * forecast.crps(ratio), pinball: forecast.pinballLosses(ratio).map { 100 * $0 })
      if let crps = forecast.crpsOfLog(ratio), let pinball = forecast.pinballLossesOfLog(ratio) {
        log[forecaster] = Loss(crps: crps, pinball: pinball)
      }
    }
    self.percent = percent
    self.log = log
  }

  /// The change on the base year that was counted, %.
  package var change: Double { 100 * (actual.ratio - 1) }

  /// Whether the central interval that leaves `tail` on either side held it; nothing without a forecast.
  package func isWithin(tail: Double) -> Bool? { pit.map { $0 >= tail && $0 <= 1 - tail } }
}

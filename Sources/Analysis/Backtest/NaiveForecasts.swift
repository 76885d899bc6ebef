internal import Statistics

/// What a forecast has to beat: no change, with and without a spread, and last year's growth carried on (the model's §9a).
package struct NaiveForecasts: Sendable {
  /// S.
  package let deviation: Double
  /// Log changes on the year before that S rests on; where there are fewer than ten it is ``usualDeviation``.
  package let changes: Int
  private let growth: [Double?]

  /// S without history: the standard deviation of a quarter's log change on the year before that was recorded where the noise's
  /// priors come from.
  package static let usualDeviation = 0.17
  /// Changes that a standard deviation is taken of.
  package static let leastChanges = 10

  init(_ records: BacktestRecords) {
    growth = records.lastGrowth
    let all = records.yearlyChanges
    changes = all.count
    if all.count < Self.leastChanges {
      deviation = Self.usualDeviation
    } else {
      let mean = all.reduce(0, +) / Double(all.count)
      deviation = (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)).squareRoot()
    }
  }

  /// Whether S is that of the history.
  package var isOfHistory: Bool { changes >= Self.leastChanges }

  /// A, A' and B, the last where the flow has a history.
  func forecasts(of actual: Int) -> [LogNormalForecast?] {
    [
      LogNormalForecast(mean: 0, deviation: 0), LogNormalForecast(mean: 0, deviation: deviation),
      growth[actual].map { LogNormalForecast(mean: $0, deviation: deviation) },
    ]
  }
}

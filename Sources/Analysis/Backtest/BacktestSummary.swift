package import Statistics
import TariffModel

/// The scores of some actuals together.
package struct BacktestSummary: Sendable {
  package let part: BacktestResult.Part
  package let name: String
  /// Those that have a forecast.
  package let actuals: Int
  /// Pairs of origin and period.
  package let clusters: Int
  /// How often intervals of 90 and of 50 % held what was counted; nothing without actuals.
  package let coverage90: ForecastCoverage?
  package let coverage50: ForecastCoverage?
  /// Means in points and in logarithms, by forecaster; unweighted.
  package let percent: [ActualScore.Forecaster: MeanLoss]
  package let log: [ActualScore.Forecaster: MeanLoss]
  /// Counts of the PIT in ten bins from 0 to 1.
  package let pitCounts: [Int]

  /// The mean scores of a forecaster.
  package struct MeanLoss: Hashable, Sendable {
    package let actuals: Int
    package let crps: Double
    /// The mean over clusters of the clusters' means.
    package let crpsByCluster: Double
    package let pinball: [Double]
    /// The mean CRPS of the model over the same actuals.
    package let crpsOfModel: Double
  }

  init(part: BacktestResult.Part, name: String, _ scores: [ActualScore]) {
    self.part = part
    self.name = name
    let known = scores.filter { $0.pit != nil }
    actuals = known.count
    let byCluster = Self.clusters(of: known)
    clusters = byCluster.count
    coverage90 = ForecastCoverage(byCluster.map { $0.compactMap { $0.isWithin(tail: 0.05) } })
    coverage50 = ForecastCoverage(byCluster.map { $0.compactMap { $0.isWithin(tail: 0.25) } })
    percent = Self.means(known) { $0.percent }
    log = Self.means(known) { $0.log }
    var counts = [Int](repeating: 0, count: 10)
    for score in known { counts[min(9, Int((score.pit ?? 0) * 10))] += 1 }
    pitCounts = counts
  }

  private static func clusters(of scores: [ActualScore]) -> [[ActualScore]] {
    let groups = Dictionary(grouping: scores, by: \.actual.cluster)
    return scores.map(\.actual.cluster).uniqued.compactMap { groups[$0] }
  }

  private static func means(
    _ scores: [ActualScore], _ losses: (ActualScore) -> [ActualScore.Forecaster: ActualScore.Loss]
  ) -> [ActualScore.Forecaster: MeanLoss] {
    var means: [ActualScore.Forecaster: MeanLoss] = [:]
    for forecaster in ActualScore.Forecaster.allCases {
      // A forecaster is compared over what the model has a score of too.
      let own = scores.filter { losses($0)[forecaster] != nil && losses($0)[.model] != nil }
      guard !own.isEmpty else { continue }
      func crps(_ scores: [ActualScore], _ who: ActualScore.Forecaster) -> Double {
        scores.reduce(0) { $0 + (losses($1)[who]?.crps ?? 0) } / Double(scores.count)
      }
      let byCluster = clusters(of: own)
      means[forecaster] = MeanLoss(
        actuals: own.count, crps: crps(own, forecaster),
        crpsByCluster: byCluster.reduce(0) { $0 + crps($1, forecaster) } / Double(byCluster.count),
        pinball: ForecastScore.levels.indices.map { level in
          own.reduce(0) { $0 + (losses($1)[forecaster]?.pinball[level] ?? 0) } / Double(own.count)
        }, crpsOfModel: crps(own, .model))
    }
    return means
  }

  /// The model's mean CRPS of logarithms over that of the better naive forecast with a spread, each over the actuals that both have;
  /// nothing where there is none, or where the naive one is perfect.
  package var ratioToNaive: Double? {
    let ratios = [ActualScore.Forecaster.unchangedWithSpread, .lastGrowth].compactMap { forecaster -> Double? in
      guard let mean = log[forecaster], mean.crps > 0 else { return nil }
      return mean.crpsOfModel / mean.crps
    }
    return ratios.max()
  }
}

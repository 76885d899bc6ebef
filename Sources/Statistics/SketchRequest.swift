/// What is asked of an outcome's distribution.
package struct SketchRequest: Hashable, Sendable {
  /// In percent, each in [0, 100]; the summary answers in this order.
  package var percentiles: [Double]
  /// Levels whose probability of being undercut is wanted; finite; the summary answers in this order.
  package var thresholds: [Double]
  /// Size of the expected-shortfall tails in percent, in (0, 50].
  package var shortfallPercent: Double
  /// Bins of the histogram, at least 1.
  package var histogramBins: Int

  package init(percentiles: [Double], thresholds: [Double] = [], shortfallPercent: Double = 5, histogramBins: Int = 40) {
    precondition(percentiles.allSatisfy { $0 >= 0 && $0 <= 100 }, "a percentile must lie between 0 and 100")
    precondition(thresholds.allSatisfy(\.isFinite), "a threshold must be a finite number")
    precondition(shortfallPercent > 0 && shortfallPercent <= 50, "a shortfall tail must be over 0 and at most 50 percent")
    precondition(histogramBins >= 1, "a histogram needs at least one bin")
    self.percentiles = percentiles
    self.thresholds = thresholds
    self.shortfallPercent = shortfallPercent
    self.histogramBins = histogramBins
  }

  /// This request followed by what `other` asks beyond it; tails and histogram stay this request's.
  package func union(_ other: Self) -> Self {
    var both = self
    let (ownPercentiles, ownThresholds) = (Set(percentiles), Set(thresholds))
    both.percentiles += other.percentiles.filter { !ownPercentiles.contains($0) }
    both.thresholds += other.thresholds.filter { !ownThresholds.contains($0) }
    return both
  }
}

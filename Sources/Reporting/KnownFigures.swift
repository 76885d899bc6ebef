internal import Statistics

/// What tables and charts need of a distribution: of a summary, or of one that was read back from a result's files.
struct KnownFigures {
  struct Percentile {
    var percent: Double
    var value: Double
    /// Nothing where the draws are too few to tell.
    var standardError: Double?
  }

  /// An interval between two percentiles that lie evenly around the median.
  struct Interval: Hashable {
    var range: ClosedRange<Double>
    /// Share of the draws between the ends, in percent.
    var percent: Double
  }

  var percentiles: [Percentile]
  var mean: (value: Double, standardError: Double?)?
  var minimum: Double
  /// Whether all of several draws are one number.
  var isCertain: Bool

  /// The median, or the mean where the median was not asked for, or the percentile nearest it where there is no mean.
  var centre: (value: Double, name: String?) {
    let nearest = percentiles.min { abs($0.percent - 50) < abs($1.percent - 50) }
    if nearest?.percent != 50, let mean { return (mean.value, isCertain ? nil : "mean") }
    // A run is asked for one percentile at least.
    guard let nearest else { return (minimum, isCertain ? nil : "least draw") }
    return (nearest.value, isCertain ? nil : nearest.percent == 50 ? "median" : "P" + NumberText.exact(nearest.percent))
  }

  /// The intervals between percentiles p and 100 − p, in the order of p.
  ///
  /// None of what is certain, and none where the draws are too few to tell its ends. Percentiles 0 and 100 are the least and the
  /// greatest draw and span no share of the law. O(percentiles).
  var intervals: [Interval] {
    if isCertain { return [] }
    let byPercent = Dictionary(percentiles.map { ($0.percent, $0) }) { first, _ in first }
    return percentiles.compactMap { low in
      guard low.percent > 0, low.percent < 50, low.standardError != nil else { return nil }
      guard let high = byPercent[100 - low.percent], high.standardError != nil, low.value <= high.value else { return nil }
      return Interval(range: low.value...high.value, percent: 100 - 2 * low.percent)
    }
  }

  /// The 90 % interval, or the widest.
  var outerInterval: Interval? { intervals.first { $0.percent == 90 } ?? intervals.max { $0.percent < $1.percent } }

  /// The 50 % interval, or the narrowest; nothing where that is the outer one.
  var innerInterval: Interval? {
    let narrow = intervals.first { $0.percent == 50 } ?? intervals.min { $0.percent < $1.percent }
    return narrow == outerInterval ? nil : narrow
  }

  /// The last digit that the Monte Carlo error supports, of at most so many.
  func place(digits: Int) -> Int {
    let values = percentiles.map(\.value) + [mean?.value].compactMap { $0 }
    return ShownDigits.place(
      largest: values.map(\.magnitude).max() ?? 0, standardErrors: percentiles.map(\.standardError) + [mean?.standardError],
      digits: digits)
  }
}

extension KnownFigures {
  /// Those of a summary, with every number multiplied by `scale`.
  init(_ summary: SampleSummary, scale: Double) {
    percentiles = summary.percentiles.map {
      Percentile(
        percent: $0.percent, value: $0.value * scale,
        standardError: summary.draws > 1 ? $0.standardError.map { $0 * scale } : nil)
    }
    mean = summary.toldMean.map { ($0.value * scale, $0.standardError.map { $0 * scale }) }
    minimum = summary.minimum * scale
    isCertain = summary.draws > 1 && summary.minimum == summary.maximum
  }
}

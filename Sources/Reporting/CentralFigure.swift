internal import Statistics

/// An outcome in a few words: its middle and the interval around it.
struct CentralFigure {
  /// The median, or the mean where the run was not asked for the median, or where there is no mean the percentile nearest the
  /// median.
  var centre: Double
  /// What the centre is: `median`, `mean`, `P40`; nothing where the number is certain.
  var middle: String?
  /// The widest of the asked percentiles that lie evenly around the median, but the 90 % interval where it is there.
  ///
  /// None from a single draw, of what is certain, and where the draws are too few to tell its ends. Percentiles 0 and 100 are the
  /// least and the greatest draw and span no share of the law.
  var interval: ClosedRange<Double>?
  /// Share of the draws in the interval, in percent.
  var intervalPercent: Double
  /// The last digit that the Monte Carlo error supports.
  var place: Int

  init(_ summary: SampleSummary, scale: Double = 1, digits: Int = 4) {
    let isCertain = summary.draws > 1 && summary.minimum == summary.maximum
    let nearest = summary.percentiles.min { abs($0.percent - 50) < abs($1.percent - 50) }
    if nearest?.percent != 50, let mean = summary.toldMean {
      centre = mean.value * scale
      middle = "mean"
    } else {
      // A run is asked for one percentile at least.
      centre = (nearest?.value ?? summary.minimum) * scale
      middle = nearest.map { $0.percent == 50 ? "median" : "P" + NumberText.exact($0.percent) } ?? "least draw"
    }
    if isCertain { middle = nil }
    let byPercent = Dictionary(summary.percentiles.map { ($0.percent, $0) }) { first, _ in first }
    let pairs = summary.percentiles.compactMap { low -> (Double, ClosedRange<Double>)? in
      guard summary.draws > 1, !isCertain, low.percent > 0, low.percent < 50 else { return nil }
      guard let high = byPercent[100 - low.percent], low.value <= high.value else { return nil }
      guard low.interval != nil, high.interval != nil else { return nil }
      return (100 - 2 * low.percent, low.value * scale...high.value * scale)
    }
    let chosen = pairs.first { $0.0 == 90 } ?? pairs.max { $0.0 < $1.0 }
    interval = chosen?.1
    intervalPercent = chosen?.0 ?? 0
    place = ShownDigits.place(of: summary, scale: scale, digits: digits)
  }

  /// `-19 (-33 to -9)`.
  var cell: String {
    let ends = interval.map { " (\(shown($0.lowerBound)) to \(shown($0.upperBound)))" }
    return shown(centre) + (ends ?? "")
  }

  /// What a cell shows: `median (90 % interval)`.
  var meaning: String {
    let centre = middle ?? "certain"
    return interval == nil ? centre : centre + " (\(NumberText.exact(intervalPercent)) % interval)"
  }

  /// What the cells of a table show: the same for all but those that are certain.
  static func meaning(of figures: [CentralFigure]) -> String {
    (figures.first { $0.interval != nil } ?? figures.first { $0.middle != nil } ?? figures.first)?.meaning ?? ""
  }

  func shown(_ value: Double) -> String { NumberText.rounded(value, place: place) }
}

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
    self.init(KnownFigures(summary, scale: scale), digits: digits)
  }

  init(_ figures: KnownFigures, digits: Int = 4) {
    (centre, middle) = figures.centre
    let outer = figures.outerInterval
    interval = outer?.range
    intervalPercent = outer?.percent ?? 0
    place = figures.place(digits: digits)
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

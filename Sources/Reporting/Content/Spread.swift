/// An outcome's distribution in the few numbers that a chart shows: a middle and two intervals around it.
struct Spread {
  /// The median, or where it was not asked for the mean, or the percentile nearest it.
  let middle: Double
  /// What the middle is: `median`, `mean`, `P40`; nothing where the outcome is certain.
  let middleName: String?
  /// The 50 % interval, or the narrowest of the asked percentiles that lie evenly around the median.
  let inner: Interval?
  /// The 90 % interval, or the widest of them.
  let outer: Interval?
  /// The last digit that the Monte Carlo error supports.
  let place: Int

  struct Interval: Hashable {
    let range: ClosedRange<Double>
    /// Share of the draws between the ends, in percent.
    let percent: Double
  }

  /// Fractions are told in percent; nothing where the outcome is defined in no draw.
  init?(_ figures: OutcomeFigures) {
    guard figures.histogram != nil else { return nil }
    let scale = figures.displayScale
    let isCertain = figures.minimum == figures.maximum
    let nearest = figures.percentiles.min { abs($0.percent - 50) < abs($1.percent - 50) }
    let mean = figures.statistic("mean")
    if nearest?.percent != 50, let value = mean?.value {
      middle = value * scale
      middleName = isCertain ? nil : "mean"
    } else {
      middle = (nearest?.value ?? figures.minimum) * scale
      middleName = isCertain ? nil : nearest.map { $0.percent == 50 ? "median" : "P" + NumberText.exact($0.percent) }
    }
    let intervals = isCertain ? [] : Self.intervals(figures, scale: scale)
    outer = intervals.first { $0.percent == 90 } ?? intervals.max { $0.percent < $1.percent }
    let narrow = intervals.first { $0.percent == 50 } ?? intervals.min { $0.percent < $1.percent }
    inner = narrow == outer ? nil : narrow
    let values = figures.percentiles.map(\.value) + [mean?.value].compactMap { $0 }
    place = ShownDigits.place(
      largest: (values.map(\.magnitude).max() ?? 0) * scale,
      standardErrors: figures.percentiles.map { percentile in
        guard let low = percentile.low, let high = percentile.high else { return nil }
        return (high - low) * scale / (2 * 1.959963984540054)
      } + [mean?.standardError.map { $0 * scale }], digits: 4)
  }

  /// The intervals between percentiles p and 100 − p; 0 and 100 are the least and the greatest draw and span no share of the law.
  private static func intervals(_ figures: OutcomeFigures, scale: Double) -> [Interval] {
    figures.percentiles.compactMap { low in
      guard low.percent > 0, low.percent < 50, low.low != nil else { return nil }
      guard let high = figures.percentiles.first(where: { $0.percent == 100 - low.percent }), high.low != nil else { return nil }
      guard low.value <= high.value else { return nil }
      return Interval(range: low.value * scale...high.value * scale, percent: 100 - 2 * low.percent)
    }
  }

  /// `−810 (−1,320 to −500)`.
  var figures: String {
    let ends = outer.map { " (\(shown($0.range.lowerBound)) to \(shown($0.range.upperBound)))" } ?? ""
    return shown(middle) + ends
  }

  func shown(_ value: Double) -> String { ShownNumber.text(value, place: place) }

  /// What the marks of a chart of such spreads mean.
  static func note(_ spreads: [Spread]) -> String {
    var words: [String] = []
    if let outer = spreads.compactMap(\.outer).first { words.append("Line: \(NumberText.exact(outer.percent)) % of the draws") }
    if let inner = spreads.compactMap(\.inner).first {
      words.append(inner.percent == 50 ? "box: the middle half" : "box: \(NumberText.exact(inner.percent)) %")
    }
    if let name = spreads.compactMap(\.middleName).first { words.append("bar: the \(name)") }
    if spreads.contains(where: { $0.middleName == nil }) { words.append("dot: certain") }
    guard let first = words.first else { return "" }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()).joined(separator: "; ") + "."
  }
}

extension OutcomeFigures {
  /// What a value is multiplied by for people: fractions are shown in percent.
  var displayScale: Double { unit == "fraction" ? 100 : 1 }

  /// The unit for people.
  var displayUnit: String { unit == "fraction" ? "%" : unit }

  /// The quantity for itself, as in `Export revenue change`.
  var displayName: String { Self.displayName(outcome) }

  /// Quantity and unit, as in `Export revenue change, %`.
  var axis: String {
    let ofGDP = outcome.hasSuffix("_gdp_pct") ? " of GDP" : ""
    return displayName + ", " + displayUnit + ofGDP
  }

  /// An outcome's name in files as words.
  static func displayName(_ outcome: String) -> String {
    var name = outcome
    for ending in ["_gdp_pct", "_pct"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
    let words = name.replacing("_", with: " ").replacing("gdp", with: "GDP")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// An outcome's distribution as a chart shows it: a middle and two intervals around it.
struct Spread {
  /// Middle and outer interval.
  let central: CentralFigure
  let inner: KnownFigures.Interval?

  /// Nothing where the outcome is defined in no draw.
  init?(_ figures: OutcomeFigures) {
    guard figures.isDefined else { return nil }
    let known = figures.known
    central = CentralFigure(known)
    inner = known.innerInterval
  }

  var middle: Double { central.centre }
  var outer: ClosedRange<Double>? { central.interval }
  /// The last digit that is worth showing; what is nothing in every draw is 0.
  var place: Int { central.centre == 0 && central.middle == nil ? 0 : central.place }

  /// `−810 (−1,320 to −500)`.
  var figures: String {
    let ends = outer.map { " (\(shown($0.lowerBound)) to \(shown($0.upperBound)))" } ?? ""
    return shown(middle) + ends
  }

  func shown(_ value: Double) -> String { ShownNumber.text(value, place: place) }

  /// What the marks of a chart of such spreads mean.
  static func note(_ spreads: [Spread]) -> String {
    var words: [String] = []
    if let central = spreads.map(\.central).first(where: { $0.interval != nil }) {
      words.append("Line: \(NumberText.exact(central.intervalPercent)) % of the draws")
    }
    if let inner = spreads.compactMap(\.inner).first {
      words.append(inner.percent == 50 ? "box: the middle half" : "box: \(NumberText.exact(inner.percent)) %")
    }
    if let name = spreads.compactMap(\.central.middle).first { words.append("bar: the \(name)") }
    if spreads.contains(where: { $0.central.middle == nil }) { words.append("dot: certain") }
    guard let first = words.first else { return "" }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()).joined(separator: "; ") + "."
  }
}

extension OutcomeFigures {
  /// What charts need; fractions in percent.
  var known: KnownFigures {
    let scale = displayScale
    let mean = statistic("mean")
    return KnownFigures(
      percentiles: percentiles.map { percentile in
        let width = percentile.low.flatMap { low in percentile.high.map { $0 - low } }
        return KnownFigures.Percentile(
          percent: percentile.percent, value: percentile.value * scale,
          standardError: draws > 1 ? width.map { $0 * scale / (2 * 1.959963984540054) } : nil)
      }, mean: mean?.value.map { ($0 * scale, mean?.standardError.map { $0 * scale }) }, minimum: minimum * scale,
      isCertain: isCertain)
  }

  /// What a value is multiplied by for people: fractions are shown in percent.
  var displayScale: Double { unit == "fraction" ? 100 : 1 }

  /// Whether 0 has a meaning on its axis: a change, and no level.
  var isChange: Bool { outcome.contains("change") }

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

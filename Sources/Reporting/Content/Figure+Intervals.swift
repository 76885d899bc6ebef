/// An outcome that has a row of its own in a figure.
struct FigurePlace {
  let figures: OutcomeFigures
  /// What its row is called.
  let label: String
}

extension Figure {
  /// An interval chart of some outcomes of one kind, with its table; nothing where none is defined.
  ///
  /// - Parameter axis: Quantity and unit, where they are not the outcome's own.
  static func intervals(
    _ places: [FigurePlace], name: String, title: String, axis: String? = nil, thresholds: [Double] = [], showsZero: Bool,
    foldsTable: Bool = false
  ) -> Figure? {
    let drawn = places.compactMap { place in Spread(place.figures).map { (place, $0) } }
    guard let first = drawn.first?.0.figures else { return nil }
    let rows = drawn.map { place, spread in
      IntervalChart.Row(
        label: place.label, middle: spread.middle, inner: spread.inner?.range, outer: spread.outer,
        figures: spread.figures)
    }
    return Figure(
      name: name, title: title, note: Spread.note(drawn.map(\.1)),
      chart: .intervals(
        IntervalChart(axis: axis ?? first.axis, rows: rows, thresholds: thresholds, showsZero: showsZero)),
      table: .percentiles(drawn.map(\.0), title: title, axis: axis), foldsTable: foldsTable)
  }
}

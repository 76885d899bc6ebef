/// A sweep as `summary.json` has it: the figures of every variant.
package struct SweptDocument: Hashable, Sendable {
  /// What is varied together, and the values of each.
  package var axes: [[Coordinate]]
  /// The values that differences are taken from, as in `measures/reciprocal/rate = 0`; empty where none are taken.
  package var against: [RunDescription.Override]
  package var variants: [Variant]

  package struct Coordinate: Hashable, Sendable {
    package var name: String
    /// As they are typed.
    package var values: [String]
  }

  package struct Variant: Hashable, Sendable {
    /// The place on each axis.
    package var places: [Int]
    package var outcomes: [Figures]
    /// Why it has no figures.
    package var failure: String?
  }

  /// An outcome of a variant.
  package struct Figures: Hashable, Sendable {
    package var scenario: String
    package var period: String
    package var level: OutcomeFigures
    /// Less the same in the variant that differences are taken from.
    package var difference: OutcomeFigures?
  }

  /// The values of a place on an axis, in a few words.
  package func label(axis: Int, place: Int) -> String { axes[axis].map { $0.values[place] }.joined(separator: ", ") }

  /// What an axis varies, by the last two parts of the paths.
  package func name(axis: Int) -> String {
    TextLayout.list(axes[axis].map { $0.name.split(separator: "/").suffix(2).joined(separator: "/") })
  }
}

extension SummaryReader {
  /// Reads a sweep.
  func sweep(_ value: JSONValue, draws: Int) throws(ResultReadingFailure) -> SweptDocument {
    let axes = try array("axes", in: value).map { axis throws(ResultReadingFailure) in
      try (axis.elements ?? []).map { coordinate throws(ResultReadingFailure) in
        SweptDocument.Coordinate(
          name: try text("coordinate", in: coordinate),
          values: try array("values", in: coordinate).compactMap(\.textValue))
      }
    }
    guard axes.allSatisfy({ axis in axis.allSatisfy { $0.values.count == axis[0].values.count } && !axis.isEmpty }) else {
      throw lacking("axes")
    }
    let against = (value["against"]?.members ?? []).compactMap { member in
      member.value.textValue.map { RunDescription.Override(path: member.name, value: $0) }
    }
    let counts = axes.map { $0[0].values.count }
    let entries = try array("variants", in: value)
    guard counts.reduce(1, { $0.multipliedReportingOverflow(by: $1).partialValue }) == entries.count else {
      throw lacking("variants")
    }
    var variants: [SweptDocument.Variant] = []
    for (number, entry) in entries.enumerated() {
      // The last axis runs fastest.
      var rest = number
      let places = counts.reversed().map { count in
        defer { rest /= count }
        return rest % count
      }
      var outcomes: [SweptDocument.Figures] = []
      if entry["failed"] == nil {
        for outcome in try array("outcomes", in: entry) {
          let figures = try swept(outcome, draws: draws)
          // Levels and differences of an outcome stand apart.
          let own = outcomes.firstIndex {
            ($0.scenario, $0.period) == (figures.scenario, figures.period)
              && ($0.level.outcome, $0.level.group) == (figures.level.outcome, figures.level.group)
          }
          if let own, figures.difference != nil {
            outcomes[own].difference = figures.difference
          } else {
            outcomes.append(figures)
          }
        }
      }
      variants.append(
        SweptDocument.Variant(places: places.reversed(), outcomes: outcomes, failure: entry["failed"]?.textValue))
    }
    return SweptDocument(axes: axes, against: against, variants: variants)
  }

  private func swept(_ value: JSONValue, draws: Int) throws(ResultReadingFailure) -> SweptDocument.Figures {
    let (outcome, group, unit) = (
      try text("outcome", in: value), try text("group", in: value), try text("unit", in: value)
    )
    let statistics = Self.statistics(value["statistics"])
    func figures(_ prefix: String) -> OutcomeFigures {
      OutcomeFigures(outcome: outcome, group: group, unit: unit, statistics: statistics, prefix: prefix, draws: draws)
    }
    let difference = figures("difference_")
    return SweptDocument.Figures(
      scenario: try text("scenario", in: value), period: try text("period", in: value), level: figures(""),
      difference: difference.isDefined ? difference : nil)
  }
}

extension Study {
  /// Some periods whose outcomes are summed, under the name by which the sum is reported.
  struct Span {
    let name: String
    /// Positions in the study's periods.
    let periods: [Int]
  }

  /// The sums over periods that are reported: the running totals, where the study asks for them, then the total.
  ///
  /// None where the study has one period or where periods overlap, because a day would count twice.
  var spans: [Span] {
    guard periods.count > 1, overlappingPeriods == nil else { return [] }
    let order = periods.indices.sorted { periods[$0].start < periods[$1].start }
    let running =
      reportsRunningTotals
      ? order.indices.dropFirst().dropLast().map { last in
        Span(name: OutcomeKey.runningTotal(to: periods[order[last]].name), periods: Array(order[...last]))
      } : []
    return running + [Span(name: OutcomeKey.allPeriods, periods: order)]
  }

  /// The first two periods that share a day.
  var overlappingPeriods: (first: String, second: String)? {
    let sorted = periods.sorted { $0.start < $1.start }
    return zip(sorted, sorted.dropFirst()).first { $1.start <= $0.end }.map { ($0.name, $1.name) }
  }
}

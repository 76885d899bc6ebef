internal import Expressions

/// A scenario's measures through all periods, which are asked when the duty on goods first differed from the base data.
struct DutyHistory {
  /// One period with its measures, whose content rules answer the commitments of that period.
  struct Era {
    let days: Range<Int>
    let measures: ScenarioMeasures
  }

  /// In the order of their first days.
  let eras: [Era]
  let graph: ExpressionGraph

  init(_ periods: [(frame: TimeFrame, measures: ScenarioMeasures)], graph: ExpressionGraph) {
    eras = periods.compactMap { period in period.frame.days.map { Era(days: $0, measures: period.measures) } }
      .sorted { $0.days.lowerBound < $1.days.lowerBound }
    self.graph = graph
  }

  /// Whether the same measures act with the same rates in all periods: then all duties first differ on the same days.
  func hasSameLayers(as other: DutyHistory) -> Bool {
    eras.count == other.eras.count
      && zip(eras, other.eras).allSatisfy { $0.days == $1.days && $0.measures.haveSameLayers(as: $1.measures) }
  }

  /// The clock of goods that share one: it starts where the duty on any of them differs from the base data.
  ///
  /// A measure that acts in no period has no part in it; one that does counts from its first day, before the first period too.
  /// O(days on which a measure on the goods begins, changes or ends · layers).
  func clock(of goods: [(exposure: TariffExposure, baseDuty: Expression)]) -> DutyClock {
    let changes = Set(goods.flatMap { good in eras.flatMap { $0.measures.changeDays(on: good.exposure) } })
    // From one period to the next the content of goods may change.
    let first = changes.min() ?? .max
    let days = changes.union(eras.map(\.days.lowerBound).filter { $0 > first }).sorted()
    var starts: [DutyClock.Start] = []
    for (day, next) in zip(days, days.dropFirst() + [.max]) {
      guard let measures = era(of: day)?.measures else { continue }
      let segment = Segment(weight: 0, days: day..<next)
      let change = DutyChange.any(
        goods.lazy.map { good in
          DutyChange(
            from: good.baseDuty, to: measures.level(on: good.exposure, in: segment, baseline: good.baseDuty).rate)
        })
      if case .never = change { continue }
      starts.append(DutyClock.Start(day: day, change: change))
      if case .always = change { break }
    }
    return DutyClock(starts: starts, graph: graph)
  }

  /// The period of a day, or the nearest after it, or the last.
  func era(of day: Int) -> Era? { eras.first { day < $0.days.upperBound } ?? eras.last }
}

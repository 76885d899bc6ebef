internal import Expressions

/// What a scenario's quotas do to all that is ordered, from before the first period to the last.
struct OrderedQuotas {
  private var fills: [(quotas: QuotaFills, earned: EarnedQuotaFills)] = []

  /// Adds the quotas of a period, or of the days before the first.
  mutating func add(_ quotas: QuotaFills, _ earned: EarnedQuotaFills) { fills.append((quotas, earned)) }

  /// The orders of a line by quota, in the order of the quotas' numbers.
  func orders(ofLine line: Int, _ number: DrawnQuantities) -> [[QuotaOrder]] {
    let all = fills.flatMap { $0.quotas.orders(ofLine: line, number) + $0.earned.orders(ofLine: line) }
    return Dictionary(grouping: all, by: \.quota).sorted { $0.key < $1.key }.map(\.value)
  }
}

extension TimeFrame {
  /// The days before the first period on which something begins or ends, as a period; its first day stands for all before it.
  ///
  /// What is ordered then arrives in the periods. Nothing where the study has no periods.
  static func before(_ frames: [TimeFrame], of study: Study, graph: ExpressionGraph) -> TimeFrame? {
    guard let first = frames.min(by: { ($0.days?.lowerBound ?? .max) < ($1.days?.lowerBound ?? .max) }),
      let end = first.days?.lowerBound
    else { return nil }
    let (validities, steps) = (study.cuttingValidities, study.cuttingSteps)
    let cuts = (validities.flatMap(\.changeDays) + steps.map(\.date.dayNumber)).filter { $0 < end }
    let days = (min(cuts.min() ?? end, end) - 1)..<end
    let period = Period(name: "", start: CivilDate(dayNumber: days.lowerBound), end: CivilDate(dayNumber: end - 1))
    let segments = Segment.segments(of: period, validities: validities, steps: steps).map {
      Segment(weight: $0.weight, days: $0.days, isOfOrders: true)
    }
    return TimeFrame(
      name: "", years: graph.constant(Double(days.count) / 365), segments: segments, days: days, seasonality: first.seasonality,
      yearsOfGrowth: first.yearsOfGrowth)
  }

  /// The days of a segment as days of orders: in the time before the first period the first one has no beginning.
  func orderDays(of segment: Segment) -> Range<Int> {
    let days = segment.days ?? 0..<0
    return segment.isOfOrders && days.lowerBound == self.days?.lowerBound ? Int.min..<days.upperBound : days
  }
}

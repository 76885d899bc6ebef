internal import Expressions

/// A rise of the tariff that buyers see coming: part of what would bear it in the period of its start comes earlier.
///
/// The flow that moves is x times the goods that bear the measure from its first day to the end of that period, in the draws in which
/// the duty then is higher than before and the measure has a part in it. They arrive evenly over the window: from the announcement, at the earliest the first day of
/// the adjoining period before, to the day before the measure's first day. They are sold there at the exporter's price and the duty
/// of the day. Their *quantity* is conserved: what leaves a segment arrives in others, valued at base prices.
struct FrontLoadedRise {
  /// The measure's number in the study.
  let measure: Int
  /// The period of the first day, a position in the study's periods.
  let period: Int
  /// First day on which it acts.
  let firstDay: Int
  let validity: Validity
  /// The days over which the goods arrive; not empty.
  let window: Range<Int>
  /// x times the share of a covered good's value that bears the rate.
  let share: Expression
}

extension FrontLoadedRise {
  /// The rises of a scenario, by the names of their measures: the order in which a file states them does not matter.
  static func rises(of scenario: PolicyScenario, in study: Study, _ number: DrawnQuantities) -> [FrontLoadedRise] {
    scenario.measures.sorted { $0.name < $1.name }.compactMap { use in
      guard let index = study.measures.firstIndex(where: { $0.name == use.name }) else { return nil }
      let measure = study.measures[index]
      guard let anticipation = measure.anticipation, measure.applies(toOrigin: study.home),
        let (period, firstDay, window) = study.frontLoadingWindow(of: measure)
      else { return nil }
      return FrontLoadedRise(
        measure: index, period: period, firstDay: firstDay, validity: measure.validity, window: window,
        share: number(anticipation.frontLoading) * number(measure.coverage, default: 1))
    }
  }

  /// Adds to `moves`, period by period, what this rise moves of one line's flows.
  ///
  /// - Parameters:
  ///   - coveredShare: The share of the line that the measure covers in a segment of its period.
  ///   - isFelt: Whether the measure makes a difference to the duty in a segment of its period.
  fileprivate func move(
    _ flows: [ExportFlow], coveredShare: (Segment) -> Expression, isFelt: (Segment) -> DutyChange, into moves: inout [ExportMove]
  ) {
    let graph = share.graph
    let zero = graph.constant(0)
    // Days of each segment within the window.
    let arrivals: [(period: Int, segment: ExportSegment, weight: Double)] = flows.indices.flatMap { index in
      flows[index].segments.compactMap { segment in
        let days = segment.segment.days.map { $0.clamped(to: window).count } ?? 0
        return days > 0 ? (index, segment, Double(days) / Double(window.count)) : nil
      }
    }
    let rateBefore = graph.sum(arrivals.map { $0.segment.level.rate * $0.weight })
    var quantity = zero
    for (index, leaving) in flows[period].segments.enumerated() {
      guard let days = leaving.segment.days, days.lowerBound >= firstDay, leaving.segment.isActive(validity) else { continue }
      // A mean of equal rates is rounded: what differs by that is no rise.
      let rise = select(
        rateBefore + DutyChange.resolution, atLeast: leaving.level.rate, then: zero,
        else: share * coveredShare(leaving.segment))
      let part = isFelt(leaving.segment).select(then: { rise }, else: { zero })
      moves[period].take(part, from: index)
      quantity = quantity + flows[period].baseline * leaving.segment.weight * part * leaving.relatives.quantity
    }
    for arrival in arrivals {
      moves[arrival.period].add(quantity * arrival.weight * arrival.segment.relatives.exporterPrice, at: arrival.segment.level)
    }
  }
}

/// What front-loading does to a line in a period.
private struct ExportMove {
  /// What leaves, as shares of the flow by segment.
  private var leaving: [Int: [Expression]] = [:]
  private var revenue: [Expression] = []
  private var dutyDue: [Expression] = []
  private var dutyPaid: [Expression] = []

  mutating func take(_ share: Expression, from segment: Int) { leaving[segment, default: []].append(share) }

  /// Adds a revenue that bears the duty of a segment.
  mutating func add(_ value: Expression, at level: TariffLevel) {
    revenue.append(value)
    dutyDue.append(value * level.dueRate)
    dutyPaid.append(value * level.paidRate)
  }

  /// The flow after goods were moved.
  ///
  /// What leaves is taken from each segment before it is summed up: where all of it does, exactly nothing is left. What is lost, and
  /// so redirected, stays: moved goods are sold to the partner.
  func moved(_ flow: ExportFlow) -> ExportFlow {
    if leaving.isEmpty && revenue.isEmpty { return flow }
    let graph = flow.revenue.graph
    var (kept, due, paid) = ([flow.revenue], [flow.dutyDue], [flow.dutyPaid])
    if !leaving.isEmpty {
      let values = flow.segments.enumerated().map { index, segment in
        let rest = maximum(1 - graph.sum(leaving[index] ?? []), graph.constant(0))
        return flow.baseline * (segment.relatives.value * segment.segment.weight * rest)
      }
      kept = values
      due = zip(values, flow.segments).map { $0 * $1.level.dueRate }
      paid = zip(values, flow.segments).map { $0 * $1.level.paidRate }
    }
    return ExportFlow(
      baseline: flow.baseline, revenue: graph.sum(kept + revenue), lost: flow.lost, redirectedShare: flow.redirectedShare,
      dutyDue: graph.sum(due + dutyDue), dutyPaid: graph.sum(paid + dutyPaid), dutyAtFixedWeights: flow.dutyAtFixedWeights,
      rents: flow.rents, incidence: flow.incidence, segments: flow.segments, arriving: nil)
  }
}

extension [ExportFlow] {
  /// One line's flows, period by period, after every rise has moved what it moves of the flows as they were.
  ///
  /// - Parameter measures: Those of the scenario, period by period.
  func moved(
    by rises: [FrontLoadedRise], exposure: TariffExposure, baseDuty: Expression, measures: [ScenarioMeasures],
    _ number: DrawnQuantities
  ) -> [ExportFlow] {
    var moves = [ExportMove](repeating: ExportMove(), count: count)
    for rise in rises {
      guard let fall = exposure.falls[rise.measure] else { continue }
      let acting = measures[rise.period]
      rise.move(
        self, coveredShare: { fall.stage(in: $0)?.part.share(number) ?? number.graph.constant(0) },
        isFelt: { acting.change(by: rise.measure, on: exposure, in: $0, baseline: baseDuty) }, into: &moves)
    }
    return zip(self, moves).map { $1.moved($0) }
  }
}

extension TradeRelatives {
  /// p̂* = V̂/q̂; 1 where the response has the price in its quantity, and where nothing is sold and there is no price.
  fileprivate var exporterPrice: Expression {
    let one = value.graph.constant(1)
    let least = Double.leastNormalMagnitude
    if value == quantity || quantity.staysApart(from: 0, by: least) { return value == quantity ? one : value / quantity }
    return select(quantity, atLeast: value.graph.constant(least), then: value / quantity, else: one)
  }
}

extension CodeCoverage.Part {
  /// The share of the line's value that is covered.
  func share(_ number: DrawnQuantities) -> Expression {
    let differing = number.graph.sum(finer.map { number($0.share, default: 1) })
    return isWhole ? 1 - differing : differing
  }
}

extension Study {
  /// The period in which an announced measure first acts, that day, and the days over which front-loaded goods arrive.
  ///
  /// Nothing where there is no such day in the study, or no day before it.
  func frontLoadingWindow(of measure: TariffMeasure) -> (period: Int, firstDay: Int, window: Range<Int>)? {
    guard let announced = measure.anticipation?.announced.dayNumber,
      let firstDay = firstDay(of: measure.validity, phaseIn: measure.phaseIn),
      let period = periods.firstIndex(where: { $0.days.contains(firstDay) })
    else { return nil }
    let own = periods[period].days
    let before = periods.first { $0.days.upperBound == own.lowerBound }
    let earliest = max(announced, before?.days.lowerBound ?? own.lowerBound)
    return earliest < firstDay ? (period, firstDay, earliest..<firstDay) : nil
  }
}

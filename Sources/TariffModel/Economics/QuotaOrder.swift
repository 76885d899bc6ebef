internal import Expressions

/// What a quota adds to what is ordered of a line on some days, as parts of its base flow.
///
/// The quota is met by orders: it is solved with the duties and the volume of these days, and arrives as they do. Only what the measures
/// themselves take is that of the day of arrival.
struct QuotaOrder {
  /// The quota's number in the study.
  let quota: Int
  let holder: RentHolder
  /// The measures that goods within it do not bear, by their numbers.
  let waived: Set<Int>
  let days: Range<Int>
  /// V̂ with the quota less V̂ without.
  let value: Expression
  /// The same of max(0, 1 − q̂).
  let lost: Expression
  /// V̂ of what does not bear the waived measures.
  let spared: Expression
  /// The same as a share of what is sold.
  let sparedShare: Expression
  /// V̂ times the quota's own duty, what is due and what is paid of it.
  let due: Expression
  let paid: Expression
  /// The quota's own duty, due.
  let dueShare: Expression
  /// V̂ times the rent's rate.
  let rent: Expression
}

/// The duty on a line that arrives on some days, as it is and as it is within a quota.
struct SparedDuty {
  let segment: Segment
  let whole: TariffLevel
  /// Without the waived measures, where that is less.
  let spared: (due: Expression, paid: Expression)
}

extension ScenarioMeasures {
  /// The duty on goods in a segment with and without some measures.
  func sparedDuty(on goods: TariffExposure, in segment: Segment, baseline: Expression, waiving waived: Set<Int>) -> SparedDuty {
    let whole = level(on: goods, in: segment, baseline: baseline)
    guard !waived.isEmpty else { return SparedDuty(segment: segment, whole: whole, spared: (whole.rate, whole.paidRate)) }
    let without = level(on: goods, in: segment, baseline: baseline, waiving: waived)
    let paid = select(without.rate, atLeast: whole.rate, then: whole.paidRate, else: without.paidRate)
    return SparedDuty(segment: segment, whole: whole, spared: (minimum(without.rate, whole.rate), paid))
  }
}

extension [QuotaOrder] {
  /// The mean of a part over what arrives on some days; nothing of orders outside the quota.
  ///
  /// O(orders).
  fileprivate func mean(of part: (QuotaOrder) -> Expression, arrivingOn days: Range<Int>, _ lag: LagKernel) -> Expression {
    lag.delay.graph.sum(
      filter { $0.days.lowerBound < days.upperBound }.map { part($0) * lag.share(arrivingOn: days, orderedOn: $0.days) })
  }
}

extension ExportFlow {
  /// The flow with what one quota adds to it, as it was ordered; whose part of the duty buyers bear is not told of it.
  ///
  /// - Parameters:
  ///   - orders: Of one quota, not none.
  ///   - duties: In each segment of the period.
  func adding(_ orders: [QuotaOrder], duties: [SparedDuty], days: Range<Int>, lag: LagKernel) -> ExportFlow {
    let graph = revenue.graph
    func whole(_ part: (QuotaOrder) -> Expression) -> Expression { orders.mean(of: part, arrivingOn: days, lag) }
    func byDuty(
      _ gain: (QuotaOrder) -> Expression, _ spared: (QuotaOrder) -> Expression,
      _ rates: (SparedDuty) -> (whole: Expression, spared: Expression)
    ) -> Expression {
      graph.sum(
        duties.map { duty in
          let own = duty.segment.days ?? days
          let rates = rates(duty)
          let (added, free) = (orders.mean(of: gain, arrivingOn: own, lag), orders.mean(of: spared, arrivingOn: own, lag))
          return duty.segment.weight * (rates.whole * added + (rates.spared - rates.whole) * free)
        })
    }
    let zero = graph.constant(0)
    return ExportFlow(
      baseline: baseline, revenue: revenue + baseline * whole(\.value), lost: lost + baseline * whole(\.lost),
      redirectedShare: redirectedShare,
      dutyDue: dutyDue + baseline * (byDuty(\.value, \.spared) { ($0.whole.dueRate, $0.spared.due) } + whole(\.due)),
      dutyPaid: dutyPaid + baseline * (byDuty(\.value, \.spared) { ($0.whole.paidRate, $0.spared.paid) } + whole(\.paid)),
      dutyAtFixedWeights: dutyAtFixedWeights + baseline
        * (byDuty({ _ in zero }, \.sparedShare) { ($0.whole.dueRate, $0.spared.due) } + whole(\.dueShare)),
      rents: rents + [QuotaRent(quota: orders[0].quota, holder: orders[0].holder, value: baseline * whole(\.rent))],
      incidence: nil, segments: segments, arriving: nil)
  }
}

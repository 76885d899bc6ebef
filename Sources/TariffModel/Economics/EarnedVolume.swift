internal import Expressions

/// What home bought that counts for a quota, period by period, and the volume that it earns.
struct EarnedVolume {
  /// i: what counted in each period, USD m in it, with the period's days; no days where the study has no periods.
  private let purchases: [(days: Range<Int>?, amount: Expression)]
  private let lag: Int
  /// USD m a year.
  private let before: Expression

  /// - Parameter flows: A scenario's frames with their imports and commitments, in the study's order.
  init(
    _ earning: QuotaEarning, flows: [(frame: TimeFrame, imports: ImportFlows, commitments: CommitmentFlows)], study: Study,
    _ number: DrawnQuantities
  ) {
    let line = study.commitments.first { $0.name == earning.commitment }?.importLine
    let lineNumber = line.flatMap { id in study.imports.firstIndex { $0.id == id } }
    let pooled = Set(study.commitments.filter { line != nil && $0.importLine == line }.map(\.name))
    purchases = flows.map { flow in
      let own = flow.commitments.commitments.filter { $0.name == earning.commitment }
      let amount: Expression =
        switch earning.counted {
        case .deliveries: number.graph.sum(own.map(\.delivered))
        case .increment: number.graph.sum(own.map(\.increment))
        case .imports:
          number.graph.sum(
            (lineNumber.map { [flow.imports.lines[$0].value] } ?? [])
              + flow.commitments.commitments.filter { pooled.contains($0.name) }.map(\.increment))
        }
      return (flow.frame.days, amount)
    }
    lag = earning.lagDays
    before = number(earning.before, default: 0)
  }

  /// Σ i(v − lag) over some days: what was bought that earns the volume of these days.
  ///
  /// Each period's purchases are spread evenly over its days; before the first period each day has a 365th of what counted a year.
  func purchases(earning days: Range<Int>?) -> Expression {
    guard let days else { return purchases[0].amount }
    let graph = before.graph
    let (from, to) = (days.lowerBound - lag, days.upperBound - lag)
    let first = purchases.compactMap { $0.days?.lowerBound }.min() ?? from
    let early = max(0, min(to, first) - from)
    let parts = purchases.compactMap { period -> Expression? in
      guard let own = period.days else { return nil }
      let shared = max(0, min(to, own.upperBound) - max(from, own.lowerBound))
      return shared == 0 ? nil : period.amount * (Double(shared) / Double(own.count))
    }
    return graph.sum((early == 0 ? [] : [before * (Double(early) / 365)]) + parts)
  }
}

/// An earned quota of a scenario in a period, as far as its lines do not matter.
struct EarnedQuotaLayer: Equatable {
  /// The number of the quota among all of the study: those with a stated volume come first.
  let quota: Int
  /// The measures that it waives, by their numbers in the study.
  let waived: Set<Int>
  let validity: Validity
  let holder: RentHolder
  let eligibleShare: Expression
  /// Σ i: what was bought that earns the period's volume, USD m.
  let purchases: Expression
  /// Q: the period's volume, USD m at base prices; not times L.
  let volume: Expression
  /// Days of the period on which it is in force, as a part of all of them.
  let share: Double

  /// What may enter in the period at the pace of the days on which it is in force.
  var pace: Expression { volume / share }

  /// The earned quotas of a scenario in a period; those that are not in force in it, or for nothing, are left out.
  static func layers(
    of scenario: PolicyScenario, in study: Study, frame: TimeFrame,
    flows: [(frame: TimeFrame, imports: ImportFlows, commitments: CommitmentFlows)], _ number: DrawnQuantities
  ) -> [EarnedQuotaLayer] {
    scenario.quotas.compactMap { use in
      guard let index = study.earnedQuotas.firstIndex(where: { $0.name == use.name }) else { return nil }
      let quota = study.earnedQuotas[index]
      let active = frame.segments.filter { $0.isActive(quota.validity) }
      guard !active.isEmpty else { return nil }
      let volume = EarnedVolume(quota.earning, flows: flows, study: study, number)
      let bought = number.graph.sum(active.compactMap(\.days).map { volume.purchases(earning: $0) })
      let purchases = frame.days == nil ? volume.purchases(earning: nil) : bought
      let earned = number(quota.earning.times) * number(use.scale, default: 1) * purchases
      guard earned.constantValue != 0 else { return nil }
      let waived = study.measures.indices.filter { quota.waives.contains(study.measures[$0].name) }
      return EarnedQuotaLayer(
        quota: study.quotas.count + index, waived: Set(waived), validity: quota.validity, holder: quota.holder,
        eligibleShare: number(quota.eligibleShare, default: 1), purchases: purchases, volume: earned,
        share: active.map(\.weight).reduce(0, +))
    }
  }
}

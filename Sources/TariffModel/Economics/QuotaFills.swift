internal import Expressions

/// What a scenario's quotas do to the export lines in a period, segment by segment.
struct QuotaFills {
  /// One quota in one segment.
  private struct Entry {
    let layer: QuotaLayer
    let fill: QuotaFill
    let segment: Int
    /// Numbers of its lines.
    let lines: Set<Int>
    let members: [QuotaLine]
    /// Its days as days of orders.
    let days: Range<Int>
    /// L·w: the years it acts in the segment.
    let years: Expression
  }

  /// Where the rate that one quota adds to its lines' duties may change from a segment to the next.
  private struct Stretches {
    let lines: Set<Int>
    let changes: [DutyChange]
  }

  private var entries: [Entry] = []
  private var stretches: [Stretches] = []

  /// Fills every quota from the lines in it.
  ///
  /// - Parameters:
  ///   - exposures: How the measures of the study fall on each line.
  ///   - clock: Of a line's long-run elasticity; nothing where it has none.
  init(
    study: Study, measures: ScenarioMeasures, exposures: [TariffExposure], clock: (Int) -> DutyClock?, frame: TimeFrame,
    _ number: DrawnQuantities
  ) {
    for layer in measures.quotas {
      let members = study.exports.indices.filter { study.quotas[layer.quota].contains(study.exports[$0]) }.compactMap { line in
        QuotaLine(study.exports[line], number: line, exposure: exposures[line], measures: measures, frame: frame, number)
      }
      let lines = Set(members.map(\.number))
      let clocks = members.map { clock($0.number) }
      var solved = SolvedQuota(layer: layer, members: members, frame: frame, number)
      // A quota whose rate changes nothing, judged as if it were not there, ends no stretch: its lines are as old as without it.
      let changes = solved.fills(atAges: zip(clocks, members).map { frame.ages(since: $0, changes: $1.changes) }).changes
      stretches.append(Stretches(lines: lines, changes: changes))
      let fills = solved.fills(
        atAges: zip(clocks, members).map { clock, member in
          frame.ages(since: clock, changes: zip(member.changes, changes).map { .any([$0, $1]) })
        })
      for (index, segment) in frame.segments.enumerated() {
        guard let fill = fills[index] else { continue }
        entries.append(
          Entry(
            layer: layer, fill: fill, segment: index, lines: lines, members: members, days: frame.orderDays(of: segment),
            years: frame.years * segment.weight))
      }
    }
  }

  /// Whether the duty on a line with its quotas changes from each segment to the next, where measures alone change it by `own`.
  func changes(ofLine line: Int, own: [DutyChange]) -> [DutyChange] {
    stretches.filter { $0.lines.contains(line) }.reduce(own) { known, quota in zip(known, quota.changes).map { .any([$0, $1]) } }
  }

  /// The duty on a line in a segment with what a quota adds to it.
  func level(_ level: TariffLevel, line: Int, segment: Int) -> TariffLevel {
    guard let entry = entries.first(where: { $0.segment == segment && $0.lines.contains(line) }) else { return level }
    return level.adding(entry.fill, of: entry.layer)
  }

  /// What is ordered of a line in the quotas, where it arrives later: its elasticity does not move.
  func orders(ofLine line: Int, _ number: DrawnQuantities) -> [QuotaOrder] {
    entries.compactMap { entry in
      entry.members.first { $0.number == line }.map { member in
        let (without, with) = member.relatives(adding: entry.fill.rate, inSegment: entry.segment, number)
        let zero = number.graph.constant(0)
        let due = entry.fill.rate - entry.fill.rentRate
        return QuotaOrder(
          quota: entry.layer.quota, holder: entry.layer.holder, waived: [], days: entry.days, value: with.value - without.value,
          lost: with.lost - without.lost, spared: zero, sparedShare: zero, due: with.value * due,
          paid: with.value * (entry.layer.holder == .government ? entry.fill.rate : due), dueShare: due,
          rent: with.value * entry.fill.rentRate)
      }
    }
  }

  /// How long each quota was in which regime; several entries where the period has several segments.
  func regimes() -> [QuotaRegime] {
    entries.map {
      QuotaRegime(
        quota: $0.layer.quota, unfilled: $0.fill.unfilled * $0.years, filled: $0.fill.filled * $0.years,
        exceeded: $0.fill.exceeded * $0.years, years: $0.years)
    }
  }
}

/// How long a quota was in each regime, in years; shares once divided by all its years.
struct QuotaRegime {
  let quota: Int
  let unfilled: Expression
  let filled: Expression
  let exceeded: Expression
  let years: Expression
}

/// The rent of a quota, USD m in the period.
struct QuotaRent {
  let quota: Int
  let holder: RentHolder
  let value: Expression
}

extension TariffLevel {
  /// The duty with what a quota adds: all of it in the price, the rent to whoever has the licences, the rest due and paid.
  fileprivate func adding(_ fill: QuotaFill, of layer: QuotaLayer) -> TariffLevel {
    let due = fill.rate - fill.rentRate
    return TariffLevel(
      rate: rate + fill.rate, paidRate: paidRate + (layer.holder == .government ? fill.rate : due),
      rent: QuotaRentRate(quota: layer.quota, holder: layer.holder, rate: fill.rentRate))
  }
}

/// A rent as a share of the customs value.
struct QuotaRentRate {
  let quota: Int
  let holder: RentHolder
  let rate: Expression
}

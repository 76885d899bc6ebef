internal import Expressions

/// What a scenario's earned quotas do to the export lines in a period, segment by segment (the model's §9).
///
/// Within the quota a line bears the duty t_in without the waived measures, beyond it t_out with them. All lines of a quota pay one
/// rate r for a licence: min(t_in + r, t_out), with r such that what is eligible sells just the volume, S(r) = Σ e·V·q̂ = Q.
struct EarnedQuotaFills {
  /// A line in a quota in one segment.
  fileprivate struct Member {
    let line: Int
    let withoutWaived: TariffLevel
    let withWaived: TariffLevel
    /// t_in, at most t_out.
    let low: Expression
    /// t_out − t_in.
    let gap: Expression
    let curve: OwnPriceCurve
    let baseDuty: Expression
  }

  /// One quota in one segment.
  fileprivate struct Entry {
    let layer: EarnedQuotaLayer
    let fill: QuotaFill
    let weight: Double
    /// The days of the segment as days of orders.
    let days: Range<Int>
    let years: Expression
    let members: [Member]
  }

  private var entries: [Entry] = []

  /// - Parameters:
  ///   - exposures: How the measures of the study fall on each line.
  ///   - clock: Of a line's long-run elasticity; nothing where it has none.
  init(
    study: Study, measures: ScenarioMeasures, exposures: [TariffExposure], clock: (Int) -> DutyClock?, frame: TimeFrame,
    _ number: DrawnQuantities
  ) {
    for layer in measures.earnedQuotas {
      let quota = study.earnedQuotas[layer.quota - study.quotas.count]
      let lines = study.exports.indices.filter { quota.contains(study.exports[$0]) }
      let ages = lines.map { line in
        let levels = frame.segments.map {
          measures.level(on: exposures[line], in: $0, baseline: number(study.exports[line].baseDuty))
        }
        return frame.ages(since: clock(line), changes: levels.changes)
      }
      for (index, segment) in frame.segments.enumerated() where segment.isActive(layer.validity) {
        let members = zip(lines, ages).compactMap { line, ages in
          Member(
            study.exports[line], number: line, exposure: exposures[line], layer: layer, measures: measures, segment: segment,
            years: ages[index], number)
        }
        guard !members.isEmpty else { continue }
        let filling = members.map { member in
          let line = study.exports[member.line]
          let flow = frame.baseFlow(line.baseValue, group: line.group, growth: line.growth, number)
          return QuotaMember(
            baseline: layer.eligibleShare * flow, baseDuty: member.baseDuty, duty: member.low, curve: member.curve,
            limit: member.gap)
        }
        let highest = members.dropFirst().reduce(members[0].gap) { maximum($0, $1.gap) }
        let pool = QuotaLayer(
          quota: layer.quota, validity: layer.validity, holder: layer.holder, quantity: layer.pace,
          inQuotaRate: number.graph.constant(0), outOfQuotaRate: highest)
        entries.append(
          Entry(
            layer: layer, fill: QuotaFill(pool, filling), weight: segment.weight, days: frame.orderDays(of: segment),
            years: frame.years * segment.weight, members: members))
      }
    }
  }

  /// A line's flow with what the quotas add to it; the flow as it is where none has it.
  ///
  /// What they add is a difference on the eligible part: in draws without a volume it is exactly nothing.
  func adding(to flow: ExportFlow, line: Int) -> ExportFlow {
    entries.reduce(flow) { flow, entry in
      entry.members.first { $0.line == line }.map { flow.adding(gains(of: $0, in: entry)) } ?? flow
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

  /// What is ordered of a line in the quotas, where it arrives later.
  func orders(ofLine line: Int) -> [QuotaOrder] {
    entries.compactMap { entry in entry.members.first { $0.line == line }.map { order(of: $0, in: entry) } }
  }

  private func order(of member: Member, in entry: Entry) -> QuotaOrder {
    let (eligible, within) = (entry.layer.eligibleShare, entry.fill.within)
    let (licence, with, without) = answer(of: member, in: entry)
    let zero = eligible.graph.constant(0)
    let rent = eligible * (with.value * (licence * within))
    return QuotaOrder(
      quota: entry.layer.quota, holder: entry.layer.holder, waived: entry.layer.waived, days: entry.days,
      value: eligible * (with.value - without.value), lost: eligible * (with.lost - without.lost),
      spared: eligible * (with.value * within), sparedShare: eligible * within, due: zero,
      paid: entry.layer.holder == .government ? rent : zero, dueShare: zero, rent: rent)
  }

  /// What a line pays for a licence, and its answers to the duty with it and without the quota.
  private func answer(
    of member: Member, in entry: Entry
  ) -> (licence: Expression, with: TradeRelatives, without: TradeRelatives) {
    let fill = entry.fill
    // At its limit a line is where it would be without the quota, to the bit.
    let licence = minimum(fill.rate, member.gap)
    let with = member.curve.relatives(from: member.baseDuty, to: member.low + licence)
    let without = member.curve.relatives(from: member.baseDuty, to: member.withWaived.rate)
    func settled(_ a: Expression, _ b: Expression) -> Expression { select(fill.rate, atLeast: member.gap, then: b, else: a) }
    let relatives = TradeRelatives(
      value: settled(with.value, without.value), quantity: settled(with.quantity, without.quantity))
    return (licence, relatives, without)
  }

  private func gains(of member: Member, in entry: Entry) -> QuotaGain {
    let high = member.withWaived.rate
    let (licence, with, without) = answer(of: member, in: entry)
    let value = with.value
    let within = entry.fill.within
    let rent = licence * within
    // Within the quota the duty is that without the waived measures, on the rest of what enters that with them.
    func mean(_ low: Expression, _ high: Expression) -> Expression { high + within * (low - high) }
    let due = mean(member.low, high)
    let low = select(
      member.withoutWaived.rate, atLeast: high, then: member.withWaived.paidRate, else: member.withoutWaived.paidRate)
    let paid = mean(low, member.withWaived.paidRate)
    let part = entry.layer.eligibleShare * entry.weight
    let isAuctioned = entry.layer.holder == .government
    return QuotaGain(
      value: part * (value - without.value),
      lost: part * (with.lost - without.lost),
      dutyDue: part * (value * due - without.value * high),
      dutyPaid: part * (value * (isAuctioned ? paid + rent : paid) - without.value * member.withWaived.paidRate),
      dutyAtFixedWeights: part * (due - high),
      rent: part * (value * rent), quota: entry.layer.quota, holder: entry.layer.holder)
  }
}

extension EarnedQuotaFills.Member {
  /// Nothing where the line does not react to its own price.
  fileprivate init?(
    _ line: ExportLine, number index: Int, exposure: TariffExposure, layer: EarnedQuotaLayer, measures: ScenarioMeasures,
    segment: Segment, years: Expression, _ number: DrawnQuantities
  ) {
    guard case .ownPrice(let response) = line.response else { return nil }
    let baseDuty = number(line.baseDuty)
    let without = measures.level(on: exposure, in: segment, baseline: baseDuty, waiving: layer.waived)
    let with = measures.level(on: exposure, in: segment, baseline: baseDuty)
    let low = minimum(without.rate, with.rate)
    self.init(
      line: index, withoutWaived: without, withWaived: with, low: low, gap: with.rate - low,
      curve: response.curve(afterYears: years, adjustment: line.adjustment, number), baseDuty: baseDuty)
  }
}

/// What a quota adds to a line, as parts of its base flow.
private struct QuotaGain {
  let value: Expression
  let lost: Expression
  let dutyDue: Expression
  let dutyPaid: Expression
  let dutyAtFixedWeights: Expression
  let rent: Expression
  let quota: Int
  let holder: RentHolder
}

extension ExportFlow {
  /// The flow with a quota's gain; whose part of the duty buyers bear is not told of it.
  fileprivate func adding(_ gain: QuotaGain) -> ExportFlow {
    ExportFlow(
      baseline: baseline, revenue: revenue + baseline * gain.value, lost: lost + baseline * gain.lost,
      redirectedShare: redirectedShare, dutyDue: dutyDue + baseline * gain.dutyDue, dutyPaid: dutyPaid + baseline * gain.dutyPaid,
      dutyAtFixedWeights: dutyAtFixedWeights + baseline * gain.dutyAtFixedWeights,
      rents: rents + [QuotaRent(quota: gain.quota, holder: gain.holder, value: baseline * gain.rent)], incidence: nil,
      segments: segments, arriving: nil)
  }
}

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
    /// L·w: the years it acts in the segment.
    let years: Expression
  }

  /// Where what one quota does to its lines may change from a segment to the next.
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
      let isActive = frame.segments.map { $0.isActive(layer.validity) }
      // The lines of a quota pay one rate: what changes the duty on one of them changes that of all.
      let changes = isActive.indices.dropLast().map { segment -> DutyChange in
        guard isActive[segment] == isActive[segment + 1] else { return .always }
        return isActive[segment] ? .any(members.map { DutyChange(from: $0.duties[segment], to: $0.duties[segment + 1]) }) : .never
      }
      stretches.append(Stretches(lines: lines, changes: changes))
      let ages = members.map { member in
        let own = zip(member.duties, member.duties.dropFirst()).map { DutyChange(from: $0, to: $1) }
        return frame.ages(since: clock(member.number), changes: zip(own, changes).map { .any([$0, $1]) })
      }
      for (index, segment) in frame.segments.enumerated() where isActive[index] {
        let filling = zip(members, ages).map { $0.member(inSegment: index, afterYears: $1[index], number) }
        entries.append(
          Entry(
            layer: layer, fill: QuotaFill(layer, filling), segment: index, lines: lines, years: frame.years * segment.weight))
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

/// A line in a quota through the segments of a period.
private struct QuotaLine {
  /// Its number in the study.
  let number: Int
  let line: ExportLine
  let response: OwnPriceResponse
  let baseline: Expression
  let baseDuty: Expression
  /// t' without the quota in each segment.
  let duties: [Expression]

  /// Nothing where the line does not react to its own price.
  init?(
    _ line: ExportLine, number index: Int, exposure: TariffExposure, measures: ScenarioMeasures, frame: TimeFrame,
    _ number: DrawnQuantities
  ) {
    guard case .ownPrice(let response) = line.response else { return nil }
    self.number = index
    self.line = line
    self.response = response
    baseline = frame.baseFlow(line.baseValue, growth: line.growth, number)
    let baseDuty = number(line.baseDuty)
    self.baseDuty = baseDuty
    duties = frame.segments.map { measures.level(on: exposure, in: $0, baseline: baseDuty).rate }
  }

  func member(inSegment segment: Int, afterYears years: Expression, _ number: DrawnQuantities) -> QuotaMember {
    QuotaMember(
      baseline: baseline, baseDuty: baseDuty, duty: duties[segment],
      curve: response.curve(afterYears: years, adjustment: line.adjustment, number))
  }
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

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

  private var entries: [Entry] = []

  /// Fills every quota from the lines in it.
  ///
  /// `exposures` tells how the measures of the study fall on each line.
  init(study: Study, measures: ScenarioMeasures, exposures: [TariffExposure], frame: TimeFrame, _ number: DrawnQuantities) {
    for layer in measures.quotas {
      let lines = study.exports.indices.filter { study.quotas[layer.quota].contains(study.exports[$0]) }
      for (index, segment) in frame.segments.enumerated() where segment.isActive(layer.validity) {
        let members = lines.compactMap { line -> QuotaMember? in
          guard case .ownPrice(let response) = study.exports[line].response else { return nil }
          return QuotaMember(
            study.exports[line], response, exposure: exposures[line], measures: measures, segment: segment, frame: frame, number)
        }
        entries.append(
          Entry(
            layer: layer, fill: QuotaFill(layer, members), segment: index, lines: Set(lines),
            years: frame.years * segment.weight))
      }
    }
  }

  /// Whether a line is in some quota.
  func hold(_ line: Int) -> Bool { entries.contains { $0.lines.contains(line) } }

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

extension QuotaMember {
  fileprivate init(
    _ line: ExportLine, _ response: OwnPriceResponse, exposure: TariffExposure, measures: ScenarioMeasures, segment: Segment,
    frame: TimeFrame, _ number: DrawnQuantities
  ) {
    baseline = frame.baseFlow(line.baseValue, growth: line.growth, number)
    baseDuty = number(line.baseDuty)
    duty = measures.level(on: exposure, in: segment, baseline: baseDuty).rate
    let firstDays = line.adjustment == nil ? [] : measures.firstDays(on: exposure)
    curve = response.curve(
      afterYears: segment.days?.yearsInForce(since: firstDays) ?? 0, adjustment: line.adjustment, number)
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

internal import Expressions

/// A quota in the segments of a period, solved once for each state of its lines.
struct SolvedQuota {
  /// What differs between the segments in which it acts.
  private struct State: Hashable {
    let duties: [Expression]
    let ages: [Expression]
  }

  let layer: QuotaLayer
  let members: [QuotaLine]
  let frame: TimeFrame
  private let number: DrawnQuantities
  private var known: [State: QuotaFill] = [:]

  init(layer: QuotaLayer, members: [QuotaLine], frame: TimeFrame, _ number: DrawnQuantities) {
    self.layer = layer
    self.members = members
    self.frame = frame
    self.number = number
  }

  /// What it does in each segment; nothing where it does not act.
  ///
  /// - Parameter ages: a of each line in each segment.
  mutating func fills(atAges ages: [[Expression]]) -> [QuotaFill?] {
    frame.segments.enumerated().map { index, segment in
      guard segment.isActive(layer.validity) else { return nil }
      let state = State(duties: members.map { $0.duties[index] }, ages: ages.map { $0[index] })
      if let fill = known[state] { return fill }
      let fill = QuotaFill(
        layer, zip(members, state.ages).map { $0.member(inSegment: index, afterYears: $1, number) })
      known[state] = fill
      return fill
    }
  }
}

extension [QuotaFill?] {
  /// Whether the rate on top of the duties changes from each segment to the next.
  var changes: [DutyChange] {
    zip(self, dropFirst()).map { old, new in
      switch (old?.rate, new?.rate) {
      case (nil, nil): .never
      case (let rate?, nil), (nil, let rate?): DutyChange(from: rate.graph.constant(0), to: rate)
      case (let old?, let new?): DutyChange(from: old, to: new)
      }
    }
  }
}

/// A line in a quota through the segments of a period.
struct QuotaLine {
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
    baseline = frame.baseFlow(line.baseValue, group: line.group, growth: line.growth, number)
    let baseDuty = number(line.baseDuty)
    self.baseDuty = baseDuty
    duties = frame.segments.map { measures.level(on: exposure, in: $0, baseline: baseDuty).rate }
  }

  /// Whether t' without the quota changes from each segment to the next.
  var changes: [DutyChange] { zip(duties, duties.dropFirst()).map { DutyChange(from: $0, to: $1) } }

  /// The answer to the duty without the quota, and to that with a rate on top of it.
  func relatives(
    adding rate: Expression, inSegment segment: Int, _ number: DrawnQuantities
  ) -> (without: TradeRelatives, with: TradeRelatives) {
    let curve = response.curve(afterYears: number.graph.constant(0), adjustment: nil, number)
    let duty = duties[segment]
    return (curve.relatives(from: baseDuty, to: duty), curve.relatives(from: baseDuty, to: duty + rate))
  }

  func member(inSegment segment: Int, afterYears years: Expression, _ number: DrawnQuantities) -> QuotaMember {
    QuotaMember(
      baseline: baseline, baseDuty: baseDuty, duty: duties[segment],
      curve: response.curve(afterYears: years, adjustment: line.adjustment, number))
  }
}

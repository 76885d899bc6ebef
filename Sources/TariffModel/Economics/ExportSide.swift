internal import Expressions

/// One export line under a scenario in a period, USD m in the period.
struct ExportFlow {
  /// V without any measure.
  let baseline: Expression
  /// V'.
  let revenue: Expression
  /// V·max(0, 1 − q̂): the lost quantity at the base price.
  let lost: Expression
  /// δ(1 − κ): the share of it that is earned in another market.
  let redirectedShare: Expression
  /// V'·t', what is due.
  let dutyDue: Expression
  /// V'·t' as far as it is paid in the period.
  let dutyPaid: Expression
  /// V·t': duty at the baseline's weights.
  let dutyAtFixedWeights: Expression
  /// The rents of the quotas it is in.
  let rents: [QuotaRent]
  /// Who bears the change of its duty, where there is one and the response says so.
  let incidence: IncidenceSum?
  /// What front-loading moves goods between; none in a sum over periods.
  let segments: [ExportSegment]
  /// What its sums are made of where goods are ordered before they arrive; nothing where goods were moved since.
  let arriving: ArrivingFlow?
  /// Nothing where the study makes no forecasts.
  var forecast: LineForecast?
}

/// An export line in one segment of a period.
struct ExportSegment {
  let segment: Segment
  let level: TariffLevel
  let relatives: TradeRelatives
}

extension ExportFlow {
  /// A line from its duty and its relatives in each segment of the period.
  init(_ line: ExportLine, trade: TradeInPeriod, frame: TimeFrame, _ number: DrawnQuantities) {
    let graph = number.graph
    let baseline = frame.baseFlow(line.baseValue, group: line.group, growth: line.growth, number)
    let (levels, relatives) = (trade.levels, trade.relatives)
    let weights = trade.segments.map(\.weight)
    let baseDuty = number(line.baseDuty)
    let whole = trade.arrivals?.whole.mean
    let value = whole?.value ?? graph.sum(zip(relatives, weights).map { $0.value * $1 })
    let weighted = zip(zip(levels, relatives), weights)
    self.baseline = baseline
    revenue = baseline * value
    dutyDue = baseline * graph.sum(weighted.map { $0.0.dueRate * $0.1.value * $1 })
    dutyPaid = baseline * graph.sum(weighted.map { $0.0.paidRate * $0.1.value * $1 })
    dutyAtFixedWeights = baseline * graph.sum(zip(levels, weights).map { $0.dueRate * $1 })
    rents = weighted.compactMap { segment, weight in
      segment.0.rent.map {
        QuotaRent(quota: $0.quota, holder: $0.holder, value: baseline * (segment.1.value * $0.rate * weight))
      }
    }
    // Who bears a duty is settled when the goods are ordered.
    let changes = trade.ordered.map { part in
      let power = Expression.power(from: baseDuty, to: part.rate)
      return (
        change: DutyChange(from: baseDuty, to: part.rate), incidence: part.relatives.incidence(power: power), days: part.weight
      )
    }
    incidence = IncidenceSum(changes, spending: baseline * (1 + baseDuty))
    lost = baseline * (whole?.lost ?? graph.sum(zip(relatives, weights).map { $0.lost * $1 }))
    redirectedShare = number(line.redirection, default: 0) * (1 - number(line.redirectionDiscount, default: 0))
    segments = zip(trade.segments, zip(levels, relatives)).map {
      ExportSegment(segment: $0, level: $1.0, relatives: $1.1)
    }
    arriving = trade.arrivals.map {
      ArrivingFlow(
        $0, in: trade, years: frame.years(ofGroup: line.group),
        annual: frame.annualFlow(line.baseValue, growth: line.growth, number), baseDuty: baseDuty)
    }
  }

  /// A line that reacts to its own price.
  ///
  /// The responses of the segments are averaged, not their rates, unless the study says otherwise (the model's §2).
  ///
  /// - Parameters:
  ///   - index: The line's number in the study.
  ///   - clock: Of the line's long-run elasticity; nothing where it has none.
  init(
    _ line: ExportLine, index: Int, _ response: OwnPriceResponse, exposure: TariffExposure, clock: DutyClock?,
    measures: ScenarioMeasures, quotas: QuotaFills, frame: TimeFrame, average: PeriodResponse, _ number: DrawnQuantities
  ) {
    let baseDuty = number(line.baseDuty)
    let measured = frame.segments.map { measures.level(on: exposure, in: $0, baseline: baseDuty) }
    let levels = measured.enumerated().map { quotas.level($1, line: index, segment: $0) }
    func relatives(at rate: Expression, afterYears years: Expression) -> TradeRelatives {
      response.curve(afterYears: years, adjustment: line.adjustment, number)
        .relatives(TariffChange(power: .power(from: baseDuty, to: rate), rateChange: rate - baseDuty))
    }
    let segmentRelatives: [TradeRelatives]
    let rates: [Expression]
    switch average {
    case .averageResponse:
      rates = levels.map(\.rate)
      let changes = quotas.changes(ofLine: index, own: measured.changes)
      segmentRelatives = zip(rates, frame.ages(since: clock, changes: changes)).map(relatives)
    case .averageRate:
      // The mean rate stems from the part of the period since the start: the elasticity is that of the part's middle.
      let years = frame.days.flatMap { clock?.yearsAfterStart(in: $0) } ?? number.graph.constant(0)
      rates = Array(repeating: levels.averageRate(frame), count: levels.count)
      segmentRelatives = rates.map { relatives(at: $0, afterYears: years) }
    }
    self.init(
      line, trade: TradeInPeriod(frame, levels: levels, relatives: segmentRelatives, rates: rates), frame: frame, number)
  }

  /// A line that reacts to its own price, whose goods were ordered before they arrive.
  ///
  /// - Parameter merging: Whether segments with one duty may be taken as one.
  init(
    _ line: ExportLine, orders: Orders, exposure: TariffExposure, measures: ScenarioMeasures, lag: LagKernel, merging: Bool,
    frame: TimeFrame, _ number: DrawnQuantities
  ) {
    let baseDuty = number(line.baseDuty)
    let measured = frame.segments.map { measures.level(on: exposure, in: $0, baseline: baseDuty) }
    self.init(
      line, trade: TradeInPeriod(orders, arrivingIn: frame, measured: measured, lag: lag, merging: merging), frame: frame, number)
  }
}

extension OwnPriceResponse {
  /// What is ordered of a line under all measures of a scenario.
  func orders(
    of line: ExportLine, exposure: TariffExposure, clock: DutyClock?, history: DutyHistory, _ number: DrawnQuantities
  ) -> Orders {
    let baseDuty = number(line.baseDuty)
    let segments = history.orderSegments(of: [exposure])
    let rates = segments.map { history.level(on: exposure, in: $0, baseline: baseDuty).rate }
    let changes = zip(rates, rates.dropFirst()).map { DutyChange(from: $0, to: $1) }
    return Orders(
      pieces: history.orderPieces(segments, changes: changes, clock: clock).map { piece in
        let rate = rates[piece.segment]
        let change = TariffChange(power: .power(from: baseDuty, to: rate), rateChange: rate - baseDuty)
        let curve = curve(afterYears: piece.years, adjustment: line.adjustment, number)
        return Orders.Piece(days: piece.days, rate: rate, relatives: curve.relatives(change))
      })
  }
}

extension Expression {
  /// τ = (1 + t')/(1 + t); exactly 1 where the rates are equal.
  static func power(from base: Expression, to rate: Expression) -> Expression { 1 + (rate - base) / (1 + base) }
}

extension [TariffLevel] {
  /// Whether the duty changes from each segment to the next.
  var changes: [DutyChange] { zip(self, dropFirst()).map { DutyChange(from: $0.rate, to: $1.rate) } }

  /// The rates of a period's segments, averaged by their days.
  func averageRate(_ frame: TimeFrame) -> Expression {
    frame.years.graph.sum(zip(self, frame.segments).map { $0.rate * $1.weight })
  }
}

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
}

extension ExportFlow {
  /// The responses of the segments are averaged, not their rates, unless the study says otherwise (the model's §2).
  ///
  /// - Parameter covered: The part of the line that each measure of the study covers, in the study's order.
  init(
    _ line: ExportLine, covered: [CodeCoverage.Part], measures: ScenarioMeasures, frame: TimeFrame, response: PeriodResponse,
    _ number: DrawnQuantities
  ) {
    let graph = number.graph
    let baseDuty = number(line.baseDuty)
    let baseline = number(line.baseValue) * frame.years
    let weights = frame.segments.map(\.weight)
    let levels = frame.segments.map { measures.level(onLineCovered: covered, in: $0, baseline: baseDuty) }
    let averageRate = graph.sum(zip(levels, weights).map { $0.rate * $1 })

    func relatives(at rate: Expression) -> TradeRelatives {
      let change = TariffChange(power: 1 + (rate - baseDuty) / (1 + baseDuty), rateChange: rate - baseDuty)
      return line.response.relatives(change, number)
    }
    let segmentRelatives =
      switch response {
      case .averageResponse: levels.map { relatives(at: $0.rate) }
      case .averageRate: Array(repeating: relatives(at: averageRate), count: levels.count)
      }
    let value = graph.sum(zip(segmentRelatives, weights).map { $0.value * $1 })
    let segments = zip(zip(levels, segmentRelatives), weights)

    self.baseline = baseline
    revenue = baseline * value
    dutyDue = baseline * graph.sum(segments.map { $0.0.rate * $0.1.value * $1 })
    dutyPaid = baseline * graph.sum(segments.map { $0.0.paidRate * $0.1.value * $1 })
    dutyAtFixedWeights = baseline * averageRate
    lost = baseline * graph.sum(zip(segmentRelatives, weights).map { maximum(1 - $0.quantity, graph.constant(0)) * $1 })
    redirectedShare = number(line.redirection, default: 0) * (1 - number(line.redirectionDiscount, default: 0))
  }
}

extension ExportResponse {
  func relatives(_ change: TariffChange, _ number: DrawnQuantities) -> TradeRelatives {
    switch self {
    case .ownPrice(let response): response.relatives(change, number)
    }
  }
}

internal import Expressions

/// The partner's trade in the study's markets in a period, by origin and in total, USD m in the period.
///
/// Its own production, where a market has it, is no import and not in the sums; it is in the price index, which weighs markets by
/// their base spending, duty included.
struct MarketSums {
  /// The trade of one origin, or of all.
  struct Trade {
    /// M without any measure.
    let baseline: Expression
    /// M'.
    let imports: Expression
    /// M·t.
    let baselineDuty: Expression
    /// M'·t' as far as it is paid in the period.
    let duty: Expression
    /// Nothing where the study makes no forecasts.
    let forecast: ForecastFlow?
  }

  /// The trade of one origin in one market.
  struct Flow {
    let origin: String
    let market: String
    let trade: Trade
    /// Of all origins in the market.
    let ofMarket: Trade
  }

  /// The largest base value first.
  let origins: [(name: String, trade: Trade)]
  let total: Trade
  /// Market by market; none unless the study asks for them.
  let flows: [Flow]
  /// Base spending in the markets that have a price index, duty included, and the same times P̂; nothing where none has one.
  let spending: (base: Expression, priced: Expression)?
}

extension MarketSums {
  /// The total is the sum of the origins' sums, so that no flow is added twice.
  init(
    origins: [(name: String, trade: Trade)], flows: [Flow], spending: (base: Expression, priced: Expression)?,
    graph: ExpressionGraph
  ) {
    self.origins = origins
    self.flows = flows
    self.spending = spending
    total = Trade(sumOf: origins.map(\.trade), graph: graph)
  }

  /// Sums over several periods.
  init(over periods: [MarketSums], graph: ExpressionGraph) {
    let spending = periods.compactMap(\.spending)
    self.init(
      origins: periods[0].origins.indices.map { origin in
        (periods[0].origins[origin].name, Trade(sumOf: periods.map { $0.origins[origin].trade }, graph: graph))
      },
      flows: periods[0].flows.indices.map { flow in
        let first = periods[0].flows[flow]
        return Flow(
          origin: first.origin, market: first.market,
          trade: Trade(sumOf: periods.map { $0.flows[flow].trade }, graph: graph),
          ofMarket: Trade(sumOf: periods.map { $0.flows[flow].ofMarket }, graph: graph))
      }, spending: spending.isEmpty ? nil : (graph.sum(spending.map(\.base)), graph.sum(spending.map(\.priced))), graph: graph)
  }

  /// An outcome of one origin, or nothing.
  func value(of outcome: Outcome, origin: Trade) -> Expression? {
    switch outcome {
    case .marketShareChange:
      100
        * defined(
          origin.imports / total.imports - origin.baseline / total.baseline, dividingBy: total.imports, total.baseline)
    default: origin.value(of: outcome)
    }
  }

  /// An outcome of one origin in one market, or nothing; its share is that of the market's imports.
  func value(of outcome: Outcome, flow: Flow) -> Expression? {
    guard outcome == .marketShareChange else { return flow.trade.value(of: outcome) }
    let (trade, market) = (flow.trade, flow.ofMarket)
    return 100
      * defined(
        trade.imports / market.imports - trade.baseline / market.baseline, dividingBy: market.imports, market.baseline)
  }

  /// An outcome in total, or nothing: shares always sum to 1.
  func value(of outcome: Outcome) -> Expression? {
    switch outcome {
    case .priceIndexChangePercent: spending.map { 100 * (ratio($0.priced, to: $0.base) - 1) }
    default: total.value(of: outcome)
    }
  }
}

extension MarketSums.Trade {
  init(sumOf trades: [MarketSums.Trade], graph: ExpressionGraph) {
    baseline = graph.sum(trades.map(\.baseline))
    imports = graph.sum(trades.map(\.imports))
    baselineDuty = graph.sum(trades.map(\.baselineDuty))
    duty = graph.sum(trades.map(\.duty))
    let forecasts = trades.compactMap(\.forecast)
    forecast = forecasts.count == trades.count ? ForecastFlow(sumOf: forecasts) : nil
  }

  fileprivate func value(of outcome: Outcome) -> Expression? {
    switch outcome {
    case .marketImports: imports
    case .marketImportsChange: imports - baseline
    case .marketImportsChangePercent: 100 * ratio(imports - baseline, to: baseline)
    case .marketDuty: duty
    case .marketDutyChange: duty - baselineDuty
    default: forecast?.value(of: outcome)
    }
  }
}

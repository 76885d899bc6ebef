internal import Expressions

/// What arrives of one flow in a period, as products of what many flows share, shares of orders and rates, and what is its own.
///
/// Sums over flows take one product for all that share a factor: what weighs the orders costs nothing flow by flow.
struct ArrivingFlow {
  typealias Products = [(factor: Expression, value: Expression)]

  /// V'.
  let value: Products
  /// V·max(0, 1 − q̂).
  let lost: Products
  /// V'·t', what is due.
  let dutyDue: [RatedProduct]
  /// V'·t' as far as it is paid in the period.
  let dutyPaid: [RatedProduct]
}

extension ArrivingFlow {
  /// - Parameters:
  ///   - arrivals: Of the period.
  ///   - years: L.
  ///   - annual: The flow of a year without any policy.
  ///   - baseDuty: t.
  init(_ arrivals: PeriodArrivals, in trade: TradeInPeriod, years: Expression, annual: Expression, baseDuty: Expression) {
    func duty(_ rate: (TariffLevel) -> Expression) -> [RatedProduct] {
      zip(zip(trade.segments, trade.levels), arrivals.bySegment).flatMap { segment, arrivals in
        arrivals.products(\.value, scale: years * segment.0.weight, value: annual).map {
          RatedProduct(rate: rate(segment.1), base: baseDuty, factor: $0.factor, value: $0.value)
        }
      }
    }
    value = arrivals.whole.products(\.value, scale: years, value: annual)
    lost = arrivals.whole.products(\.lost, scale: years, value: annual)
    dutyDue = duty(\.dueRate)
    dutyPaid = duty(\.paidRate)
  }
}

extension [ExportFlow] {
  /// Σ of a part of the flows: flow by flow, and for what was ordered before it arrives by what many flows share.
  func sum(
    _ part: (ExportFlow) -> Expression, _ products: (ArrivingFlow) -> ArrivingFlow.Products, _ graph: ExpressionGraph
  ) -> Expression {
    graph.sum(filter { $0.arriving == nil }.map(part) + [graph.sum(ofProducts: compactMap(\.arriving).flatMap(products))])
  }

  /// Σ of a duty of the flows.
  func sum(
    _ part: (ExportFlow) -> Expression, rated products: (ArrivingFlow) -> [RatedProduct], _ graph: ExpressionGraph
  ) -> Expression {
    graph.sum(
      filter { $0.arriving == nil }.map(part) + [graph.sum(ofRated: compactMap(\.arriving).flatMap(products))])
  }
}

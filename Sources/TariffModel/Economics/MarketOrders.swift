internal import Expressions

/// All that is ordered in a market, day by day, as it clears under the duties of those days.
///
/// Arrivals add up because every member's is an arithmetic mean of its orders, and all share one lag.
struct MarketOrders {
  /// Member by member.
  let members: [Orders]
  /// P̂ of each piece, with its days; none where the response has no price index.
  let prices: [(days: Range<Int>, index: Expression)]
}

extension MarketSolver {
  /// What is ordered under all measures of a scenario.
  mutating func orders(_ history: DutyHistory, clock: DutyClock?) -> MarketOrders {
    let segments = history.orderSegments(of: members.lazy.map(\.exposure))
    // By segment, then by member.
    let rates = segments.map { segment in
      members.map { history.level(on: $0.exposure, in: segment, baseline: $0.baseDuty).rate }
    }
    let changes = zip(rates, rates.dropFirst()).map { old, new in
      DutyChange.any(zip(old, new).lazy.map { DutyChange(from: $0, to: $1) })
    }
    let pieces = history.orderPieces(segments, changes: changes, clock: clock)
    var answers: [MarketAnswer] = []
    for piece in pieces { answers.append(answer(to: Change(rates: rates[piece.segment], years: piece.years))) }
    return MarketOrders(
      members: members.indices.map { member in
        Orders(
          pieces: zip(pieces, answers).map {
            Orders.Piece(days: $0.days, rate: rates[$0.segment][member], relatives: $1.relatives[member])
          })
      },
      prices: zip(pieces, answers).compactMap { piece, answer in answer.priceIndex.map { (piece.days, $0) } })
  }

  /// The market in a period whose goods were ordered before they arrive.
  ///
  /// - Parameter merging: Whether segments with one duty may be taken as one.
  func flows(
    _ orders: MarketOrders, measures: ScenarioMeasures, lag: LagKernel, merging: Bool, frame: TimeFrame
  ) -> MarketFlows {
    MarketFlows(
      members: zip(members, orders.members).map { member, own in
        let measured = frame.segments.map { measures.level(on: member.exposure, in: $0, baseline: member.baseDuty) }
        return TradeInPeriod(own, arrivingIn: frame, measured: measured, lag: lag, merging: merging)
      },
      priceIndex: orders.priceIndex(of: frame))
  }
}

extension MarketOrders {
  /// The mean price index of the orders of a period's days; nothing where there is none.
  fileprivate func priceIndex(of frame: TimeFrame) -> Expression? {
    guard let days = frame.days, !prices.isEmpty else { return nil }
    return frame.years.graph.sum(
      prices.map { $0.index * (Double($0.days.clamped(to: days).count) / Double(days.count)) })
  }
}

internal import Expressions

/// All that is ordered of some goods, day by day, as their response answers the duties of those days.
struct Orders {
  /// Pieces with one duty and one elasticity.
  struct Piece {
    /// As in ``OrderPiece``.
    let days: Range<Int>
    /// The rate t' that the orders answer to.
    let rate: Expression
    let relatives: TradeRelatives
  }

  /// In the order of their days; the first has always been.
  let pieces: [Piece]
}

/// What arrives of some goods in a period, segment by segment, and what it answers to.
struct TradeInPeriod {
  let segments: [Segment]
  /// The duty in each segment.
  let levels: [TariffLevel]
  /// New over old in each segment.
  let relatives: [TradeRelatives]
  /// The orders of the period's days.
  let ordered: [OrderedPart]
}

/// A part of a period's days with what is ordered on them.
struct OrderedPart {
  let rate: Expression
  let relatives: TradeRelatives
  /// Its days ÷ days of the period.
  let weight: Double
}

extension TradeInPeriod {
  /// Goods that arrive on the day of their order.
  init(_ frame: TimeFrame, levels: [TariffLevel], relatives: [TradeRelatives], rates: [Expression]) {
    segments = frame.segments
    self.levels = levels
    self.relatives = relatives
    ordered = zip(zip(rates, relatives), segments).map { OrderedPart(rate: $0.0, relatives: $0.1, weight: $1.weight) }
  }

  /// Goods that were ordered before they arrive.
  ///
  /// Segments with one duty are one: they have one mean of orders.
  ///
  /// - Parameter measured: The duty in each segment of the period.
  init(_ orders: Orders, arrivingIn frame: TimeFrame, measured: [TariffLevel], lag: LagKernel, merging: Bool) {
    var segments: [Segment] = []
    var levels: [TariffLevel] = []
    for (segment, level) in zip(frame.segments, measured) {
      if merging, let last = segments.last, let known = levels.last, known.isSame(as: level), let a = last.days,
        let b = segment.days
      {
        let days = a.lowerBound..<b.upperBound
        segments[segments.count - 1] = Segment(weight: last.weight + segment.weight, days: days)
      } else {
        segments.append(segment)
        levels.append(level)
      }
    }
    self.segments = segments
    self.levels = levels
    relatives = segments.map { orders.mean(arrivingOn: $0.days ?? 0..<1, lag: lag) }
    ordered = orders.parts(of: frame.days ?? 0..<1)
  }
}

extension Orders {
  /// The arithmetic means of V̂ and q̂ over what arrives on some days; their ratio is the price at which it was ordered.
  ///
  /// In terms of the jumps between pieces: where no duty has changed in a draw, nothing has, to the bit. O(pieces).
  func mean(arrivingOn days: Range<Int>, lag: LagKernel) -> TradeRelatives {
    let zero = lag.delay.graph.constant(0)
    // Neither is anything ordered after it arrives.
    let shares = pieces.dropFirst().prefix { $0.days.lowerBound < days.upperBound }.map {
      lag.share(arrivingOn: days, orderedFrom: $0.days.lowerBound)
    }
    func mean(_ part: (TradeRelatives) -> Expression) -> Expression {
      let values = pieces.prefix(shares.count + 1).map { part($0.relatives) }
      let jumps = zip(values, values.dropFirst()).map { $1 - $0 }
      return values[0] + zero.graph.sum(zip(shares, jumps).filter { $1.constantValue != 0 }.map { $0 * $1 })
    }
    let value = mean(\.value)
    let isOne = pieces.allSatisfy { $0.relatives.value == $0.relatives.quantity }
    let lost = mean { maximum(1 - $0.quantity, zero) }
    return TradeRelatives(value: value, quantity: isOne ? value : mean(\.quantity), lostQuantity: lost)
  }

  /// What is ordered on some days.
  func parts(of days: Range<Int>) -> [OrderedPart] {
    pieces.compactMap { piece in
      let own = piece.days.clamped(to: days)
      guard !own.isEmpty else { return nil }
      return OrderedPart(rate: piece.rate, relatives: piece.relatives, weight: Double(own.count) / Double(days.count))
    }
  }
}

extension TariffLevel {
  /// Whether both are the same duties, to the bit.
  fileprivate func isSame(as other: TariffLevel) -> Bool {
    rate == other.rate && paidRate == other.paidRate && rent == nil && other.rent == nil
  }
}

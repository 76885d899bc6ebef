internal import Expressions

/// What arrives of some goods on some days, by the answer to the duties of the day of its order.
///
/// Orders that give one answer are one part, on however many stretches of days they fall: a flow takes one product for each answer.
struct Arrivals {
  /// An answer other than the first.
  struct Part {
    /// The share of the arrivals that was ordered so.
    let share: Expression
    let relatives: TradeRelatives
  }

  /// The answer of orders from before any duty changed.
  let first: TradeRelatives
  /// Their shares and that of the first sum to 1.
  let others: [Part]
}

/// What arrives in a period and in each of its segments.
struct PeriodArrivals {
  let whole: Arrivals
  let bySegment: [Arrivals]
}

extension Arrivals {
  /// The arithmetic means of V̂ and q̂; their ratio is the price at which it was ordered.
  ///
  /// As differences from the first answer: where no duty has changed in a draw, nothing has, to the bit.
  var mean: TradeRelatives {
    let value = mean(\.value)
    let isOne = first.value == first.quantity && others.allSatisfy { $0.relatives.value == $0.relatives.quantity }
    return TradeRelatives(value: value, quantity: isOne ? value : mean(\.quantity), lostQuantity: mean(\.lost))
  }

  private func mean(_ part: (TradeRelatives) -> Expression) -> Expression {
    let start = part(first)
    return start + start.graph.sum(others.map { $0.share * (part($0.relatives) - start).inOwnColumn })
  }

  /// The mean of a part of the answers times some goods, as products with what other goods may share.
  ///
  /// - Parameters:
  ///   - scale: What all shares are multiplied by; many goods have the same.
  ///   - value: What the answers are multiplied by.
  func products(
    _ part: (TradeRelatives) -> Expression, scale: Expression, value: Expression
  ) -> [(factor: Expression, value: Expression)] {
    let start = part(first)
    return [(scale, value * start)] + others.map { (scale * $0.share, value * (part($0.relatives) - start)) }
  }
}

extension Orders {
  /// What arrives on some days; nothing is ordered after it arrives.
  ///
  /// O(pieces).
  func arrivals(on days: Range<Int>, lag: LagKernel) -> Arrivals {
    struct Answer: Hashable {
      let value: Expression
      let quantity: Expression
    }
    let past = pieces.prefix { $0.days.lowerBound < days.upperBound }
    let from = past.dropFirst().map { lag.share(arrivingOn: days, orderedFrom: $0.days.lowerBound) }
    let graph = lag.delay.graph
    let first = pieces[0].relatives
    var order: [TradeRelatives] = []
    var shares: [Answer: [Expression]] = [:]
    for (index, piece) in past.enumerated().dropFirst() {
      let answer = Answer(value: piece.relatives.value, quantity: piece.relatives.quantity)
      if answer == Answer(value: first.value, quantity: first.quantity) { continue }
      if shares[answer] == nil { order.append(piece.relatives) }
      shares[answer, default: []] += [from[index - 1]] + (index < from.count ? [-from[index]] : [])
    }
    return Arrivals(
      first: first,
      others: order.map { relatives in
        let parts = shares[Answer(value: relatives.value, quantity: relatives.quantity)] ?? []
        return Arrivals.Part(share: graph.sum(parts), relatives: relatives)
      })
  }
}

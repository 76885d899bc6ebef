/// How long before they arrive goods are ordered: what arrives answers the duties of the days on which it was ordered.
///
/// A share k(s) ds of what arrives was ordered s days before, with k = 0 for s < ℓ and (ln 2/h)·2^(−(s−ℓ)/h) beyond; with h = 0 all of it
/// was ordered ℓ days before. The mean is ℓ + h/ln 2.
package struct OrderLag: Hashable, Sendable {
  /// ℓ, days; nothing means 0, or what the study says.
  package var delay: Quantity?
  /// h, days: the time after ℓ in which half of the trade has adjusted; nothing means 0, or what the study says.
  package var halfLife: Quantity?

  package init(delay: Quantity? = nil, halfLife: Quantity? = nil) {
    self.delay = delay
    self.halfLife = halfLife
  }
}

extension OrderLag {
  /// This lag with what it leaves open taken from another one.
  func filled(from other: OrderLag?) -> OrderLag {
    OrderLag(delay: delay ?? other?.delay, halfLife: halfLife ?? other?.halfLife)
  }

  /// Its numbers with the keys under which they are stated.
  var numbers: [(key: String, quantity: Quantity)] {
    [("orderLag", delay), ("adjustmentHalfLife", halfLife)].compactMap { key, quantity in quantity.map { (key, $0) } }
  }
}

extension Study {
  /// The lag of a line that reacts to its own price.
  func lag(of line: ExportLine) -> OrderLag? { line.lag?.filled(from: lag) ?? lag }

  /// The lag of a market, which all its members share.
  func lag(of market: Market) -> OrderLag? { market.lag?.filled(from: lag) ?? lag }

  /// Whether some goods are ordered before they arrive.
  var hasLag: Bool { lag != nil || exports.contains { $0.lag != nil } || markets.contains { $0.lag != nil } }
}

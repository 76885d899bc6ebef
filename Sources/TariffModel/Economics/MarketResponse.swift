package import Expressions

/// One supplier of a market, as a response sees it.
package struct MarketSupplier {
  /// Customs value before the change, in any unit that all suppliers of the market share.
  package let value: Expression
  /// T = 1 + t before the change.
  package let initialPower: Expression
  /// τ = T'/T.
  package let power: Expression
  /// μ; nothing means infinite.
  package let supply: Expression?
  /// The number of its nest; 0 in a flat market.
  package let nest: Int

  package init(value: Expression, initialPower: Expression, power: Expression, supply: Expression?, nest: Int = 0) {
    self.value = value
    self.initialPower = initialPower
    self.power = power
    self.supply = supply
    self.nest = nest
  }
}

/// What a tariff change does to a market.
package struct MarketAnswer {
  /// New over old for every supplier, in their order.
  package let relatives: [TradeRelatives]
  /// P̂ of the composite of all suppliers; nothing where the response has no composite.
  package let priceIndex: Expression?
}

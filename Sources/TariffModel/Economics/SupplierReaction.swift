internal import Expressions

/// How a supplier's price and quantity follow its demand under a constant elasticity of substitution.
///
/// Demand is q̂ = p̂^−σ·D and supply q̂ = (p̂/τ)^μ, so that with d = ln D − σ ln τ, the shift of demand at an unchanged exporter's
/// price, ln p̂* = d/(σ + μ) and ln q̂ = μ d/(σ + μ). Without a supply elasticity ln p̂* = 0 and ln q̂ = d.
struct SupplierReaction {
  /// Duty-inclusive spending before the change, V·T.
  let spending: Expression
  /// τ.
  let power: Expression
  /// ln τ.
  let logPower: Expression
  let substitution: Expression
  /// μ; nothing means infinite.
  let supply: Expression?
  /// 1/(σ + μ), 0 where μ is infinite: ln p̂* for a unit of d.
  let price: Expression
  /// μ/(σ + μ): ln q̂ for a unit of d.
  let quantity: Expression

  init(_ supplier: MarketSupplier, substitution: Expression) {
    let graph = substitution.graph
    spending = supplier.value * supplier.initialPower
    power = supplier.power
    logPower = log(supplier.power)
    self.substitution = substitution
    supply = supplier.supply
    price = supplier.supply.map { 1 / (substitution + $0) } ?? graph.constant(0)
    quantity = supplier.supply.map { $0 / (substitution + $0) } ?? graph.constant(1)
  }

  /// (μ + `elasticity`)/(σ + μ), 1 where μ is infinite.
  func weighted(_ elasticity: Expression) -> Expression {
    supply.map { ($0 + elasticity) * price } ?? price.graph.constant(1)
  }

  /// τ^−σ: the quantity at an unchanged exporter's price and D = 1.
  var ownResponse: Expression { exp(-(substitution * logPower)) }

  /// The relatives where ln D is `commonShift`, the same for all suppliers of a composite.
  func relatives(commonShift: Expression) -> TradeRelatives {
    guard supply != nil else {
      // One exponential a supplier, which the index has taken already, and one for all of them.
      let quantity = ownResponse * exp(commonShift)
      let graph = power.graph
      return TradeRelatives(
        value: quantity, quantity: quantity, buyerPrice: power,
        incidence: PriceIncidence(buyer: graph.constant(1), exporter: graph.constant(0)))
    }
    let shift = commonShift - substitution * logPower
    return TradeRelatives(
      value: exp((price + quantity) * shift), quantity: exp(quantity * shift), buyerPrice: power * exp(price * shift))
  }
}

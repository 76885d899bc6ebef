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

  /// ln q̂ at an unchanged exporter's price where ln D is `commonShift`.
  func shift(_ commonShift: Expression) -> Expression { commonShift - substitution * logPower }
}

extension [SupplierReaction] {
  /// The relatives of the suppliers, each with ln D of its composite.
  ///
  /// - Parameter mayBeFar: Whether factors of a quantity may leave the range of numbers.
  func relatives(commonShifts: [Expression], mayBeFar: Bool) -> [TradeRelatives] {
    let closed = closedQuantities(commonShifts, mayBeFar: mayBeFar)
    return zip(self, commonShifts).map { reaction, commonShift in
      guard reaction.supply == nil else {
        let shift = reaction.shift(commonShift)
        return TradeRelatives(
          value: exp((reaction.price + reaction.quantity) * shift), quantity: exp(reaction.quantity * shift),
          buyerPrice: reaction.power * exp(reaction.price * shift))
      }
      let graph = reaction.power.graph
      let quantity = closed[Own(reaction, commonShift)] ?? graph.constant(.nan)
      return TradeRelatives(
        value: quantity, quantity: quantity, buyerPrice: reaction.power,
        incidence: PriceIncidence(buyer: graph.constant(1), exporter: graph.constant(0)))
    }
  }

  /// q̂ of suppliers whose price does not move: those with the same change of tariff have the same.
  ///
  /// τ^−σ·D takes one exponential a supplier, which the index has taken already, and one for all of them. In draws in which a factor
  /// may overflow or vanish it is one exponential of the sum.
  private func closedQuantities(_ commonShifts: [Expression], mayBeFar: Bool) -> [Own: Expression] {
    var order: [(key: Own, reaction: SupplierReaction)] = []
    var known: Set<Own> = []
    for (reaction, commonShift) in zip(self, commonShifts) where reaction.supply == nil {
      let key = Own(reaction, commonShift)
      if known.insert(key).inserted { order.append((key, reaction)) }
    }
    guard let graph = order.first?.reaction.power.graph else { return [:] }
    let plain = order.map { $0.reaction.ownResponse * exp($0.key.commonShift) }
    func table(_ quantities: some Sequence<Expression>) -> [Own: Expression] {
      Dictionary(uniqueKeysWithValues: zip(order.map(\.key), quantities))
    }
    guard mayBeFar else { return table(plain) }
    let (zero, one) = (graph.constant(0), graph.constant(1))
    let isFar = CompositePrice.isFar(order.map(\.key.commonShift).uniqued)
    let values = graph.iterate(from: plain + [isFar], tolerance: 0, limit: 1) { values in
      let flag = values[plain.count]
      let careful = zip(order, values).map { member, quantity in
        select(flag, atLeast: one, then: exp(member.reaction.shift(member.key.commonShift) * flag), else: quantity)
      }
      return IterationStep(next: careful + [zero], residual: flag)
    }
    return table(values.dropLast())
  }
}

/// What the quantity of a supplier whose price does not move depends on.
private struct Own: Hashable {
  let power: Expression
  let substitution: Expression
  let commonShift: Expression

  init(_ reaction: SupplierReaction, _ commonShift: Expression) {
    power = reaction.power
    substitution = reaction.substitution
    self.commonShift = commonShift
  }
}

package import Expressions

/// A market with trade creation and trade diversion, linear in the tariff changes.
///
/// With customs value m, dτ = T'/T − 1 and their mean d̄ = Σ m dτ/Σ m: creation TC = −m ε dτ/(1 + ε/μ); exporter's price
/// p̂* = 1 − ε dτ/(μ + ε); price effect PE = (m + TC)(p̂* − 1); diversion TD = −σ m (dτ − d̄), which sums to 0.
/// V' = max(0, m + TC + PE + TD). Where a supplier would sell less than nothing, m + min(TC, 0) + TD < 0, all diversion is scaled by
/// the one factor that leaves the worst placed of them nothing, so that it still sums to 0.
///
/// V̂ is V'/m. The quantity q̂ is (m + TC + TD)/m, at least 0: trade at the prices before the change. It differs from V̂/p̂* by
/// diversion alone, which is valued at those prices. The buyer's price is τ·p̂*. There is no composite and no price index.
///
/// S. Laird and A. Yeats (1986), UNCTAD Discussion Paper 19; O. Jammes and M. Olarreaga (2005), Explaining SMART and GSIM, World
/// Bank.
///
/// O(suppliers).
///
/// - Parameters:
///   - suppliers: At least one of positive value. With `lairdYeats` the power of all but one is certain to be 1.
///   - demand: ε of import demand. Not 0 where a μ is 0.
///   - substitution: σ.
package func smart(
  _ suppliers: [MarketSupplier], demand: Expression, substitution: Expression, form: SmartForm
) -> MarketAnswer {
  let graph = demand.graph
  let changes = suppliers.map { $0.power - 1 }
  let creations = zip(suppliers, changes).map { SmartCreation($0, change: $1, demand: demand) }
  let diversions = diversions(suppliers, changes: changes, substitution: substitution, form: form)
  let factor = diversionFactor(suppliers, creations: creations, diversions: diversions)
  let zero = graph.constant(0)
  return MarketAnswer(
    relatives: suppliers.indices.map { i in
      let (creation, price) = (creations[i].quantity, creations[i].price)
      let quantity = 1 + creation + factor * diversions[i]
      return TradeRelatives(
        value: maximum(quantity + (1 + creation) * price, zero), quantity: maximum(quantity, zero),
        buyerPrice: suppliers[i].power * (1 + price))
    }, priceIndex: nil)
}

/// What a supplier's own tariff does, per dollar of its trade.
private struct SmartCreation {
  /// TC/m.
  let quantity: Expression
  /// p̂* − 1.
  let price: Expression

  init(_ supplier: MarketSupplier, change: Expression, demand: Expression) {
    guard let supply = supplier.supply else {
      quantity = -(demand * change)
      price = demand.graph.constant(0)
      return
    }
    price = -(demand / (supply + demand) * change)
    quantity = supply * price
  }
}

/// TD/m of every supplier before any scaling.
private func diversions(
  _ suppliers: [MarketSupplier], changes: [Expression], substitution: Expression, form: SmartForm
) -> [Expression] {
  let graph = substitution.graph
  // Where nothing is traded there is nothing to divert, whatever the mean.
  let values = CompositePrice.weights(suppliers.map(\.value))
  let total = graph.sum(values)
  switch form {
  case .linear:
    let mean = graph.sum(zip(values, changes).map { $0 * $1 }) / total
    return changes.map { -(substitution * ($0 - mean)) }
  case .lairdYeats:
    let moving = suppliers.indices.filter { changes[$0].constantValue != 0 }
    precondition(moving.count <= 1, "the study was checked: Laird and Yeats' diversion is that of one moving tariff")
    return suppliers.indices.map { index in
      guard let mover = moving.first else { return graph.constant(0) }
      let (own, others) = (values[mover], total - values[mover])
      let change = maximum(-(substitution * changes[mover]), graph.constant(-1))
      // A sole supplier that loses all has nobody to lose it to.
      let perDollar = change / maximum(others + own * (1 + change), graph.constant(Double.leastNormalMagnitude))
      return index == mover ? perDollar * others : -(perDollar * own)
    }
  }
}

/// The factor on all diversion: 1, or what leaves the worst placed supplier nothing.
private func diversionFactor(
  _ suppliers: [MarketSupplier], creations: [SmartCreation], diversions: [Expression]
) -> Expression {
  let graph = suppliers[0].value.graph
  let (zero, one) = (graph.constant(0), graph.constant(1))
  var factor = one
  for (index, supplier) in suppliers.enumerated() where supplier.value.constantValue != 0 {
    let room = maximum(1 + minimum(creations[index].quantity, zero), zero)
    let loss = -diversions[index]
    // Where it is used the loss exceeds the room and is positive.
    let share = room / maximum(loss, graph.constant(Double.leastNormalMagnitude))
    let own = select(room, atLeast: loss, then: one, else: share)
    // Who sells nothing has nothing to lose.
    let least = Double.leastNormalMagnitude
    let isThere = supplier.value.staysApart(from: 0, by: least)
    factor = minimum(factor, isThere ? own : select(supplier.value, atLeast: graph.constant(least), then: own, else: one))
  }
  return factor
}

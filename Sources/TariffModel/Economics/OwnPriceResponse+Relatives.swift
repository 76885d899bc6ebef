internal import Expressions

/// What a tariff change does to one line: new over old.
struct TradeRelatives {
  /// V̂ = p̂*·q̂, customs value at the exporter's price.
  let value: Expression
  /// q̂; equals V̂ where the elasticity is one of values.
  let quantity: Expression
}

/// A tariff change as a response sees it.
struct TariffChange {
  /// τ = (1 + t')/(1 + t).
  let power: Expression
  /// Δt = t' − t.
  let rateChange: Expression
}

extension OwnPriceResponse {
  /// The relatives of a line under a tariff change (the model's §3.1).
  ///
  /// With k = ln τ: p̂ = τ^ρ is the buyer's price and p̂* = τ^(ρ−1) the exporter's, ρ = μ/(μ + ε).
  func relatives(_ change: TariffChange, _ number: DrawnQuantities) -> TradeRelatives {
    switch self {
    case .constantElasticity(let incidence): return incidence.relatives(power: change.power, number)
    case .levels(let elasticity, let passThrough):
      let price = 1 + number(passThrough, default: 1) * (change.power - 1)
      return equal(power(price, -number(elasticity)))
    case .linear(let elasticity, let passThrough):
      let fall = number(elasticity) * number(passThrough, default: 1) * change.rateChange
      return equal(maximum(1 - fall, number.graph.constant(0)))
    case .valueElasticity(let elasticity): return equal(power(change.power, -number(elasticity)))
    case .theta(let theta): return equal(power(change.power, -(number(theta) + 1)))
    }
  }

  private func equal(_ value: Expression) -> TradeRelatives { TradeRelatives(value: value, quantity: value) }
}

extension Incidence {
  /// V̂ and q̂ as powers of τ.
  fileprivate func relatives(power tau: Expression, _ number: DrawnQuantities) -> TradeRelatives {
    let exponents = exponents(number)
    return TradeRelatives(value: power(tau, exponents.value), quantity: power(tau, exponents.quantity))
  }

  private func exponents(_ number: DrawnQuantities) -> (value: Expression, quantity: Expression) {
    switch self {
    case .demand(let elasticity), .demandAndSupply(let elasticity, .infinite):
      let exponent = -number(elasticity)
      return (exponent, exponent)
    case .demandAndPassThrough(let elasticity, let passThrough):
      // V̂ = τ^(ρ−1−ρε), q̂ = τ^(−ρε).
      let rho = number(passThrough)
      let quantity = -(rho * number(elasticity))
      return (rho - 1 + quantity, quantity)
    case .demandAndSupply(let elasticity, .finite(let supply)):
      // V̂ = τ^(−ε(1+μ)/(μ+ε)), q̂ = τ^(−με/(μ+ε)).
      let (epsilon, mu) = (number(elasticity), number(supply))
      let common = -(epsilon / (mu + epsilon))
      return (common * (1 + mu), common * mu)
    case .supplyAndPassThrough(let supply, let passThrough):
      // ε = μ(1 − ρ)/ρ, so that ρε = μ(1 − ρ): V̂ = τ^(−(1−ρ)(1+μ)), q̂ = τ^(−μ(1−ρ)).
      let mu = number(supply)
      let borne = 1 - number(passThrough)
      return (-(borne * (1 + mu)), -(borne * mu))
    }
  }
}

internal import Expressions

/// An own-price response with the elasticities of one time: what it says at any duty.
enum OwnPriceCurve {
  /// V̂ = τ^value, q̂ = τ^quantity, p̂ = τ^buyerPrice; no buyer's price for an elasticity of values.
  case powers(value: Expression, quantity: Expression, buyerPrice: Expression?)
  /// p̂ = 1 + ρ(τ − 1), V̂ = q̂ = p̂^−ε.
  case levels(elasticity: Expression, passThrough: Expression)
  /// V̂ = q̂ = max(0, 1 − ε·ρ·Δt); p̂ as in levels.
  case linear(elasticity: Expression, passThrough: Expression)
}

extension OwnPriceCurve {
  func relatives(_ change: TariffChange) -> TradeRelatives {
    let tau = change.power
    switch self {
    case .powers(let value, let quantity, let buyerPrice):
      return TradeRelatives(
        value: power(tau, value), quantity: power(tau, quantity), buyerPrice: buyerPrice.map { power(tau, $0) },
        incidence: buyerPrice.map { PriceIncidence(buyer: $0, exporter: 1 - $0) })
    case .levels(_, let passThrough), .linear(_, let passThrough):
      let quantity = quantity(change)
      return TradeRelatives(
        value: quantity, quantity: quantity, buyerPrice: Self.retailPrice(passThrough, tau),
        incidence: PriceIncidence(retailPassThrough: passThrough, power: tau))
    }
  }

  /// The answer to a change from one duty to another.
  func relatives(from base: Expression, to rate: Expression) -> TradeRelatives {
    relatives(TariffChange(power: .power(from: base, to: rate), rateChange: rate - base))
  }

  /// q̂.
  func quantity(_ change: TariffChange) -> Expression {
    let tau = change.power
    switch self {
    case .powers(_, let exponent, _): return power(tau, exponent)
    case .levels(let elasticity, let passThrough): return power(Self.retailPrice(passThrough, tau), -elasticity)
    case .linear(let elasticity, let passThrough):
      return maximum(1 - elasticity * passThrough * change.rateChange, tau.graph.constant(0))
    }
  }

  /// 1 + ρ(τ − 1): the importer's margin bears the rest.
  static func retailPrice(_ passThrough: Expression, _ tau: Expression) -> Expression { 1 + passThrough * (tau - 1) }
}

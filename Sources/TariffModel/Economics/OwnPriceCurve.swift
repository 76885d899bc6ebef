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

  /// dq̂/dτ for levels and powers, dq̂/d(Δt)·(1 + t) for the linear form; at most 0.
  ///
  /// - Parameter base: 1 + t.
  func slope(_ change: TariffChange, base: Expression) -> Expression {
    let tau = change.power
    switch self {
    case .powers(_, let exponent, _): return exponent * power(tau, exponent) / tau
    case .levels(let elasticity, let passThrough):
      let price = Self.retailPrice(passThrough, tau)
      return -elasticity * passThrough * power(price, -elasticity) / price
    case .linear(let elasticity, let passThrough):
      let slope = elasticity * passThrough
      let zero = tau.graph.constant(0)
      // Where nothing is sold any more, nothing is left to lose.
      return select(zero, atLeast: 1 - slope * change.rateChange, then: zero, else: -slope * base)
    }
  }

  /// The duty t' at which a quantity is sold; far beyond any duty where the response never reaches that quantity.
  ///
  /// - Parameters:
  ///   - quantity: q̂, above 0.
  ///   - baseline: t.
  func duty(atQuantity quantity: Expression, baseline: Expression) -> Expression {
    switch self {
    case .powers(_, let exponent, _):
      return (1 + baseline) * exp(Self.bounded(log(quantity) / -positive(-exponent))) - 1
    case .levels(let elasticity, let passThrough):
      let price = exp(Self.bounded(log(quantity) / -positive(elasticity)))
      return baseline + (1 + baseline) * ((price - 1) / positive(passThrough))
    case .linear(let elasticity, let passThrough):
      return baseline + (1 - quantity) / positive(elasticity * passThrough)
    }
  }

  /// Without its zeros, at which no duty moves the quantity: any reached then is far away.
  private func positive(_ x: Expression) -> Expression { maximum(x, x.graph.constant(1e-12)) }

  /// A logarithm of a price that is cut at e^±50: a power of the tariff is not so large.
  private static func bounded(_ logarithm: Expression) -> Expression {
    minimum(maximum(logarithm, logarithm.graph.constant(-50)), logarithm.graph.constant(50))
  }

  /// 1 + ρ(τ − 1): the importer's margin bears the rest.
  static func retailPrice(_ passThrough: Expression, _ tau: Expression) -> Expression { 1 + passThrough * (tau - 1) }
}

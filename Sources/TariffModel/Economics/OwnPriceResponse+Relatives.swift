package import Expressions

/// What a tariff change does to one line: new over old.
package struct TradeRelatives {
  /// V̂ = p̂*·q̂, customs value at the exporter's price.
  package let value: Expression
  /// q̂; equals V̂ where the elasticity is one of values.
  package let quantity: Expression
  /// p̂, duty included; nothing where the response does not say.
  package var buyerPrice: Expression?
  /// Who bears the duty; nothing where the response does not say.
  var incidence: PriceIncidence?
  /// max(0, 1 − q̂) averaged, where this is a mean over several answers.
  var lostQuantity: Expression?
}

extension TradeRelatives {
  /// max(0, 1 − q̂).
  var lost: Expression { lostQuantity ?? maximum(1 - quantity, quantity.graph.constant(0)) }
}

/// A tariff change as a response sees it.
struct TariffChange {
  /// τ = (1 + t')/(1 + t).
  let power: Expression
  /// Δt = t' − t.
  let rateChange: Expression
}

/// The elasticities of a response at one time after the tariff's start.
private struct TimedElasticity {
  let adjustment: ElasticityAdjustment?
  let years: Expression
  let number: DrawnQuantities

  /// ε(a) of an elasticity stated for the short run.
  func callAsFunction(_ shortRun: Quantity) -> Expression {
    adjustment?.value(shortRun: number(shortRun), after: years, number) ?? number(shortRun)
  }
}

extension OwnPriceResponse {
  /// The response with its elasticity some years after the duty first changed (the model's §3.1).
  func curve(
    afterYears years: Expression, adjustment: ElasticityAdjustment?, _ number: DrawnQuantities
  ) -> OwnPriceCurve {
    let elasticityNow = TimedElasticity(adjustment: adjustment, years: years, number: number)
    switch self {
    case .constantElasticity(let incidence): return incidence.curve(elasticityNow, number)
    case .levels(let elasticity, let passThrough):
      return .levels(elasticity: elasticityNow(elasticity), passThrough: number(passThrough, default: 1))
    case .linear(let elasticity, let passThrough):
      return .linear(elasticity: elasticityNow(elasticity), passThrough: number(passThrough, default: 1))
    case .valueElasticity(let elasticity):
      let exponent = -elasticityNow(elasticity)
      return .powers(value: exponent, quantity: exponent, buyerPrice: nil)
    case .theta(let theta):
      let exponent = -(elasticityNow(theta) + 1)
      return .powers(value: exponent, quantity: exponent, buyerPrice: nil)
    }
  }
}

extension Incidence {
  /// p̂ = τ^ρ is the buyer's price and p̂* = τ^(ρ−1) the exporter's, ρ = μ/(μ + ε).
  fileprivate func curve(_ elasticityNow: TimedElasticity, _ number: DrawnQuantities) -> OwnPriceCurve {
    switch self {
    case .demand(let elasticity), .demandAndSupply(let elasticity, .infinite):
      let exponent = -elasticityNow(elasticity)
      return .powers(value: exponent, quantity: exponent, buyerPrice: number.graph.constant(1))
    case .demandAndPassThrough(let elasticity, let passThrough):
      // V̂ = τ^(ρ−1−ρε), q̂ = τ^(−ρε).
      let rho = number(passThrough)
      let quantity = -(rho * elasticityNow(elasticity))
      return .powers(value: rho - 1 + quantity, quantity: quantity, buyerPrice: rho)
    case .demandAndSupply(let elasticity, .finite(let supply)):
      // V̂ = τ^(−ε(1+μ)/(μ+ε)), q̂ = τ^(−με/(μ+ε)).
      let (epsilon, mu) = (elasticityNow(elasticity), number(supply))
      let share = epsilon / (mu + epsilon)
      return .powers(value: -share * (1 + mu), quantity: -share * mu, buyerPrice: 1 - share)
    case .supplyAndPassThrough(let supply, let passThrough):
      // ε = μ(1 − ρ)/ρ, so that ρε = μ(1 − ρ): V̂ = τ^(−(1−ρ)(1+μ)), q̂ = τ^(−μ(1−ρ)).
      let (mu, rho) = (number(supply), number(passThrough))
      let borne = 1 - rho
      return .powers(value: -(borne * (1 + mu)), quantity: -(borne * mu), buyerPrice: rho)
    }
  }
}

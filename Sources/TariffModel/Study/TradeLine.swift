/// One product line of home's exports to the partner.
package struct ExportLine: Hashable, Sendable {
  /// Unique among the export lines.
  package var id: String
  /// The Harmonized System code, digits only, or nothing.
  package var hs: String?
  package var name: String?
  /// The group whose sums the line enters besides the total.
  package var group: String?
  /// Customs value a year before any measure, USD m.
  package var baseValue: Quantity
  /// Baseline ad valorem duty: collected duty ÷ customs value, a fraction.
  package var baseDuty: Quantity
  package var response: ExportResponse
  /// How its elasticity moves from the short run to the long run; nothing where it stays.
  package var adjustment: ElasticityAdjustment?
  /// How long before they arrive its goods are ordered; nothing where the study's lag holds.
  package var lag: OrderLag?
  /// Its own growth and noise in forecasts, besides those of all home's exports.
  package var forecast: FlowForecast?
  /// γ: growth of the base value a year, a fraction, from the middle of the study's base year on; effects contain it.
  package var growth: Quantity?
  /// δ: share of the lost quantity that finds another market at the base price less the discount.
  package var redirection: Quantity?
  /// κ: discount on redirected goods, a fraction of the base price.
  package var redirectionDiscount: Quantity?

  package init(
    id: String, hs: String? = nil, name: String? = nil, group: String? = nil, baseValue: Quantity, baseDuty: Quantity,
    response: ExportResponse, adjustment: ElasticityAdjustment? = nil, lag: OrderLag? = nil, growth: Quantity? = nil,
    redirection: Quantity? = nil, redirectionDiscount: Quantity? = nil
  ) {
    self.id = id
    self.hs = hs
    self.name = name
    self.group = group
    self.baseValue = baseValue
    self.baseDuty = baseDuty
    self.response = response
    self.adjustment = adjustment
    self.lag = lag
    self.growth = growth
    self.redirection = redirection
    self.redirectionDiscount = redirectionDiscount
  }
}

/// How the exports of a line react to the power of the tariff.
package enum ExportResponse: Hashable, Sendable {
  case ownPrice(OwnPriceResponse)
  /// A supplier of the partner's market for its code, with the μ and the nest that the line states.
  case market(supply: SupplyElasticity?, nest: String?)
}

/// The response of one line to its own tariff, rivals' prices held (the model's constant-elasticity family).
package enum OwnPriceResponse: Hashable, Sendable {
  /// q = A·p^−ε against q = B·(p*)^μ or a pass-through ρ in logarithms.
  case constantElasticity(Incidence)
  /// p̂ = 1 + ρ(τ − 1), V̂ = p̂^−ε: the importer's margin bears the rest, the exporter's price stays.
  case levels(elasticity: Quantity, passThrough: Quantity?)
  /// V̂ = max(0, 1 − ε·ρ·Δt), as local studies use it.
  case linear(elasticity: Quantity, passThrough: Quantity?)
  /// V̂ = τ^−ε with ε estimated on pre-duty import values: the price effect is in it.
  case valueElasticity(Quantity)
  /// V̂ = τ^−(θ+1) with θ estimated on duty-inclusive spending.
  case theta(Quantity)
}

/// Any two of demand elasticity ε, export supply elasticity μ and pass-through ρ = μ/(μ + ε); ε alone means ρ = 1.
package enum Incidence: Hashable, Sendable {
  case demand(elasticity: Quantity)
  case demandAndPassThrough(elasticity: Quantity, passThrough: Quantity)
  case demandAndSupply(elasticity: Quantity, supply: SupplyElasticity)
  case supplyAndPassThrough(supply: Quantity, passThrough: Quantity)
}

/// Export supply elasticity μ, possibly infinite (the exporter's price does not move).
package enum SupplyElasticity: Hashable, Sendable {
  case finite(Quantity)
  case infinite
}

/// One product line of home's imports from the partner.
package struct ImportLine: Hashable, Sendable {
  package var id: String
  package var hs: String?
  package var name: String?
  package var group: String?
  /// Customs value a year before any cut, USD m.
  package var baseValue: Quantity
  /// h: home's own tariff, a fraction.
  package var tariff: Quantity
  /// n: ad valorem equivalent of home's barriers, a fraction; no revenue.
  package var barrier: Quantity?
  package var response: ImportResponse
  /// g: growth of the base value a year, a fraction, from the middle of the study's base year on.
  package var growth: Quantity?
  /// a: share of a change in these imports that is new demand in total; nothing means 1 and a note.
  package var additionality: Additionality?
  /// Its own growth and noise in forecasts, besides those of all imports.
  package var forecast: FlowForecast?

  package init(
    id: String, hs: String? = nil, name: String? = nil, group: String? = nil, baseValue: Quantity, tariff: Quantity,
    barrier: Quantity? = nil, response: ImportResponse, growth: Quantity? = nil, additionality: Additionality? = nil
  ) {
    self.id = id
    self.hs = hs
    self.name = name
    self.group = group
    self.baseValue = baseValue
    self.tariff = tariff
    self.barrier = barrier
    self.response = response
    self.growth = growth
    self.additionality = additionality
  }
}

/// How the imports of a line react to a cut of the landed-price factor T = (1 + h)(1 + n), the seller's dollar price held.
package enum ImportResponse: Hashable, Sendable {
  /// M̂ = T̂^(−ρε).
  case log(elasticity: Quantity, passThrough: Quantity?)
  /// M̂ = (1 + ρ(T̂ − 1))^−ε.
  case levels(elasticity: Quantity, passThrough: Quantity?)
  /// M̂ = T̂^−ε.
  case valueElasticity(Quantity)
  /// M̂ = T̂^(−ε(1+μ)/(μ+ε)): the seller's price moves along a supply curve.
  case supply(elasticity: Quantity, supply: Quantity)
}

/// Share of a rise in imports from the partner that is new demand in total; the rest displaces other suppliers.
package enum Additionality: Hashable, Sendable {
  case share(Quantity)
  /// a = η/ε, at most 1, with η the elasticity of total import demand; import lines only.
  case demandRatio(importDemandElasticity: Quantity)
  /// a = η/(σ(1 − s) + ηs), s the partner's share of home's imports of the good.
  case ces(importDemandElasticity: Quantity, substitution: Quantity, partnerShare: Quantity)
}

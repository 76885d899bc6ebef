/// A market of the partner: all that is bought under a code, from whatever origin.
///
/// Its members are the suppliers and the export lines whose code it is the longest matching prefix of.
package struct Market: Hashable, Sendable {
  /// The Harmonized System code, digits only; unique among the markets.
  package var hs: String
  package var name: String?
  package var response: MarketResponse
  /// μ of every member that states none.
  package var supply: SupplyElasticity
  /// How the elasticities of the response move with time; nothing where they do not.
  package var adjustment: MarketAdjustment?
  /// How long before they arrive its goods are ordered, from whatever origin; nothing where the study's lag holds.
  package var lag: OrderLag?
  /// The own growth and noise in forecasts of every member that states none, each with a series of its own.
  package var forecast: FlowForecast?

  package init(
    hs: String, name: String? = nil, response: MarketResponse, supply: SupplyElasticity = .infinite,
    adjustment: MarketAdjustment? = nil, lag: OrderLag? = nil
  ) {
    self.hs = hs
    self.name = name
    self.response = response
    self.supply = supply
    self.adjustment = adjustment
    self.lag = lag
  }
}

/// How the elasticities of a market move from the short run, which its response states, to the long run.
///
/// Each follows ``ElasticityAdjustment`` with the same speed; one without a long run stays. σ_0 between nests moves with σ in
/// proportion.
package struct MarketAdjustment: Hashable, Sendable {
  /// σ_∞.
  package var substitution: Quantity?
  /// η_∞.
  package var demand: Quantity?
  /// λ a year.
  package var speed: Quantity

  package init(substitution: Quantity?, demand: Quantity?, speed: Quantity) {
    self.substitution = substitution
    self.demand = demand
    self.speed = speed
  }
}

/// How the members of a market share what the partner buys (the model's §3.2 and §3.3).
package enum MarketResponse: Hashable, Sendable {
  /// σ between any two suppliers, η of demand for all of them together.
  case armington(substitution: Quantity, demand: Quantity)
  /// σ_g between the suppliers of a nest, σ_0 between nests, η of demand.
  case nested(substitution: Quantity, nestSubstitution: Quantity, demand: Quantity)
  /// σ and ε of creation and diversion.
  case smart(substitution: Quantity, demand: Quantity, form: SmartForm)
}

/// What one origin sells to the partner under one code.
package struct Supplier: Hashable, Sendable {
  /// Where the goods come from, in the user's words; the partner itself for domestic production.
  package var origin: String
  /// Digits only; an origin has one supplier a code.
  package var hs: String
  /// Customs value a year before any measure, USD m.
  package var baseValue: Quantity
  /// Baseline ad valorem duty, a fraction; 0 for the partner's own production.
  package var baseDuty: Quantity
  /// μ; nothing where the market's holds.
  package var supply: SupplyElasticity?
  /// The nest in a nested market; nothing where the study's nests tell it from the origin.
  package var nest: String?

  package init(
    origin: String, hs: String, baseValue: Quantity, baseDuty: Quantity, supply: SupplyElasticity? = nil, nest: String? = nil
  ) {
    self.origin = origin
    self.hs = hs
    self.baseValue = baseValue
    self.baseDuty = baseDuty
    self.supply = supply
    self.nest = nest
  }
}

/// Origins that are closer substitutes for each other than for the rest, in nested markets.
package struct Nest: Hashable, Sendable {
  package var name: String
  package var origins: [String]

  package init(name: String, origins: [String]) {
    self.name = name
    self.origins = origins
  }
}

/// How trade diversion depends on the size of a tariff change.
package enum SmartForm: String, Hashable, Sendable, CaseIterable {
  /// TD = −σ m (dτ − d̄), for any tariffs that change.
  case linear
  /// TD = m_c m_o d/(m_c + m_o + m_c d) with d = −σ dτ, for the one supplier c whose tariff changes, and o all others.
  ///
  /// It multiplies the ratio of the two by 1 + d, as the elasticity of substitution says; d is at least −1, where c loses all.
  case lairdYeats
}

/// What makes forecasts out of effects: growth and noise, which no effect contains (the model's §9a).
///
/// A forecast of a flow is V'·e^(g·y)·n, with y the years between a day and the same day of the base year and n of mean 1. n is a product
/// of independent series on calendar quarters: one of all exports, one of each origin, one of each flow.
package struct Forecast: Hashable, Sendable {
  /// φ in [0, 1): the correlation of the noise from one quarter to the next; nothing means 0.
  package var persistence: Quantity?
  /// s of the series that all origins share; nothing means 0.
  package var commonNoise: Quantity?
  /// By origin; one that is not there has neither growth nor noise of its own.
  package var origins: [String: FlowForecast]
  /// Growth and noise that all of home's imports from the partner share.
  package var imports: FlowForecast

  package init(
    persistence: Quantity? = nil, commonNoise: Quantity? = nil, origins: [String: FlowForecast] = [:],
    imports: FlowForecast = FlowForecast()
  ) {
    self.persistence = persistence
    self.commonNoise = commonNoise
    self.origins = origins
    self.imports = imports
  }
}

/// The growth and the noise of an origin or of a flow.
package struct FlowForecast: Hashable, Sendable {
  /// g: log growth a year, of any sign; of a flow what it has besides its origin's.
  ///
  /// Nothing means 0.
  package var growth: Quantity?
  /// s in [0, 2): the standard deviation of the logarithm of a quarter's noise; nothing means 0.
  package var noise: Quantity?

  package init(growth: Quantity? = nil, noise: Quantity? = nil) {
    self.growth = growth
    self.noise = noise
  }
}

extension FlowForecast {
  /// This with what it leaves open taken from another one.
  func filled(from other: FlowForecast?) -> FlowForecast {
    FlowForecast(growth: growth ?? other?.growth, noise: noise ?? other?.noise)
  }
}

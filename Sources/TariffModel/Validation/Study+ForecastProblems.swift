extension Study {
  /// What the model cannot take of growth and noise in forecasts.
  func forecastProblems() -> [ModelProblem] {
    guard let forecast else {
      let stated =
        exports.lazy.compactMap { $0.forecast?.firstPath }.first ?? markets.lazy.compactMap { $0.forecast?.firstPath }.first
        ?? imports.lazy.compactMap { $0.forecast?.firstPath }.first
      return stated.map { [ModelProblem(path: $0, rule: .flowForecastNeedsForecast)] } ?? []
    }
    var found: [ModelProblem] = []
    if periods.isEmpty { found.append(ModelProblem(path: "forecast", rule: .needsPeriods)) }
    if baseYear == nil { found.append(ModelProblem(path: "forecast", rule: .growthNeedsBaseYear)) }
    let origins = tradingOrigins
    found += forecast.origins.keys.sorted().filter { !origins.contains($0) }.map {
      unknown($0, kind: "origin", among: origins, at: "forecast/origins/\($0)")
    }
    return found + growthProblems(forecast)
  }

  /// The base value of a flow grows once: in the baseline, or in the forecast.
  ///
  /// One problem for all lines: a growth in the defaults is that of each.
  private func growthProblems(_ forecast: Forecast) -> [ModelProblem] {
    let index = MarketIndex(markets)
    let ofHome = forecast.origins[home]?.growth?.path
    let export = exports.lazy.compactMap { line -> ModelProblem? in
      guard let growth = line.growth else { return nil }
      let market = line.isInMarket ? line.hs.flatMap { index.market(of: $0) } : nil
      let other = line.forecast?.growth?.path ?? market.flatMap { markets[$0].forecast?.growth?.path } ?? ofHome
      return other.map { ModelProblem(path: growth.path, rule: .growthTwice(other: $0)) }
    }.first
    let imported = imports.lazy.compactMap { line -> ModelProblem? in
      guard let growth = line.growth, let other = line.forecast?.growth?.path ?? forecast.imports.growth?.path else { return nil }
      return ModelProblem(path: growth.path, rule: .growthTwice(other: other))
    }.first
    return [export, imported].compactMap(\.self)
  }
}

extension FlowForecast {
  /// Where the first of its numbers stands.
  fileprivate var firstPath: String? { growth?.path ?? noise?.path }
}

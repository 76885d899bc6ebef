internal import TariffModel

extension LoadSession {
  /// `[forecast]`; the suppliers have been read before.
  func forecast(_ field: Field?, of study: Study) -> Forecast? {
    guard let field, let view = open(field, as: .forecast) else { return nil }
    var forecast = Forecast(
      persistence: quantity(view, "persistence"), commonNoise: quantity(view, "commonNoise"),
      imports: FlowForecast(growth: quantity(view, "importGrowth"), noise: quantity(view, "importNoise")))
    let (growthPlace, noisePlace) = (NumberPlace(scale: .rate), NumberPlace(scale: .plain))
    let growth = view["growth"].flatMap { number($0, as: growthPlace) }
    let noise = view["noise"].flatMap { number($0, as: noisePlace) }
    let own = originForecasts(view["origins"])
    // Each origin has its own draw of what all of them take.
    let trading = Set([study.home] + study.suppliers.map(\.origin)).subtracting([study.partner]).union(own.keys)
    for origin in trading.sorted() {
      let table = own[origin]
      let path = "\(view.path)/origins/\(origin)"
      forecast.origins[origin] = FlowForecast(
        growth: quantity(
          table?["growth"].flatMap { number($0, as: growthPlace) } ?? growth, at: "\(path)/growth", as: growthPlace),
        noise: quantity(
          table?["noise"].flatMap { number($0, as: noisePlace) } ?? noise, at: "\(path)/noise", as: noisePlace))
    }
    return forecast
  }

  /// What `[forecast.origins]` states, under the names that the study has for its countries.
  private func originForecasts(_ field: Field?) -> [String: TableView] {
    var spellings = OriginList()
    var own: [String: TableView] = [:]
    for (entry, field) in entries(field) {
      var key = field
      key.value = .text(entry.key)
      guard let name = namedOrigin(key, in: origins, &spellings, isComponent: true), let table = open(field, as: .originForecast)
      else { continue }
      locations["forecast/origins/\(name)"] = field.location
      own[name] = table
    }
    return own
  }

  /// `forecastGrowth` and `forecastNoise` of a line or a market; nothing where neither is stated.
  func flowForecast(_ stack: LineStack) -> FlowForecast? {
    let forecast = FlowForecast(
      growth: quantity(stack, "forecastGrowth", .rate), noise: quantity(stack, "forecastNoise", .plain))
    return forecast == FlowForecast() ? nil : forecast
  }
}

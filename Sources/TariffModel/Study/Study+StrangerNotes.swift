extension Study {
  /// Measures and world tariffs that name countries of which the study has no trade.
  ///
  /// Without suppliers a study has home's goods only, and a measure may name whom else it falls on: that is noted where it falls on
  /// none of home's.
  var strangerNotes: [ModelNote] {
    func note(_ name: String, _ strangers: [Stranger], of count: Int) -> ModelNote? {
      guard !strangers.isEmpty else { return nil }
      return ModelNote(
        scenario: nil,
        subject: .strangersNamed(in: name, strangers.map(\.name), fallsOnNothing: strangers.count == count))
    }
    let origins = KnownCountries(tradingOrigins + [partner])
    let regions = KnownCountries(world?.regions.map(\.name) ?? [])
    // The lists of an included file are those of many studies.
    let ofMeasures = measures.filter { !$0.isIncluded }.compactMap { measure -> ModelNote? in
      let strangers = origins.strangers(among: measure.countries)
      guard !suppliers.isEmpty || strangers.count == measure.countries.count else { return nil }
      return note(measure.name, strangers, of: measure.countries.count)
    }
    return ofMeasures
      + worldTariffs.compactMap { tariff in
        let (exporters, importers) = (regions.strangers(among: tariff.exporters), regions.strangers(among: tariff.importers))
        let fallsOnNothing =
          !exporters.isEmpty && exporters.count == tariff.exporters.count
          || !importers.isEmpty && importers.count == tariff.importers.count
        let strangers = exporters + importers
        return note(tariff.name, strangers, of: fallsOnNothing ? strangers.count : -1)
      }
  }
}

/// The statistics of trade and of duties whose files are read as they are published.
package enum TradeSource: String, Hashable, Sendable, CaseIterable {
  /// Exports of USA Trade Online, US Census Bureau.
  case usatrade
  /// Exports of DataWeb, US International Trade Commission.
  case dataweb
  /// Answers of the Census Bureau's API on international trade.
  case censusAPI = "census-api"
  /// Bulk files of the Census Bureau, fixed width.
  case censusIMDB = "census-imdb"
  /// UN Comtrade, CSV and JSON, of the present and the older form.
  case comtrade
  /// BACI of CEPII.
  case baci
  /// Query results of WITS, World Bank.
  case wits
  /// The Harmonized Tariff Schedule of the United States, CSV and JSON.
  case hts
  /// The annual tariff database of the US International Trade Commission.
  case tariffDatabase = "tariff-database"

  /// Whether its rows are duties; those of the others are flows.
  package var tellsRates: Bool { [.wits, .hts, .tariffDatabase].contains(self) }

  /// What readers should know of its values, where that matters to a scenario.
  package var valuation: String? {
    switch self {
    case .comtrade:
      "values are as reported: imports mostly c.i.f., exports f.o.b.; customs values of the United States are below c.i.f."
    case .baci: "values are f.o.b., reconciled between the two sides"
    default: nil
    }
  }
}

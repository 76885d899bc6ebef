internal import Analysis
internal import TariffModel

/// The columns of a table that name an outcome.
///
/// Where the study makes forecasts a column `kind` says of each row whether it is an effect or a forecast: without them all are effects.
/// Where it reports single markets a column `market` holds their codes.
struct KeyColumns {
  private let hasKinds: Bool
  private let hasMarkets: Bool

  init(_ result: SimulationResult) { self.init([result]) }

  /// The columns of one table for several results.
  init(_ results: [SimulationResult]) {
    hasKinds = results.contains { $0.outcomes.contains { $0.key.outcome.isForecast } }
    hasMarkets = results.contains { $0.outcomes.contains { $0.key.slice.market != nil } }
  }

  /// - Parameter slice: What the part of the trade is called.
  func columns(_ slice: String) -> [String] {
    ["scenario", "period", "outcome"] + (hasKinds ? ["kind"] : []) + [slice] + (hasMarkets ? ["market"] : []) + ["unit"]
  }

  /// The fields of these columns.
  func fields(_ key: OutcomeKey) -> CSVText {
    var fields = CSVText()
    fields.add(key.scenario)
    fields.add(key.period)
    fields.add(key.outcome.rawValue)
    if hasKinds { fields.add(OutcomeKind(key.outcome).rawValue) }
    fields.add(hasMarkets ? key.slice.groupBesideMarket : key.slice.groupColumn)
    if hasMarkets { fields.add(key.slice.market ?? "") }
    fields.add(key.outcome.unit.rawValue)
    return fields
  }
}

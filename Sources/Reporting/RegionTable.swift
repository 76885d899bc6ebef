internal import Analysis
internal import Statistics
internal import TariffModel

/// What a scenario does to the regions of a world: one row each, in the study's order.
enum RegionTable {
  private static let outcomes: [(Outcome, title: String)] = [
    (.worldPriceChangePercent, "world price, %"), (.worldExportsChange, "exports"), (.worldImportsChange, "imports"),
    (.producerSurplusChange, "producers"), (.consumerSurplusChange, "consumers"), (.worldTariffRevenueChange, "revenue"),
    (.welfareChange, "welfare"), (.exactWelfareChange, "welfare, exact"),
  ]

  /// The lines of the table with its title; none where the study has no world.
  static func lines(_ result: SimulationResult, scenario: String, style: TextStyle) -> [String] {
    let own = result.outcomes(of: scenario)
    let regions = own.compactMap { outcome -> String? in
      if case .region(let name) = outcome.key.slice { return name }
      return nil
    }.uniqued
    guard !regions.isEmpty else { return [] }
    var table = TextTable(columns: [TextTable.Column("", .left)] + outcomes.map { TextTable.Column($0.title) })
    var shown: [CentralFigure] = []
    for (name, slice) in regions.map({ ($0, OutcomeSlice.region($0)) }) + [("all regions", .total)] {
      let figures = outcomes.map { wanted, _ in
        own.first { $0.key.outcome == wanted && $0.key.slice == slice }.map { CentralFigure($0.summary, digits: 3) }
      }
      shown += figures.compactMap { $0 }
      table.rows.append([name] + figures.map { $0?.cell ?? "" })
    }
    let lines = style.table(table)
    return style.heading("Regions, changes", "\(CentralFigure.meaning(of: shown)); USD m unless stated") + lines
  }
}

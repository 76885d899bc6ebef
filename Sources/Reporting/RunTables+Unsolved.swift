package import Analysis
internal import TariffModel

extension RunTables {
  /// `unsolved.csv`: the first draws in which some outcome has no value, a row each, with every uncertain number in it.
  ///
  /// Draws are numbered from 1 in the order of the run. Several scenarios or outcomes are separated by semicolons.
  package static func unsolved(_ report: UnsolvedReport) -> String {
    var table = CSVText(columns: ["draw", "scenarios", "outcomes"] + report.paths)
    for draw in report.draws {
      table.add(String(draw.number))
      table.add(draw.scenarios.joined(separator: "; "))
      table.add(draw.outcomes.map(\.rawValue).joined(separator: "; "))
      for value in draw.values { table.add(value) }
      table.endRow()
    }
    return table.text
  }
}

package import Analysis
internal import Statistics

extension RunTables {
  /// `percentiles.csv` of several files in one table, with the file in the first column.
  package static func percentiles(of results: [(file: String, result: SimulationResult)]) -> String {
    let keys = KeyColumns(results.map(\.result))
    var table = CSVText(columns: ["file"] + percentileColumns(keys))
    for (file, result) in results {
      var name = CSVText()
      name.add(file)
      addPercentiles(of: result, keys: keys, after: name, to: &table)
    }
    return table.text
  }
}

internal import Analysis
internal import TextFormats

/// Why a folder's files tell no result.
package enum ResultReadingFailure: Error, Hashable, Sendable {
  /// A file that every result has is not there.
  case missing(file: String)
  /// A file is damaged, or of another version: what is wrong, and where.
  case damaged(file: String, reason: String)
}

extension ResultDocument {
  /// The files that a page is made from.
  package static let fileNames = ["summary.json", "assumptions.csv", "run.json"]

  /// Reads a result from the texts of its files, by name.
  package init(files: [String: String]) throws(ResultReadingFailure) {
    func bytes(_ name: String) throws(ResultReadingFailure) -> [UInt8] {
      guard let text = files[name] else { throw .missing(file: name) }
      return Array(text.utf8)
    }
    let summary = try SummaryReader(try bytes("summary.json"), file: "summary.json", schema: SummaryDocument.schema)
    let run = try SummaryReader(try bytes("run.json"), file: "run.json", schema: RunDocument.schema)
    let top = summary.document
    title = try summary.text("title", in: top)
    self.summary = top["summary"]?.textValue
    home = try summary.text("home", in: top)
    partner = try summary.text("partner", in: top)
    horizon = top["horizon"]?.textValue
    headline = try summary.array("headline", in: top).compactMap(\.textValue)
    notes = try summary.notes(in: top)
    guard let determined = top["determinedBy"] else { throw summary.lacking("determinedBy") }
    let origin = try summary.origin(
      determined, percentilesFrom: try summary.text("percentilesFrom", in: top),
      identity: try run.text("identity", in: run.document), seed: try run.text("seed", in: run.document))
    let draws = origin.draws
    scenarios = try summary.array("scenarios", in: top).map { scenario throws(ResultReadingFailure) in
      Scenario(
        name: try summary.text("scenario", in: scenario), summary: scenario["summary"]?.textValue,
        periods: try summary.array("periods", in: scenario).map { period throws(ResultReadingFailure) in
          Period(
            name: try summary.text("period", in: period),
            outcomes: try summary.array("outcomes", in: period).map { outcome throws(ResultReadingFailure) in
              try summary.figures(outcome, draws: draws)
            })
        })
    }
    self.origin = origin
    comparisons = try (top["comparisons"]?.elements ?? []).map { comparison throws(ResultReadingFailure) in
      try summary.comparison(comparison, draws: draws)
    }
    falls =
      try files[WaterfallRows.fileName].map { text throws(ResultReadingFailure) in
        try FallDocument.falls(text, draws: draws)
      } ?? []
    assumptions = try Self.assumptions(try bytes("assumptions.csv"))
  }

  /// The rows of `assumptions.csv`.
  private static func assumptions(_ bytes: [UInt8]) throws(ResultReadingFailure) -> [AssumptionRow] {
    let file = "assumptions.csv"
    let records: [CSVRecord]
    do throws(CSVError) {
      records = try CSVReader.records(bytes)
    } catch {
      throw .damaged(file: file, reason: "line \(error.line), column \(error.column) is no row of comma-separated values")
    }
    let columns = records.first?.cells.map(\.text) ?? []
    // A partial result has its mark behind them.
    guard [RunTables.assumptionColumns, RunTables.assumptionColumns + [ResultCoverage.columnName]].contains(columns) else {
      throw .damaged(file: file, reason: "its columns are not those of this version")
    }
    return try records.dropFirst().map { record throws(ResultReadingFailure) in
      let cells = record.cells.map(\.text)
      guard cells.count == columns.count else {
        throw .damaged(file: file, reason: "line \(record.line) has \(cells.count) cells")
      }
      return AssumptionRow(
        path: cells[0], distribution: cells[1], mean: Double(cells[2]), standardDeviation: Double(cells[3]),
        p5: Double(cells[4]), p50: Double(cells[5]), p95: Double(cells[6]), source: cells[7].isEmpty ? nil : cells[7],
        isJudgement: cells[8] == "true")
    }
  }
}

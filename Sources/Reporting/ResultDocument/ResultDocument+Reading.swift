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
    notes = try summary.array("notes", in: top).map { note throws(ResultReadingFailure) in
      Note(scenario: note["scenario"]?.textValue, text: try summary.text("text", in: note))
    }
    let origin = try summary.origin(
      in: top, identity: try run.text("identity", in: run.document), seed: try run.text("seed", in: run.document))
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
    guard records.first?.cells.map(\.text) == RunTables.assumptionColumns else {
      throw .damaged(file: file, reason: "its columns are not those of this version")
    }
    return try records.dropFirst().map { record throws(ResultReadingFailure) in
      let cells = record.cells.map(\.text)
      guard cells.count == RunTables.assumptionColumns.count else {
        throw .damaged(file: file, reason: "line \(record.line) has \(cells.count) cells")
      }
      return AssumptionRow(
        path: cells[0], distribution: cells[1], mean: Double(cells[2]), standardDeviation: Double(cells[3]),
        p5: Double(cells[4]), p50: Double(cells[5]), p95: Double(cells[6]), source: cells[7].isEmpty ? nil : cells[7],
        isJudgement: cells[8] == "true")
    }
  }
}

/// Takes members out of a document, and says which one is not there.
private struct SummaryReader {
  let file: String
  let document: JSONValue

  init(_ bytes: [UInt8], file: String, schema: String) throws(ResultReadingFailure) {
    self.file = file
    do throws(JSONError) {
      document = try JSONValue(reading: bytes)
    } catch {
      throw .damaged(file: file, reason: "line \(error.line), column \(error.column): \(error.reason)")
    }
    guard document["schema"]?.textValue == schema else {
      throw .damaged(file: file, reason: "it does not say that it is \(schema)")
    }
  }

  func text(_ name: String, in value: JSONValue) throws(ResultReadingFailure) -> String {
    guard let text = value[name]?.textValue else { throw lacking(name) }
    return text
  }

  func array(_ name: String, in value: JSONValue) throws(ResultReadingFailure) -> [JSONValue] {
    guard let elements = value[name]?.elements else { throw lacking(name) }
    return elements
  }

  func number(_ name: String, in value: JSONValue) throws(ResultReadingFailure) -> Double {
    guard let number = value[name]?.double else { throw lacking(name) }
    return number
  }

  func figures(_ value: JSONValue, draws: Int) throws(ResultReadingFailure) -> OutcomeFigures {
    var figures = OutcomeFigures(
      outcome: try text("outcome", in: value), group: try text("group", in: value), unit: try text("unit", in: value),
      percentiles: [], statistics: [], histogram: nil, minimum: 0, maximum: 0, draws: draws)
    // An outcome that is defined in no draw says that alone.
    guard let histogram = value["histogram"] else { return figures }
    figures.minimum = try number("minimum", in: value)
    figures.maximum = try number("maximum", in: value)
    figures.percentiles = try array("percentiles", in: value).map { percentile throws(ResultReadingFailure) in
      OutcomeFigures.Percentile(
        percent: try number("percent", in: percentile), value: try number("value", in: percentile),
        low: percentile["low"]?.double, high: percentile["high"]?.double)
    }
    figures.statistics = (value["statistics"]?.members ?? []).map { member in
      OutcomeFigures.Statistic(
        name: member.name, value: member.value["value"]?.double, standardError: member.value["standardError"]?.double,
        low: member.value["low"]?.double, high: member.value["high"]?.double)
    }
    figures.histogram = BinnedDraws(
      lower: try number("lower", in: histogram), upper: try number("upper", in: histogram),
      counts: try array("counts", in: histogram).compactMap(\.double))
    return figures
  }

  func origin(
    in top: JSONValue, identity: String, seed: String
  ) throws(ResultReadingFailure) -> ResultDocument.Origin {
    guard let determined = top["determinedBy"] else { throw lacking("determinedBy") }
    guard let draws = determined["draws"]?.whole else { throw lacking("draws") }
    return ResultDocument.Origin(
      programVersion: try text("programVersion", in: determined),
      files: try array("files", in: determined).map { entry throws(ResultReadingFailure) in
        RunDescription.FileDigest(name: try text("name", in: entry), sha256: try text("sha256", in: entry))
      },
      overrides: try array("overrides", in: determined).map { entry throws(ResultReadingFailure) in
        RunDescription.Override(path: try text("path", in: entry), value: try text("value", in: entry))
      },
      seed: seed, draws: draws, design: try text("design", in: determined),
      percentilesFrom: try text("percentilesFrom", in: top),
      thresholds: try array("thresholds", in: determined).map { entry throws(ResultReadingFailure) in
        ResultDocument.Threshold(outcome: try text("outcome", in: entry), value: try number("value", in: entry))
      },
      identity: identity)
  }

  private func lacking(_ name: String) -> ResultReadingFailure { .damaged(file: file, reason: "'\(name)' is missing") }
}

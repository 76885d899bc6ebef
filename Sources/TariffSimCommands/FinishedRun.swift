internal import Analysis
internal import Reporting
internal import Simulation
internal import TariffModel

/// A result whose folder is written.
struct FinishedRun {
  /// The scenario file as the user named it.
  let argument: String
  let result: SimulationResult
  let description: RunDescription
  let facts: ProgramFacts
  /// Where the folder stands.
  let folder: String
  /// What became of an earlier result there.
  let notices: [OutputNotice]

  /// Writes the folder; a result with a number that cannot be written is a mistake of the program's own.
  init(
    _ result: SimulationResult, argument: String, description: RunDescription, facts: ProgramFacts, record: RunRecord,
    extras: ResultExtras, waterfall: Waterfall?, claim: inout OutputClaim
  ) throws(CommandFailure) {
    if let number = result.unreportable {
      throw .internalError("\(number.key.outcome.rawValue) under \(number.key.scenario) has no finite \(number.statistic)")
    }
    let parts = ResultFiles.files(result, of: description, facts: facts, record: record)
    var files = concurrentMap(parts.indices, threads: record.threads) {
      OutputFolder.File(name: parts[$0].name, text: parts[$0].text())
    }
    if let waterfall { files.append(OutputFolder.File(name: WaterfallRows.fileName, text: WaterfallRows.text(waterfall))) }
    let written = try extras.add(to: &files, of: claim.folder.path)
    do {
      let place = claim.folder.path
      notices = try claim.install(
        files, written: written, identity: record.origin.identity, whenInPlace: { ProgramEnd.hasResult(at: place) })
    } catch {
      throw .outputFolder(error)
    }
    self.argument = argument
    self.result = result
    self.description = description
    self.facts = facts
    folder = claim.folder.path
  }

  /// The content of `summary.json`.
  var summary: JSONValue { SummaryDocument.document(result, of: description, facts: facts) }

  /// What goes to standard output.
  func report(format: OutputFormat, style: TextStyle, isBrief: Bool = false) -> String {
    switch format {
    case .text: TextReport(result: result, run: description, style: style, folder: folder, input: argument, isBrief: isBrief).text
    case .json: summary.text
    case .csv: RunTables.percentiles(result)
    }
  }
}

extension OutputFolder {
  /// Refuses a place that a result must not take, and holds it for one; asked before the work.
  func claimed() throws(CommandFailure) -> OutputClaim {
    ProgramEnd.beginsResult()
    do {
      return try OutputClaim(self)
    } catch {
      throw .outputFolder(error)
    }
  }
}

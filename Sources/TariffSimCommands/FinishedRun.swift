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
    claim: inout OutputClaim
  ) throws(CommandFailure) {
    if let number = result.unreportable {
      throw .internalError("\(number.key.outcome.rawValue) under \(number.key.scenario) has no finite \(number.statistic)")
    }
    do {
      let place = claim.folder.path
      let files = ResultFiles.files(result, of: description, facts: facts, record: record)
      notices = try claim.install(
        concurrentMap(files.indices, threads: record.threads) {
          OutputFolder.File(name: files[$0].name, text: files[$0].text())
        }, identity: record.origin.identity, whenInPlace: { ProgramEnd.hasResult(at: place) })
    } catch {
      throw .outputFolder(error)
    }
    self.argument = argument
    self.result = result
    self.description = description
    self.facts = facts
    folder = claim.folder.path
  }

  /// What goes to standard output.
  func report(format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: TextReport(result: result, run: description, style: style, folder: folder, input: argument).text
    case .json: SummaryDocument.document(result, of: description, facts: facts).text
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

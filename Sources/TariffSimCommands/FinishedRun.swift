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

  /// Writes the folder; a result with a number that cannot be written is a mistake of the program's own.
  init(
    _ result: SimulationResult, argument: String, description: RunDescription, facts: ProgramFacts, record: RunRecord,
    folder: OutputFolder
  ) throws(CommandFailure) {
    if let number = result.unreportable {
      throw .internalError("\(number.key.outcome.rawValue) under \(number.key.scenario) has no finite \(number.statistic)")
    }
    do {
      let files = ResultFiles.files(result, of: description, facts: facts, record: record)
      try folder.write(
        concurrentMap(files.indices, threads: record.threads) {
          OutputFolder.File(name: files[$0].name, text: files[$0].text())
        })
    } catch {
      throw .outputFolder(error)
    }
    self.argument = argument
    self.result = result
    self.description = description
    self.facts = facts
    self.folder = folder.path
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
  /// Refuses a place that a result must not take; asked before the work.
  func checkPlace() throws(CommandFailure) {
    do {
      try check()
    } catch {
      throw .outputFolder(error)
    }
  }
}

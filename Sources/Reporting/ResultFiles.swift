package import Simulation

/// The files of a result folder.
package enum ResultFiles {
  /// All files, `lines.csv` only where the run reports lines, `unsolved.csv` only where draws do not solve.
  package static func files(
    _ result: SimulationResult, of run: RunDescription, facts: ProgramFacts, record: RunRecord
  ) -> [OutputFolder.File] {
    var files = [
      OutputFolder.File(name: "percentiles.csv", text: RunTables.percentiles(result)),
      OutputFolder.File(name: "statistics.csv", text: RunTables.statistics(result)),
      OutputFolder.File(name: "assumptions.csv", text: RunTables.assumptions(run.assumptions)),
    ]
    if result.plan.reportsLines { files.append(OutputFolder.File(name: "lines.csv", text: RunTables.lines(result))) }
    if let unsolved = result.unsolved {
      files.append(OutputFolder.File(name: "unsolved.csv", text: RunTables.unsolved(unsolved)))
    }
    files.append(
      OutputFolder.File(
        name: "run.json",
        text: RunDocument.document(record, facts: facts, unsolvedDraws: result.unsolved?.count ?? 0).text))
    files.append(
      OutputFolder.File(name: "summary.json", text: SummaryDocument.document(result, of: run, facts: facts).text))
    return files
  }
}

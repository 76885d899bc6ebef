package import Analysis

/// The files of a result folder.
package enum ResultFiles {
  /// All files, `lines.csv` only where the run reports lines, `probabilities.csv` only where it has conditions, `unsolved.csv` only where draws do not solve.
  ///
  /// Each text is a function that a thread of its own may call; the one that takes longest stands first.
  package static func files(
    _ result: SimulationResult, of run: RunDescription, facts: ProgramFacts, record: RunRecord
  ) -> [(name: String, text: @Sendable () -> String)] {
    var files: [(name: String, text: @Sendable () -> String)] = [
      ("summary.json", { SummaryDocument.document(result, of: run, facts: facts).text }),
      ("percentiles.csv", { RunTables.percentiles(result) }),
      ("statistics.csv", { result.marked(RunTables.statistics(result)) }),
      ("assumptions.csv", { result.marked(RunTables.assumptions(run.assumptions)) }),
      (
        "run.json",
        {
          RunDocument.document(
            record, facts: facts, seed: result.plan.seed, unsolvedDraws: result.unsolved?.count ?? 0, coverage: result.coverage
          ).text
        }
      ),
    ]
    if result.plan.reportsLines { files.append(("lines.csv", { result.marked(RunTables.lines(result)) })) }
    if !result.plan.conditions.isEmpty {
      files.append(("probabilities.csv", { result.marked(ConditionRows.text(result.conditions)) }))
    }
    if !result.comparisons.isEmpty {
      files.append(("comparisons.csv", { result.marked(ComparisonRows.text(result.comparisons)) }))
    }
    if let unsolved = result.unsolved { files.append(("unsolved.csv", { result.marked(RunTables.unsolved(unsolved)) })) }
    return files
  }
}

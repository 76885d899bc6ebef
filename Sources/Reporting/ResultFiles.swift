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
      ("statistics.csv", { RunTables.statistics(result) }),
      ("assumptions.csv", { RunTables.assumptions(run.assumptions) }),
      (
        "run.json",
        {
          RunDocument.document(
            record, facts: facts, seed: result.plan.seed, unsolvedDraws: result.unsolved?.count ?? 0
          ).text
        }
      ),
    ]
    if result.plan.reportsLines { files.append(("lines.csv", { RunTables.lines(result) })) }
    if !result.plan.conditions.isEmpty { files.append(("probabilities.csv", { ConditionRows.text(result.conditions) })) }
    if !result.comparisons.isEmpty { files.append(("comparisons.csv", { ComparisonRows.text(result.comparisons) })) }
    if let unsolved = result.unsolved { files.append(("unsolved.csv", { RunTables.unsolved(unsolved) })) }
    return files
  }
}

package import Simulation
internal import TariffModel

extension ComparisonQuestion {
  /// The answer from a tally of all blocks.
  package func result(of tally: Tally, threads: Int) throws(SimulationError) -> ComparisonResult {
    precondition(tally.blocks == 0..<plan.blockCount, "a result rests on all blocks of its run")
    let columns = experiment.columnSummaries(of: tally, threads: threads)
    let pairs = experiment.pairTallies(of: tally, threads: threads)
    let unsolved = try unsolvedTelling.checked(tally, columns: columns)
    return compared.result(
      of: experiment, columns: columns, pairs: pairs, notes: compared.models.flatMap(\.notes).uniqued,
      unsolved: unsolvedTelling.report(unsolved, of: tally))
  }

  private var unsolvedTelling: UnsolvedTelling {
    UnsolvedTelling(
      experiment: experiment, draws: experiment.extent.draws, models: compared.models,
      outcomes: compared.rows.flatMap { row in
        compared.choices.indices.map { choice in
          (
            OutcomeKey(scenario: compared.choices[choice].label, period: row.period, outcome: row.outcome, slice: row.slice),
            (row.operands[choice]?.output).flatMap(experiment.column).map { [$0] } ?? []
          )
        }
      })
  }
}

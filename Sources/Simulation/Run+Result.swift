internal import Statistics
internal import TariffModel
internal import VectorMath

extension Run {
  /// The answer of the run, all of whose blocks are done, after the further passes that exact percentiles take.
  ///
  /// For the parameters see ``RunInProgress/result(threads:announce:progress:isCancelled:)``.
  func result(
    of partial: PartialResult, threads: Int, announce: (Int) -> Void, progress: @Sendable (Int) -> Void,
    isCancelled: @Sendable () -> Bool
  ) throws(SimulationError) -> SimulationResult {
    precondition(partial.blocks == 0..<plan.blockCount, "a result rests on all blocks of its run")
    var columns = columnSummaries(of: partial, threads: threads)
    let unsolved = unsolvedDraws(of: partial, columns: columns)
    guard unsolved.count * UnsolvedFailure.mostLeftOut <= plan.draws else {
      throw .unsolved(failure(unsolved, columns: columns))
    }
    if plan.seeksExactPercentiles {
      let exact =
        plan.keepsDraws
        ? orderStatistics(ofAll: partial.draws)
        : try orderStatistics(
          of: partial.sketches, threads: threads, announce: announce, progress: progress, isCancelled: isCancelled)
      for (column, statistics) in exact.enumerated() { columns[column].orderStatistics = statistics }
    }
    let (outcomes, undefined) = outcomes(from: columns)
    let withheld = outcomes.reduce(0) { $0 + $1.summary.withheldErrorCount }
    let notes = withheld > 0 ? [ModelNote(scenario: nil, subject: .errorsWithheld(count: withheld))] : []
    return SimulationResult(
      plan: plan, outcomes: outcomes, undefined: undefined, notes: model.notes + notes, unsolved: report(unsolved, of: partial))
  }

  private func columnSummaries(of partial: PartialResult, threads: Int) -> [ColumnSummary] {
    let requests = columnRequests()
    return concurrentMap(requests.indices, threads: threads) { column in
      plan.keepsDraws
        ? ColumnSummary(of: partial.draws[column], request: requests[column], kernels: kernels.kernels)
        : ColumnSummary(of: partial.sketches[column])
    }
  }
}

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
    // Where an outcome has no finite value there will be no result, and nothing to search for.
    if plan.seeksExactPercentiles && columns.allSatisfy({ $0.summary != nil }) {
      let exact =
        plan.keepsDraws
        ? orderStatistics(ofAll: partial.draws)
        : try orderStatistics(
          of: partial.sketches, threads: threads, announce: announce, progress: progress, isCancelled: isCancelled)
      for (column, statistics) in exact.enumerated() { columns[column].orderStatistics = statistics }
    }
    return SimulationResult(plan: plan, outcomes: try outcomes(from: columns), notes: model.notes)
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

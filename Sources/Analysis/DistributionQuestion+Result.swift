internal import Expressions
internal import Sampling
package import Simulation
internal import Statistics
internal import TariffModel

extension DistributionQuestion {
  /// The answer from a tally of all blocks, after the further passes that exact percentiles take.
  ///
  /// Exact percentiles take further passes over the draws, unless these are kept; of the passes nothing is left when they are
  /// stopped.
  ///
  /// - Parameters:
  ///   - announce: Is told how many draws are to be computed in all, when a further pass over them begins.
  ///   - progress: Is told the number of draws computed, those of the run included, from the workers' threads.
  ///   - isCancelled: Is asked between blocks, from the workers' threads.
  package func result(
    of tally: Tally, threads: Int, announce: (Int) -> Void = { _ in }, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws(SimulationError) -> SimulationResult {
    precondition(tally.blocks == 0..<plan.blockCount, "a result rests on all blocks of its run")
    var columns = observed.columnSummaries(of: tally, threads: threads)
    let unsolved = try unsolvedTelling.checked(tally, columns: columns)
    if plan.seeksExactPercentiles {
      let images = imagesByColumn
      let exact: [OrderStatistics]
      do {
        exact = try experiment.orderStatistics(
          of: tally, ranks: { wantedRanks(of: images[$0], among: $1) }, mostPasses: plan.expectedPasses, threads: threads,
          announce: announce,
          progress: progress, isCancelled: isCancelled)
      } catch {
        throw .cancelled(drawsDone: error.drawsDone)
      }
      for (column, statistics) in exact.enumerated() { columns[column].orderStatistics = statistics }
    }
    let (outcomes, undefined) = outcomes(from: columns)
    let withheld = ModelNote.WithheldErrors(outcomes.lazy.map(\.summary.withheldErrors))
    let notes = withheld.map { [ModelNote(scenario: nil, subject: .errorsWithheld($0))] } ?? []
    var result = SimulationResult(
      plan: plan, outcomes: outcomes, undefined: undefined, notes: model.notes + plan.notes + notes,
      unsolved: unsolvedTelling.report(unsolved, of: tally), conditions: conditions(from: observed.replicatedEvents(of: tally)),
      leadingShares: experiment.leadingShares,
      smoothedOver: experiment.smoothing == nil ? nil : model.smoothing?.path)
    if !comparisons.isEmpty {
      let pairs = observed.pairTallies(of: tally, threads: threads)
      result.comparisons = comparisons.map {
        $0.result(of: observed, columns: columns, pairs: pairs, notes: [], unsolved: nil)
      }
    }
    return result
  }

  private func conditions(from tallies: [[EventTally]]) -> [ConditionResult] {
    var counted = tallies.makeIterator()
    return cases.map { found in
      let parts = (found.event == nil ? nil : counted.next()) ?? []
      let tally = parts.reduce(into: EventTally()) { $0.merge($1) }
      return ConditionResult(
        condition: plan.conditions[found.condition], scenario: found.scenario, period: found.period, draws: tally.draws,
        given: tally.given, hits: tally.hits,
        replicates: plan.design == .random ? [] : parts.map { ConditionResult.Replicate(given: $0.given, hits: $0.hits) })
    }
  }

  private var unsolvedTelling: UnsolvedTelling {
    UnsolvedTelling(
      experiment: experiment, draws: plan.draws, models: [model],
      outcomes: model.outcomes.map { outcome in
        guard case .column(let number, _, _) = outcome.value else { return (outcome.key, []) }
        return (outcome.key, [number])
      })
  }

  /// By column, what the outcomes that read it make of it.
  private var imagesByColumn: [[LinearImage]] {
    var images = [[LinearImage]](repeating: [], count: experiment.columns.count)
    for outcome in model.outcomes where plan.selection.contains(outcome.key) {
      guard case .column(let number, let scale, let offset) = outcome.value else { continue }
      images[number].append(LinearImage(scale: scale, offset: offset))
    }
    return images
  }

  /// The ranks that images of a column want among its usable draws.
  private func wantedRanks(of images: [LinearImage], among usable: Int) -> Set<Int> {
    images.reduce(into: []) { ranks, image in
      ranks.formUnion(OrderStatistics.ranks(forPercentiles: plan.percentiles, of: image, draws: usable))
    }
  }

  /// The outcomes from the summaries of the columns they read, and those that are defined in no draw.
  private func outcomes(from columns: [ColumnSummary]) -> (results: [OutcomeResult], undefined: [UndefinedOutcome]) {
    var results: [OutcomeResult] = []
    var undefined: [UndefinedOutcome] = []
    results.reserveCapacity(model.outcomes.count)
    for outcome in model.outcomes where plan.selection.contains(outcome.key) {
      let request = plan.request(for: outcome.key)
      switch outcome.value {
      case .certain(let value):
        results.append(OutcomeResult(key: outcome.key, summary: .certain(value, draws: plan.draws, request: request)))
      case .column(let number, let scale, let offset):
        guard let column = columns[number].summary else { fallthrough }
        let image = LinearImage(scale: scale, offset: offset)
        var summary = column.transformed(by: image, answering: request)
        summary.momentOrder = outcome.momentOrder
        summary.boundedSides = BoundedSides(outcome)
        if let exact = columns[number].orderStatistics {
          summary.percentiles = exact.percentiles(request.percentiles, of: image)
        }
        results.append(OutcomeResult(key: outcome.key, summary: summary))
      case .undefined: undefined.append(UndefinedOutcome(key: outcome.key, position: results.count))
      }
    }
    return (results, undefined)
  }
}

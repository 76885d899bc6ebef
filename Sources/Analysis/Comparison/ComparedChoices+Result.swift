internal import Simulation
internal import Statistics
internal import TariffModel

extension ComparedChoices {
  /// The answer from what is known of every column and pair of an experiment.
  func result(
    of experiment: Experiment, columns: [ColumnSummary], pairs: [PairTally], notes: [ModelNote], unsolved: UnsolvedReport?
  ) -> ComparisonResult {
    ComparisonResult(
      plan: plan, choices: choices, reference: reference,
      rows: rows.map { compared($0, columns: columns, pairs: pairs, experiment) }, notes: notes, unsolved: unsolved)
  }

  private func compared(
    _ row: Row, columns: [ColumnSummary], pairs: [PairTally], _ experiment: Experiment
  ) -> ComparedOutcome {
    let direction = direction(of: row.outcome)
    let levels = row.operands.indices.map { level($0, of: row, columns: columns, experiment) }
    let base = levels[reference]
    var comparisons: [ChoiceComparison] = []
    for choice in choices.indices {
      guard let column = row.differences[choice], let place = row.pairs[choice], let own = levels[choice], let base,
        var difference = columns[column].summary,
        let pair = pairs[place].summary(own, base)
      else { continue }
      let order = min(row.momentOrders[choice], row.momentOrders[reference])
      difference.momentOrder = order
      let prefersMore = direction == .more
      comparisons.append(
        ChoiceComparison(
          choice: choice, difference: difference,
          percentChange: row.percentChanges[choice].flatMap { column in
            // Where the reference is 0 in a draw the ratio is not defined in it; where it has both signs, a ratio says nothing.
            guard base.minimum >= 0 || base.maximum <= 0, var change = columns[column].summary else { return nil }
            // The inverse of a flow that draws bring near 0 may have no mean, whatever the flow has.
            change.momentOrder = order
            return change
          }, pair: pair, better: prefersMore ? pair.firstGreater : pair.secondGreater,
          worse: prefersMore ? pair.secondGreater : pair.firstGreater,
          dominates: (prefersMore ? pair.dominance.first : pair.dominance.firstByLess).told(momentOrder: order),
          isDominated: (prefersMore ? pair.dominance.second : pair.dominance.secondByLess).told(momentOrder: order)))
    }
    return ComparedOutcome(
      period: row.period, outcome: row.outcome, slice: row.slice, direction: direction, levels: levels,
      comparisons: comparisons, regrets: regrets(of: row, columns: columns))
  }

  /// The distribution of an outcome under a choice.
  private func level(
    _ choice: Int, of row: Row, columns: [ColumnSummary], _ experiment: Experiment
  ) -> SampleSummary? {
    guard let operand = row.operands[choice] else { return nil }
    let request = SketchRequest(percentiles: plan.percentiles, shortfallPercent: plan.shortfallPercent)
    guard let output = operand.output else { return .certain(operand.offset, draws: plan.draws, request: request) }
    guard let column = experiment.column(of: output), let summary = columns[column].summary else { return nil }
    var level = summary.transformed(by: LinearImage(scale: operand.scale, offset: operand.offset), answering: request)
    level.momentOrder = row.momentOrders[choice]
    return level
  }

  private func regrets(of row: Row, columns: [ColumnSummary]) -> [ChoiceRegret] {
    let order = row.momentOrders.min() ?? .infinity
    return choices.indices.compactMap { choice in
      guard let column = row.regrets[choice], var regret = columns[column].summary else { return nil }
      regret.momentOrder = order
      return ChoiceRegret(choice: choice, regret: regret, best: ProbabilityEstimate(below: regret.exceedances[0]))
    }
  }
}

extension PairDominance.ByOrder {
  /// The verdicts that can be told where moments exist below an order: shortfalls of a law without mean have none to compare.
  fileprivate func told(momentOrder: Double) -> Self {
    guard momentOrder <= 1 else { return self }
    var told = self
    told.secondOrder = .undecided
    return told
  }
}

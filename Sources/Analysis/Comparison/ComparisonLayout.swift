internal import Expressions
internal import Simulation
internal import Statistics
internal import TariffModel

/// The columns and pairs of a comparison, while they are laid out row by row.
struct ComparisonLayout {
  private(set) var columns: [ObservedColumn]
  private(set) var pairs: [ObservedPair] = []
  private let plan: Plan

  /// Starts with the outputs of all programs, whose percentiles are asked for.
  init(models: [CompiledModel], plan: Plan) {
    columns = models.enumerated().flatMap { DistributionQuestion.columns($1, plan, evaluation: $0) }
    self.plan = plan
  }

  /// A row with its columns.
  mutating func placed(_ row: ComparedChoices.Row, reference: Int, prefersMore: Bool) -> ComparedChoices.Row {
    var row = row
    let request = SketchRequest(percentiles: plan.percentiles, thresholds: [0], shortfallPercent: plan.shortfallPercent)
    let base = row.operands[reference]
    for (choice, operand) in row.operands.enumerated() {
      guard choice != reference, let operand, let base else {
        row.differences.append(nil)
        row.percentChanges.append(nil)
        row.pairs.append(nil)
        continue
      }
      let isRatio = operand.isRatio || base.isRatio
      row.differences.append(add(ObservedColumn(.derived(.difference(operand, base)), request: request, isRatio: isRatio)))
      row.percentChanges.append(
        row.outcome.unit == .millionUSD && !row.outcome.isChange
          ? add(ObservedColumn(.derived(.percentChange(operand, base)), request: request, isRatio: true)) : nil)
      row.pairs.append(pairs.count)
      pairs.append(ObservedPair(operand, base, percentiles: plan.percentiles))
    }
    let known = row.operands.compactMap { $0 }
    let isComplete = known.count == row.operands.count
    // A choice without regret is best.
    let best = SketchRequest(
      percentiles: plan.percentiles, thresholds: [Double.leastNonzeroMagnitude], shortfallPercent: plan.shortfallPercent)
    row.regrets = row.operands.map { operand in
      // Where a choice has no number, none of them is known to be best.
      guard isComplete, let operand else { return nil }
      return add(
        ObservedColumn(
          .derived(.regret(operand, among: known, prefersMore: prefersMore)), request: best,
          isRatio: known.contains(where: \.isRatio)))
    }
    return row
  }

  private mutating func add(_ column: ObservedColumn) -> Int {
    columns.append(column)
    return columns.count - 1
  }
}

extension Outcome {
  /// Whether it is itself a difference, which divides nothing.
  var isChange: Bool { rawValue.contains("change") || rawValue.hasSuffix("_gap") || self == .balance }
}

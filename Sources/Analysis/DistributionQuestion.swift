internal import Expressions
package import Simulation
internal import Statistics
package import TariffModel
package import VectorMath

/// The question how every outcome of a model is distributed.
package struct DistributionQuestion: Sendable {
  package let model: CompiledModel
  package let plan: Plan
  /// What has to be computed for it: every output of the model's program is a column.
  package let experiment: Experiment

  package init(_ model: CompiledModel, plan: Plan, kernels: KernelChoice) {
    self.model = model
    self.plan = plan
    experiment = Experiment(
      plan.extent, programs: [model.program], columns: Self.columns(model, plan, evaluation: 0), kernels: kernels)
  }

  /// Every output of a model's program, with what the outcomes that read it ask of it, in the column's own units.
  static func columns(_ model: CompiledModel, _ plan: Plan, evaluation: Int) -> [ObservedColumn] {
    var requests = [SketchRequest?](repeating: nil, count: model.program.outputCount)
    for outcome in model.outcomes {
      guard case .column(let number, let scale, let offset) = outcome.value else { continue }
      let own = LinearImage(scale: scale, offset: offset).preimage(of: plan.request(for: outcome.key))
      requests[number] = requests[number]?.union(own) ?? own
    }
    return requests.enumerated().map { number, request in
      ObservedColumn(
        .output(OutputPlace(evaluation: evaluation, number: number)), request: request ?? SketchRequest(percentiles: []),
        isRatio: model.isRatio[number])
    }
  }
}

extension Plan {
  /// What the plan asks of an outcome: its percentiles, and of totals the thresholds too.
  func request(for key: OutcomeKey) -> SketchRequest {
    switch key.slice {
    case .line, .group, .origin, .commitment, .quota, .region:
      return SketchRequest(percentiles: percentiles, shortfallPercent: shortfallPercent)
    case .total:
      let levels = thresholds.filter { $0.outcome == key.outcome }.map(\.value)
      return SketchRequest(percentiles: percentiles, thresholds: levels, shortfallPercent: shortfallPercent)
    }
  }
}

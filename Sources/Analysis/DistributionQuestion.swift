internal import Expressions
package import Simulation
internal import Statistics
package import TariffModel
package import VectorMath

/// The question how every outcome of a model is distributed.
package struct DistributionQuestion: Sendable {
  package let model: CompiledModel
  package private(set) var plan: Plan
  /// What has to be computed for it: every output of the model's program is a column, and after them stand those that comparisons need.
  package let experiment: Experiment
  /// The experiment as the result sees it: the same, but where only some of the draws are there.
  private(set) var observed: Experiment
  /// The study's comparisons, as far as their outcomes are asked for.
  private(set) var comparisons: [ComparedChoices]
  /// What the plan's conditions are about; the events of the experiment are those that have one, in this order.
  let cases: [ConditionCase]

  package init(_ model: CompiledModel, plan: Plan, kernels: KernelChoice) {
    self.model = model
    self.plan = plan
    let index = plan.conditions.isEmpty ? nil : ConditionIndex(model)
    cases = plan.conditions.enumerated().flatMap { number, condition in
      (index?.cases(of: condition, number: number) ?? []).filter { plan.selection.contains($0) }
    }
    var layout = ComparisonLayout(models: [model], plan: plan)
    var compared: [ComparedChoices] = []
    for comparison in model.study.comparisons {
      guard let choices = ComparedChoices(comparison, of: model, plan: plan, layout: &layout) else { continue }
      compared.append(choices)
    }
    comparisons = compared
    experiment = Experiment(
      plan.extent, programs: [model.program], columns: layout.columns, pairs: layout.pairs, events: cases.compactMap(\.event),
      smoothing: Self.smoothing(model, plan), leadingOutputs: model.leadingOutputs.map { OutputPlace(number: $0) },
      kernels: kernels)
    observed = experiment
  }

  /// The same question to the draws that are there of the run.
  func observing(_ some: Experiment) -> Self {
    var question = self
    question.observed = some
    question.plan.draws = some.extent.draws
    question.plan.drawsOfRun = some.extent.drawsOfRun
    question.plan.design = some.extent.design
    for index in comparisons.indices { question.comparisons[index].plan = question.plan }
    return question
  }

  /// Whether some outcome or some condition is reported.
  package var reportsAnything: Bool { !cases.isEmpty || model.outcomes.contains { plan.selection.contains($0.key) } }

  /// Conditions that are about nothing: no scenario and period that is asked for has all of their outcomes.
  package var idleConditions: [Condition] {
    let busy = Set(cases.map(\.condition))
    return plan.conditions.enumerated().filter { !busy.contains($0.offset) }.map(\.element)
  }

  /// The columns that are averaged over the model's number, where the plan has that done.
  private static func smoothing(_ model: CompiledModel, _ plan: Plan) -> ObservedSmoothing? {
    guard plan.smooths, let smoothing = model.smoothing else { return nil }
    func operand(_ output: Int, scale: Double = 1, offset: Double = 0) -> Operand {
      Operand(output: OutputPlace(number: output), scale: scale, offset: offset, isRatio: false)
    }
    return ObservedSmoothing(
      stream: smoothing.stream, input: operand(smoothing.output), law: smoothing.law,
      columns: smoothing.slopes.sorted { $0.key < $1.key }.map { column, slope in
        ObservedSmoothing.Column(
          column: column,
          slope: slope.output.map { operand($0, scale: slope.scale, offset: slope.offset) } ?? Operand(certain: slope.offset))
      })
  }

  /// Every output of a model's program that outcomes read, with what the outcomes that read it ask of it, in the column's own units.
  static func columns(_ model: CompiledModel, _ plan: Plan, evaluation: Int) -> [ObservedColumn] {
    var requests = [SketchRequest?](repeating: nil, count: model.isRatio.count)
    for outcome in model.outcomes where plan.selection.contains(outcome.key) {
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

extension OutcomeSelection {
  /// Whether a condition's scenario and period are wanted.
  fileprivate func contains(_ found: ConditionCase) -> Bool {
    (found.scenario.map { contains(scenario: $0) } ?? true) && (found.period.map { contains(period: $0) } ?? true)
  }
}

extension Plan {
  /// What the plan asks of an outcome: its percentiles, and of totals the thresholds too.
  func request(for key: OutcomeKey) -> SketchRequest {
    switch key.slice {
    case .line, .group, .origin, .flow, .commitment, .quota, .region:
      return SketchRequest(percentiles: percentiles, shortfallPercent: shortfallPercent)
    case .total:
      let levels = thresholds.filter { $0.outcome == key.outcome }.map(\.value)
      return SketchRequest(percentiles: percentiles, thresholds: levels, shortfallPercent: shortfallPercent)
    }
  }
}

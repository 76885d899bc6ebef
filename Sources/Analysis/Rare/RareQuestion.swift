import Expressions
package import Simulation
internal import Statistics
package import TariffModel
package import VectorMath

/// The question how probable an event is that few draws show.
package struct RareQuestion: Sendable {
  /// The event under one scenario in one period.
  struct Case: Sendable {
    let scenario: String?
    let period: String?
    let event: RareEvent
    /// Whether every draw has it, where it does not depend on the draws.
    let certain: Bool?
  }

  let condition: Condition
  let plan: Plan
  let model: CompiledModel
  let cases: [Case]

  /// - Parameter condition: Of one outcome, or a difference, on one side of a level.
  package init(_ condition: Condition, of model: CompiledModel, plan: Plan, kernels: KernelChoice) {
    precondition(condition.event.count == 1 && condition.given.isEmpty, "a rare event has one level")
    self.condition = condition
    self.plan = plan
    self.model = model
    cases = ConditionIndex(model).cases(of: condition, number: 0).compactMap { found in
      guard plan.selection.contains(scenario: found.scenario), plan.selection.contains(period: found.period),
        let bound = found.event?.bounds.first
      else { return nil }
      let isCertain = bound.first.output == nil && bound.second?.output == nil
      return Case(
        scenario: found.scenario, period: found.period,
        event: RareEvent(
          model.program, target: SuppliedPoints.Target(bound.first, less: bound.second), bound.relation, bound.level,
          draws: plan.draws, seed: plan.seed, kernels: kernels),
        certain: isCertain ? bound.relation.holds(bound.first.offset - (bound.second?.offset ?? 0), bound.level) : nil)
    }
  }

  /// Whether no scenario and period has all of its outcomes.
  package var isEmpty: Bool { cases.isEmpty }

  /// About how many draws are to be computed: levels are as many as the event is far away.
  package var expectedDraws: Int { cases.count * (plan.draws + 6 * 16_384) }

  /// The answers, case by case.
  package func results(conduct: InputConduct) throws(InputStudyError) -> [RareResult] {
    var results: [RareResult] = []
    for found in cases {
      if let certain = found.certain {
        results.append(
          RareResult(
            condition: condition, scenario: found.scenario, period: found.period, method: .certain,
            probability: certain ? 1 : 0, standardError: 0, interval: certain ? 1...1 : 0...0, hits: certain ? plan.draws : 0,
            draws: plan.draws, effectiveHits: Double(certain ? plan.draws : 0), plainDraws: Double(plan.draws), leaders: []))
        continue
      }
      let shift = RareShift.find(found.event, conduct: conduct)
      if conduct.isCancelled() { throw .cancelled }
      if let shift {
        let (probability, unusable) = try estimate(found, shift, conduct)
        try check(unusable, found)
        if !probability.isDegenerate {
          results.append(result(found, .shifted, probability, interval: probability.interval, leaders: leaders(shift)))
          continue
        }
      }
      let (probability, unusable) = try estimate(found, nil, conduct)
      try check(unusable, found)
      let interval = ProbabilityInterval.interval(hits: probability.hits, draws: probability.draws) ?? 0...1
      results.append(
        result(found, shift == nil ? .notReached : .degenerate, probability, interval: interval, leaders: []))
    }
    return results
  }

  private func estimate(
    _ found: Case, _ shift: RareShift?, _ conduct: InputConduct
  ) throws(InputStudyError) -> (WeightedProbability, Int) {
    guard let estimate = found.event.estimate(shift, conduct: conduct) else { throw .cancelled }
    return estimate
  }

  private func check(_ unusable: Int, _ found: Case) throws(InputStudyError) {
    guard unusable * UnsolvedFailure.mostLeftOut > plan.draws else { return }
    let term = condition.event[0].measure.first
    let key = OutcomeKey(
      scenario: term.scenario ?? found.scenario ?? "", period: term.period ?? found.period ?? "", outcome: term.outcome,
      slice: .total)
    throw .unsolved(
      UnsolvedFailure(count: unusable, draws: plan.draws, outcome: key, outcomeCount: unusable, cause: nil))
  }

  private func result(
    _ found: Case, _ method: RareResult.Method, _ probability: WeightedProbability, interval: ClosedRange<Double>,
    leaders: [RareResult.Leader]
  ) -> RareResult {
    RareResult(
      condition: condition, scenario: found.scenario, period: found.period, method: method, probability: probability.value,
      standardError: probability.standardError, interval: interval, hits: probability.hits, draws: probability.draws,
      effectiveHits: probability.effectiveHits, plainDraws: probability.plainDraws, leaders: leaders)
  }

  /// The inputs that stand farthest from their medians when the event happens.
  private func leaders(_ shift: RareShift) -> [RareResult.Leader] {
    shift.means.enumerated().filter { $0.element != 0 }.sorted {
      ($0.element.magnitude, $1.offset) > ($1.element.magnitude, $0.offset)
    }.prefix(5).map { RareResult.Leader(path: model.program.inputs[$0.offset].path, deviations: $0.element) }
  }
}

extension OutcomeSelection {
  fileprivate func contains(scenario: String?) -> Bool { scenario.map { self.contains(scenario: $0) } ?? true }
  fileprivate func contains(period: String?) -> Bool { period.map { self.contains(period: $0) } ?? true }
}

internal import Simulation
internal import TariffModel

/// A condition under one scenario in one period, with the numbers that it reads.
struct ConditionCase: Sendable {
  /// Its place among the plan's conditions.
  let condition: Int
  /// Nothing where all of its terms name their scenarios; likewise the period.
  let scenario: String?
  let period: String?
  /// Nothing where some outcome is defined in no draw.
  let event: ObservedEvent?
}

/// The outcomes of a model by what conditions call them.
struct ConditionIndex {
  private struct Name: Hashable {
    let scenario: String
    let period: String
    let outcome: Outcome
    let group: String
  }

  private let model: CompiledModel
  private let evaluation: Int
  private var places: [Name: Int] = [:]
  private let scenarios: [String]
  private let periods: [String]

  /// O(outcomes).
  init(_ model: CompiledModel, evaluation: Int = 0) {
    self.model = model
    self.evaluation = evaluation
    for (place, outcome) in model.outcomes.enumerated() {
      let key = outcome.key
      if case .line = key.slice { continue }
      let name = Name(scenario: key.scenario, period: key.period, outcome: key.outcome, group: key.slice.groupColumn)
      if places[name] == nil { places[name] = place }
    }
    scenarios = model.outcomes.map(\.key.scenario).uniqued
    periods = model.outcomes.map(\.key.period).uniqued
  }

  /// The place of a term's outcome; the term's own scenario and period go before the given ones.
  func place(of term: OutcomeTerm, scenario: String?, period: String?) -> Int? {
    guard let scenario = term.scenario ?? scenario, let period = term.period ?? period else { return nil }
    return places[Name(scenario: scenario, period: period, outcome: term.outcome, group: term.group)]
  }

  func outcome(_ place: Int) -> CompiledOutcome { model.outcomes[place] }

  func operand(_ place: Int) -> Operand? { model.operand(of: model.outcomes[place], evaluation: evaluation) }

  /// The cases of a condition: every scenario and period that has all of its outcomes.
  func cases(of condition: Condition, number: Int) -> [ConditionCase] {
    let needsScenario = condition.terms.contains { $0.scenario == nil }
    let needsPeriod = condition.terms.contains { $0.period == nil }
    return (needsScenario ? scenarios.map(Optional.some) : [nil]).flatMap { scenario in
      (needsPeriod ? periods.map(Optional.some) : [nil]).compactMap { period in
        guard condition.terms.allSatisfy({ place(of: $0, scenario: scenario, period: period) != nil }) else { return nil }
        return ConditionCase(
          condition: number, scenario: scenario, period: period,
          event: observed(condition, scenario: scenario, period: period))
      }
    }
  }

  /// The event to be looked at; nothing where some outcome is missing or is defined in no draw.
  func observed(_ condition: Condition, scenario: String?, period: String?) -> ObservedEvent? {
    func bounds(_ stated: [Condition.Bound]) -> [ObservedEvent.Bound]? {
      var bounds: [ObservedEvent.Bound] = []
      for bound in stated {
        let operands = bound.measure.terms.map { place(of: $0, scenario: scenario, period: period).flatMap(operand) }
        guard let first = operands[0] else { return nil }
        if operands.count > 1, operands[1] == nil { return nil }
        bounds.append(ObservedEvent.Bound(first, minus: operands.count > 1 ? operands[1] : nil, bound.relation, bound.level))
      }
      return bounds
    }
    guard let event = bounds(condition.event), let given = bounds(condition.given) else { return nil }
    return ObservedEvent(event, given: given)
  }
}

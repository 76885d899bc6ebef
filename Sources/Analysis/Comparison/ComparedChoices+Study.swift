internal import TariffModel

extension ComparedChoices {
  /// A comparison of a study; nothing where its scenarios have none of its outcomes in common, as far as they are asked for.
  init?(_ comparison: ScenarioComparison, of model: CompiledModel, plan: Plan, layout: inout ComparisonLayout) {
    let known = Set(model.outcomes.map(\.key.scenario))
    guard let reference = comparison.scenarios.firstIndex(of: comparison.against), comparison.scenarios.allSatisfy(known.contains)
    else { return nil }
    var bare = plan
    bare.thresholds = []
    self.init(
      models: [model], choices: comparison.scenarios.map { Choice(model: 0, scenario: $0, label: $0) }, reference: reference,
      plan: bare, outcomes: comparison.outcomes, directions: comparison.directions, includesParts: comparison.includesParts,
      layout: &layout)
    if rows.isEmpty { return nil }
  }
}

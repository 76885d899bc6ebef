/// One policy of a scenario, put in after those before it.
package struct PolicyStep: Hashable, Sendable {
  /// What it is; the raw value is its name in files.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A layer of the partner's tariff that home pays.
    case measure
    case quota
    /// A layer that only other origins pay.
    case rivalMeasure = "measure on rivals"
    /// A tariff of one of the regions of a world.
    case worldTariff = "tariff between regions"
    /// A cut of home's own tariff.
    case tariffCut = "own tariff cut"
    case barrierCut = "own barrier cut"
    case commitment
  }

  package var kind: Kind
  /// The name of the policy in the study.
  package var name: String

  package init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension Study {
  /// What a scenario uses, one policy after another, with the scenario as it stands after each.
  ///
  /// The order is that of ``PolicyStep/Kind``, within a kind that of the scenario. What a policy adds depends on what stands before
  /// it: duties stack, and what is bought rests on what trade is left. O(uses squared).
  package func steps(of scenario: PolicyScenario) -> [(step: PolicyStep, after: PolicyScenario)] {
    var stage = PolicyScenario(name: scenario.name)
    var steps: [(step: PolicyStep, after: PolicyScenario)] = []
    func add(
      _ kind: PolicyStep.Kind, _ uses: [PolicyScenario.Use], to place: WritableKeyPath<PolicyScenario, [PolicyScenario.Use]>
    ) {
      for use in uses {
        stage[keyPath: place].append(use)
        steps.append((PolicyStep(kind: kind, name: use.name), stage))
      }
    }
    let others = Set(measures.filter { !$0.applies(toOrigin: home) }.map(\.name))
    add(.measure, scenario.measures.filter { !others.contains($0.name) }, to: \.measures)
    add(.quota, scenario.quotas, to: \.quotas)
    add(.rivalMeasure, scenario.measures.filter { others.contains($0.name) }, to: \.measures)
    add(.worldTariff, scenario.worldTariffs, to: \.worldTariffs)
    add(.tariffCut, scenario.tariffCuts, to: \.tariffCuts)
    add(.barrierCut, scenario.barrierCuts, to: \.barrierCuts)
    add(.commitment, scenario.commitments, to: \.commitments)
    return steps
  }
}

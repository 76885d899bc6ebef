internal import Distributions
internal import TariffModel

/// A scenario together with those that have the same measures and quotas and more commitments or cuts.
struct ScenarioFamily {
  /// A scenario that adds to another.
  struct Extension {
    var scenario: PolicyScenario
    /// Names of what is added, in the scenario's order.
    var added: [String]
  }

  var root: PolicyScenario
  var extensions: [Extension]

  /// The families of a study: found by what the scenarios use, never by their names.
  ///
  /// A scenario belongs to the one with the fewest additions that it contains. Complexity: O(scenarios²).
  static func families(of scenarios: [PolicyScenario]) -> [ScenarioFamily] {
    let contents = scenarios.map(Contents.init)
    var families: [(root: Int, family: ScenarioFamily)] = []
    let roots = scenarios.indices.map { index in
      let parents = scenarios.indices.filter { contents[$0].isStrictlyWithin(contents[index]) }
      return parents.min { contents[$0].additions.count < contents[$1].additions.count } ?? index
    }
    for (index, root) in roots.enumerated() where root == index {
      let extensions = roots.indices.filter { roots[$0] == index && $0 != index }.map { member in
        let names = contents[member].additions.filter { !contents[index].additions.contains($0) }.map(\.name)
        return Extension(scenario: scenarios[member], added: names)
      }
      families.append((index, ScenarioFamily(root: scenarios[index], extensions: extensions)))
    }
    return families.map(\.family)
  }

  /// What a scenario uses, without the paths that make equal scales differ.
  private struct Contents {
    struct Item: Hashable {
      var kind: Int
      var name: String
      var scale: Quantity.Value
    }

    var measures: Set<Item>
    var additions: [Item]

    init(_ scenario: PolicyScenario) {
      measures = Set(Self.items(scenario.measures, kind: 0) + Self.items(scenario.quotas, kind: 4))
      additions =
        Self.items(scenario.commitments, kind: 1) + Self.items(scenario.tariffCuts, kind: 2)
        + Self.items(scenario.barrierCuts, kind: 3)
    }

    func isStrictlyWithin(_ other: Contents) -> Bool {
      measures == other.measures && additions.count < other.additions.count && additions.allSatisfy(other.additions.contains)
    }

    private static func items(_ uses: [PolicyScenario.Use], kind: Int) -> [Item] {
      uses.map { Item(kind: kind, name: $0.name, scale: $0.scale?.value ?? .distribution(.constant(1))) }
    }
  }
}

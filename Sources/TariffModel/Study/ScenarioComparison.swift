/// Scenarios of a study that every run of it compares, draw by draw.
package struct ScenarioComparison: Hashable, Sendable {
  /// By name, in the order wanted; at least two, the reference among them.
  package var scenarios: [String]
  /// The scenario that the others are compared with.
  package var against: String
  /// Nothing where all outcomes that are reported are compared.
  package var outcomes: Set<Outcome>?
  /// Which way outcomes are better, where that is not ``Outcome/betterDirection``.
  package var directions: [Outcome: Direction]
  /// Whether groups, origins and other parts are compared, or totals only.
  package var includesParts: Bool

  package init(
    scenarios: [String], against: String, outcomes: Set<Outcome>? = nil, directions: [Outcome: Direction] = [:],
    includesParts: Bool = false
  ) {
    self.scenarios = scenarios
    self.against = against
    self.outcomes = outcomes
    self.directions = directions
    self.includesParts = includesParts
  }
}

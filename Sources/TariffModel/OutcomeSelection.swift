/// Which of a study's outcomes are wanted; what only others need is not computed.
///
/// A list that is nothing asks for all. Lines are asked for by themselves (`reportsLines`), and are left out of no list of groups.
package struct OutcomeSelection: Hashable, Sendable {
  package var outcomes: Set<Outcome>?
  /// As the column `group` of the tables has them: `total`, and the names of groups, origins, commitments, quotas and regions.
  package var groups: Set<String>?
  /// Names of periods and of the sums over several.
  package var periods: Set<String>?
  /// Names of scenarios.
  package var scenarios: Set<String>?

  package init(
    outcomes: Set<Outcome>? = nil, groups: Set<String>? = nil, periods: Set<String>? = nil, scenarios: Set<String>? = nil
  ) {
    self.outcomes = outcomes
    self.groups = groups
    self.periods = periods
    self.scenarios = scenarios
  }

  /// Everything.
  package static let all = OutcomeSelection(outcomes: nil)

  package func contains(_ key: OutcomeKey) -> Bool {
    contains(key.outcome) && contains(key.slice) && contains(period: key.period) && contains(scenario: key.scenario)
  }

  package func contains(_ outcome: Outcome) -> Bool { outcomes?.contains(outcome) ?? true }

  package func contains(_ slice: OutcomeSlice) -> Bool {
    if case .line = slice { return true }
    return groups?.contains(slice.groupColumn) ?? true
  }

  package func contains(period: String) -> Bool { periods?.contains(period) ?? true }

  package func contains(scenario: String) -> Bool { scenarios?.contains(scenario) ?? true }
}

extension OutcomeSelection: ExpressibleByArrayLiteral {
  /// Some outcomes, with all their groups and periods.
  package init(arrayLiteral outcomes: Outcome...) { self.init(outcomes: Set(outcomes)) }
}

extension OutcomeSlice {
  /// The name of a total in the tables.
  package static let totalName = "total"

  /// The text of the column `group`.
  package var groupColumn: String {
    switch self {
    case .total: Self.totalName
    case .flow(let origin, let market): "\(origin) \(market)"
    case .group(let name), .line(let name), .origin(let name), .commitment(let name), .quota(let name), .region(let name): name
    }
  }
}

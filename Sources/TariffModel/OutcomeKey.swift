/// Which number of the result: scenario, period, outcome, and total, group, line or origin.
package struct OutcomeKey: Hashable, Sendable {
  package var scenario: String
  /// Name of the period, or `year` where the study has none; ``allPeriods`` for the sum over all.
  package var period: String
  package var outcome: Outcome
  package var slice: OutcomeSlice

  /// The name of the sum over all periods of a study.
  package static let allPeriods = "all"

  /// The name of the sum from the first period to a later one.
  package static func runningTotal(to period: String) -> String { "to \(period)" }

  package init(scenario: String, period: String, outcome: Outcome, slice: OutcomeSlice) {
    self.scenario = scenario
    self.period = period
    self.outcome = outcome
    self.slice = slice
  }
}

/// The part of the trade that an outcome sums over.
package enum OutcomeSlice: Hashable, Sendable {
  case total
  case group(String)
  case line(String)
  /// Goods of one origin: in the study's markets, or displaced by a commitment.
  case origin(String)
  /// Goods of one origin in one of the study's markets.
  case flow(origin: String, market: String)
  case commitment(String)
  case quota(String)
  /// A region of the study's world.
  case region(String)
}

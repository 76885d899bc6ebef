/// Which number of the result: scenario, period, outcome, and total, group or line.
package struct OutcomeKey: Hashable, Sendable {
  package var scenario: String
  /// Name of the period, or `year` where the study has none.
  package var period: String
  package var outcome: Outcome
  package var slice: OutcomeSlice

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
}

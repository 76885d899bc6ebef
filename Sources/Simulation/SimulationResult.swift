package import Statistics
package import TariffModel

/// One outcome with its distribution.
package struct OutcomeResult: Sendable {
  package var key: OutcomeKey
  /// Of the draws in which it has a usable value.
  package var summary: SampleSummary

  package init(key: OutcomeKey, summary: SampleSummary) {
    self.key = key
    self.summary = summary
  }
}

/// The answer of a run.
package struct SimulationResult: Sendable {
  package var plan: Plan
  /// Scenario by scenario in the study's order, then period, then outcome in the order of `Outcome`, total before groups and
  /// lines.
  package var outcomes: [OutcomeResult] { didSet { places = OutcomePlaces(outcomes) } }
  /// Where in the outcomes the totals stand.
  package private(set) var places: OutcomePlaces
  /// What a reader should know beside the numbers, by scenario name or for the whole study (no name).
  package var notes: [ModelNote]
  /// The draws that are left out where they have no usable value; nothing where all draws solve.
  package var unsolved: UnsolvedReport?

  package init(plan: Plan, outcomes: [OutcomeResult], notes: [ModelNote], unsolved: UnsolvedReport? = nil) {
    self.plan = plan
    self.outcomes = outcomes
    places = OutcomePlaces(outcomes)
    self.notes = notes
    self.unsolved = unsolved
  }
}

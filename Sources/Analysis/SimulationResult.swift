package import Statistics
package import TariffModel

/// One outcome with its distribution.
package struct OutcomeResult: Sendable {
  package var key: OutcomeKey
  /// Of the draws in which it has a usable value: those in which it is solved and, of a ratio, defined.
  package var summary: SampleSummary

  package init(key: OutcomeKey, summary: SampleSummary) {
    self.key = key
    self.summary = summary
  }
}

/// A ratio to what is nothing in every draw: it has no numbers.
package struct UndefinedOutcome: Hashable, Sendable {
  package var key: OutcomeKey
  /// How many of the result's outcomes stand before it.
  package var position: Int

  package init(key: OutcomeKey, position: Int) {
    self.key = key
    self.position = position
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
  /// The outcomes that are defined in no draw, in the same order.
  package var undefined: [UndefinedOutcome]
  /// What a reader should know beside the numbers, by scenario name or for the whole study (no name).
  package var notes: [ModelNote]
  /// The draws that are left out where they have no usable value; nothing where all draws solve.
  package var unsolved: UnsolvedReport?
  /// How probable the plan's conditions are, by condition, scenario and period.
  package var conditions: [ConditionResult]
  /// What the study compares.
  package var comparisons: [ComparisonResult] = []
  /// By direction that normal inputs were rotated to, the share of the outcomes' gradients that it holds; empty where none were.
  package var leadingShares: [Double]
  /// Of a run that is not all there, how much of it this is.
  package var coverage: ResultCoverage?
  /// The path of the number that outcomes were averaged over; nothing where none was.
  package var smoothedOver: String?

  package init(
    plan: Plan, outcomes: [OutcomeResult], undefined: [UndefinedOutcome] = [], notes: [ModelNote],
    unsolved: UnsolvedReport? = nil, conditions: [ConditionResult] = [], leadingShares: [Double] = [],
    smoothedOver: String? = nil
  ) {
    self.plan = plan
    self.outcomes = outcomes
    places = OutcomePlaces(outcomes)
    self.undefined = undefined
    self.notes = notes
    self.unsolved = unsolved
    self.conditions = conditions
    self.leadingShares = leadingShares
    self.smoothedOver = smoothedOver
  }
}

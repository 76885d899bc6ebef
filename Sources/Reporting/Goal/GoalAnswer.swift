package import Analysis
package import TariffModel

/// What a report of a goal tells: the study's number that is varied, and the answer under each scenario.
package struct GoalAnswer: Sendable {
  /// What is varied, as it was typed.
  package var path: String
  /// What it is without a change, where there is one number to tell.
  package var present: Double?
  package var plan: Plan
  package var entries: [Entry]
  /// Of the study as it is.
  package var notes: [ModelNote]

  /// One answer.
  package struct Entry: Sendable {
    /// Nothing where the goal itself names its scenarios; likewise the period.
    package var scenario: String?
    package var period: String?
    package var range: ClosedRange<Double>
    package var result: GoalResult

    package init(scenario: String?, period: String?, range: ClosedRange<Double>, result: GoalResult) {
      self.scenario = scenario
      self.period = period
      self.range = range
      self.result = result
    }
  }

  package init(path: String, present: Double?, plan: Plan, entries: [Entry], notes: [ModelNote]) {
    self.path = path
    self.present = present
    self.plan = plan
    self.entries = entries
    self.notes = notes
  }

  /// Whether every goal has an answer.
  package var isSolved: Bool { entries.allSatisfy { $0.result.status == .solved } }
}

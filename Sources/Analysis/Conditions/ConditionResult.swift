package import Statistics

/// How probable a condition is under one scenario in one period.
package struct ConditionResult: Hashable, Sendable {
  package var condition: Condition
  /// Nothing where the condition itself says of which scenarios it speaks; likewise the period.
  package var scenario: String?
  package var period: String?
  /// Draws in which all of its outcomes have a value.
  package var draws: Int
  /// Of these the draws among which it is counted, and those in which it holds.
  package var given: Int
  package var hits: Int

  package init(condition: Condition, scenario: String?, period: String?, draws: Int, given: Int, hits: Int) {
    self.condition = condition
    self.scenario = scenario
    self.period = period
    self.draws = draws
    self.given = given
    self.hits = hits
  }

  /// The share with its exact interval; nothing where there is no draw to count among.
  package var probability: ProbabilityEstimate? { given > 0 ? ProbabilityEstimate(hits: hits, draws: given) : nil }
}

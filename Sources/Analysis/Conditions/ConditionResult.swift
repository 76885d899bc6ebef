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
  /// By replicate of a design, the draws among which it is counted, and those in which it holds; empty where draws are independent.
  package var replicates: [Replicate]

  package struct Replicate: Hashable, Sendable {
    package var given: Int
    package var hits: Int
  }

  package init(
    condition: Condition, scenario: String?, period: String?, draws: Int, given: Int, hits: Int, replicates: [Replicate] = []
  ) {
    self.condition = condition
    self.scenario = scenario
    self.period = period
    self.draws = draws
    self.given = given
    self.hits = hits
    self.replicates = replicates
  }

  /// The share with its interval, exact or from replicates; nothing where there is no draw to count among.
  package var probability: ProbabilityEstimate? {
    guard replicates.isEmpty else { return ProbabilityEstimate(replicates: replicates.map { ($0.hits, $0.given) }) }
    return given > 0 ? ProbabilityEstimate(hits: hits, draws: given) : nil
  }
}

package import Statistics
package import TariffModel

/// The answer to a comparison.
package struct ComparisonResult: Sendable {
  package var plan: Plan
  package var choices: [ComparisonQuestion.Choice]
  package var reference: Int
  package var rows: [ComparedOutcome]
  /// What a reader should know beside the numbers.
  package var notes: [ModelNote]
  package var unsolved: UnsolvedReport?
}

/// One outcome under all choices.
package struct ComparedOutcome: Sendable {
  package var period: String
  package var outcome: Outcome
  package var slice: OutcomeSlice
  package var direction: Direction
  /// By choice: the distribution under it; nothing where it is not defined.
  package var levels: [SampleSummary?]
  /// Of every choice but the reference that has a number beside it.
  package var comparisons: [ChoiceComparison]
  /// By choice; empty where some choice has no number.
  package var regrets: [ChoiceRegret]
}

/// A choice against the reference, draw by draw.
package struct ChoiceComparison: Sendable {
  /// The place of the choice.
  package var choice: Int
  /// The choice less the reference; from the draws in which both exist.
  package var difference: SampleSummary
  /// 100·(choice/reference − 1), from the draws in which the reference is not 0.
  ///
  /// Nothing for differences and balances, and where the reference changes its sign.
  package var percentChange: SampleSummary?
  package var pair: PairSummary
  /// The probability that the choice is better, and worse, in the direction of the outcome; ties are neither.
  package var better: ProbabilityEstimate
  package var worse: ProbabilityEstimate
  /// Whether the choice dominates the reference in that direction, and the reference the choice.
  package var dominates: PairDominance.ByOrder
  package var isDominated: PairDominance.ByOrder
}

/// How far a choice lies behind the best of all in the same draw.
package struct ChoiceRegret: Sendable {
  package var choice: Int
  /// The distribution of the regret; its mean is the expected regret.
  package var regret: SampleSummary
  /// The probability that no choice is better.
  package var best: ProbabilityEstimate
}

package import TariffModel

/// Too many draws of a run without a usable value, and where they come from.
package struct UnsolvedFailure: Hashable, Sendable {
  /// Draws in which some outcome has no usable value.
  package var count: Int
  /// Draws of the run.
  package var draws: Int
  /// The outcome that lacks most, the first of several, and in how many draws.
  package var outcome: OutcomeKey
  package var outcomeCount: Int
  package var cause: UnsolvedCause?

  /// The largest share of the draws that a result may leave out, as one in so many: 0.1 %.
  package static let mostLeftOut = 1000

  package init(count: Int, draws: Int, outcome: OutcomeKey, outcomeCount: Int, cause: UnsolvedCause?) {
    self.count = count
    self.draws = draws
    self.outcome = outcome
    self.outcomeCount = outcomeCount
    self.cause = cause
  }
}

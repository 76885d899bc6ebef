/// How probable a rare event is under one scenario in one period.
package struct RareResult: Hashable, Sendable {
  /// How it was found.
  package enum Method: String, Hashable, Sendable {
    /// From draws that were shifted to where it happens.
    case shifted
    /// From draws as they are: no shift was found that comes nearer.
    case notReached = "plain_not_reached"
    /// From draws as they are: too few of the shifted ones carried the estimate.
    case degenerate = "plain_degenerate"
    /// It does not depend on the draws.
    case certain
  }

  /// An input, or a common factor, with how far its normal stands from the median when the event happens.
  package struct Leader: Hashable, Sendable {
    package var path: String
    /// In standard deviations.
    package var deviations: Double
  }

  package var condition: Condition
  package var scenario: String?
  package var period: String?
  package var method: Method
  package var probability: Double
  package var standardError: Double
  /// 95 %: by the logarithm of weighted draws, exact of counted ones.
  package var interval: ClosedRange<Double>
  package var hits: Int
  package var draws: Int
  package var effectiveHits: Double
  /// How many draws as they are would have the same error.
  package var plainDraws: Double
  package var leaders: [Leader]
}

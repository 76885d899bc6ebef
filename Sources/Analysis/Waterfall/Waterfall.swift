package import Statistics
package import TariffModel

/// What each policy of a scenario adds to those before it.
package struct Waterfall: Sendable {
  package var falls: [Fall]

  /// One outcome under one scenario in one period, taken apart.
  package struct Fall: Sendable {
    package var scenario: String
    package var period: String
    package var outcome: Outcome
    /// Without any policy.
    package var base: SampleSummary
    package var steps: [Step]
  }

  /// One policy; the means of all changes and of the base add up to that of the last level.
  package struct Step: Sendable {
    package var policy: PolicyStep
    /// What it adds, draw by draw.
    package var change: SampleSummary
    /// What the outcome is with it.
    package var level: SampleSummary
  }
}

/// What a result folder says, read back from its files: all that a page about it needs.
package struct ResultDocument: Hashable, Sendable {
  package var title: String
  package var summary: String?
  package var home: String
  package var partner: String
  package var horizon: String?
  /// The answer in words, a paragraph each.
  package var headline: [String]
  package var notes: [Note]
  package var scenarios: [Scenario]
  /// The comparisons that the study asks for.
  package var comparisons: [ComparedDocument]
  /// Scenarios taken apart, where the folder has them.
  package var falls: [FallDocument]
  package var assumptions: [AssumptionRow]
  package var origin: Origin

  /// What a reader should mind, of one scenario or of all.
  package struct Note: Hashable, Sendable {
    package var scenario: String?
    package var text: String
  }

  package struct Scenario: Hashable, Sendable {
    package var name: String
    package var summary: String?
    package var periods: [Period]
  }

  package struct Period: Hashable, Sendable {
    package var name: String
    package var outcomes: [OutcomeFigures]
  }

  /// What determines the result.
  package struct Origin: Hashable, Sendable {
    package var programVersion: String
    package var files: [RunDescription.FileDigest]
    package var overrides: [RunDescription.Override]
    package var seed: String
    package var draws: Int
    package var design: String
    /// Nothing where the answer does not say it.
    package var percentilesFrom: String?
    package var thresholds: [Threshold]
    /// The identity of the run, as `run.json` has it.
    package var identity: String
  }

  package struct Threshold: Hashable, Sendable {
    package var outcome: String
    package var value: Double
  }
}

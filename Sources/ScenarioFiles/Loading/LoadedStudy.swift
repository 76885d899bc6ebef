package import Sampling
package import TariffModel

/// A study as its files state it, with what a report must say about them.
package struct LoadedStudy: Sendable {
  package var checked: CheckedStudy
  /// How the file wants to be run where the command line does not say.
  package var run: RunDefaults
  /// What a sweep computes where the command line does not say.
  package var sweep: SweepDefaults
  /// The scenario file first, then every table in the order of reading.
  package var files: [ScenarioFile]
  /// Where each path stands: every number of the study, and every key of the file.
  package var locations: [String: SourceLocation]
  /// The replacements that were made, in the order they were given.
  package var overrides: [AppliedOverride]
  /// By variation and value, what takes the place of what the files state.
  package var variations: [[[Replacement]]]

  /// What the files state.
  package var study: Study { checked.study }

  /// A problem with what stands at a path, for a rule that only the reader of the study knows.
  package func problem(at path: String, rule: InputRule) -> InputProblem {
    InputProblem(location: locations[path] ?? SourceLocation(file: files[0].name, line: 1, column: 1), path: path, rule: rule)
  }
}

/// A number of the file that the command line replaced.
package struct AppliedOverride: Hashable, Sendable {
  package var path: String
  /// The value as it was written.
  package var value: String
}

/// How a run is made, unless the command line says otherwise.
package struct RunDefaults: Hashable, Sendable {
  /// A value whose exceedance probability is reported.
  package struct Threshold: Hashable, Sendable {
    package var outcome: Outcome
    /// In the outcome's unit.
    package var value: Double

    package init(outcome: Outcome, value: Double) {
      self.outcome = outcome
      self.value = value
    }
  }

  /// At least 1, and such that the design admits them; nothing where the file does not say.
  package var draws: Int?
  package var design = Design.random
  /// Whether normal inputs are rotated, and outcomes averaged over an input; nothing where the file leaves that to the design.
  package var rotates: Bool?
  package var smooths: Bool?
  /// Any value; 0 is a seed like every other.
  package var seed: UInt64 = 1
  /// From 0 to 100, ascending.
  package var percentiles: [Double] = [5, 25, 50, 75, 95]
  package var thresholds: [Threshold] = []
  /// Conditions whose probabilities are reported, as they are written.
  package var conditions: [String] = []
  /// Which outcomes are reported.
  package var selection = OutcomeSelection.all
  /// The tail of the expected shortfall, in percent, above 0 and at most 50.
  package var shortfallPercent: Double = 5

  /// What holds for a file without `[run]`.
  package init() {}
}

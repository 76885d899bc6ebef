internal import TariffModel

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
    package var percentilesFrom: String
    package var thresholds: [Threshold]
    /// The identity of the run, as `run.json` has it.
    package var identity: String
  }

  package struct Threshold: Hashable, Sendable {
    package var outcome: String
    package var value: Double
  }
}

/// An outcome's distribution as `summary.json` has it.
package struct OutcomeFigures: Hashable, Sendable {
  package var outcome: String
  /// `total`, or the name of a part.
  package var group: String
  package var unit: String
  package var percentiles: [Percentile]
  package var statistics: [Statistic]
  /// Nothing where the outcome is defined in no draw.
  package var histogram: BinnedDraws?
  package var minimum: Double
  package var maximum: Double
  /// Draws of the run.
  package var draws: Int

  package struct Percentile: Hashable, Sendable {
    package var percent: Double
    package var value: Double
    package var low: Double?
    package var high: Double?
  }

  package struct Statistic: Hashable, Sendable {
    package var name: String
    package var value: Double?
    package var standardError: Double?
    package var low: Double?
    package var high: Double?
  }

  package var isTotal: Bool { group == "total" }

  /// Whether it is a forecast of what will be counted, and no effect.
  package var isForecast: Bool { Outcome(rawValue: outcome)?.isForecast ?? false }

  /// A statistic by its name in `statistics.csv`.
  package func statistic(_ name: String) -> Statistic? { statistics.first { $0.name == name } }
}

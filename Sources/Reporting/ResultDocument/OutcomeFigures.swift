internal import TariffModel

/// An outcome's distribution as `summary.json` has it.
package struct OutcomeFigures: Hashable, Sendable {
  package var outcome: String
  /// `total`, or the name of a part.
  package var group: String
  package var unit: String
  package var percentiles: [Percentile]
  package var statistics: [Statistic]
  /// Nothing where the outcome is defined in no draw, and where the document has no draws of it.
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

  /// Whether there is a number to tell.
  package var isDefined: Bool { !percentiles.isEmpty }

  /// Whether all of several draws are one number.
  package var isCertain: Bool {
    draws > 1 && (histogram == nil ? statistic("sd")?.value == 0 : minimum == maximum)
  }

  package var isTotal: Bool { group == "total" }

  /// Whether it is a forecast of what will be counted, and no effect.
  package var isForecast: Bool { Outcome(rawValue: outcome)?.isForecast ?? false }

  /// A statistic by its name in `statistics.csv`.
  package func statistic(_ name: String) -> Statistic? { statistics.first { $0.name == name } }
}

package import TariffModel

/// All that determines a result besides the study: a plain value, printable.
package struct Plan: Hashable, Sendable {
  /// At least 1.
  package var draws: Int
  /// Any value is a seed, 0 too.
  package var seed: UInt64
  /// Wanted percentiles in percent, ascending, each in [0, 100].
  package var percentiles: [Double]
  package var thresholds: [Threshold]
  /// Size of the expected-shortfall tails in percent, in (0, 50].
  package var shortfallPercent: Double
  /// Whether export revenue is also reported line by line.
  package var reportsLines: Bool
  /// Whether further passes over the draws find the percentiles and their intervals as sorting would.
  package var seeksExactPercentiles: Bool

  /// A level of an outcome whose probability is asked for.
  package struct Threshold: Hashable, Sendable {
    package var outcome: Outcome
    package var value: Double

    package init(outcome: Outcome, value: Double) {
      self.outcome = outcome
      self.value = value
    }
  }

  package init(
    draws: Int = 100_000, seed: UInt64 = 1, percentiles: [Double] = [5, 25, 50, 75, 95], thresholds: [Threshold] = [],
    shortfallPercent: Double = 5, reportsLines: Bool = false, seeksExactPercentiles: Bool = false
  ) {
    self.draws = draws
    self.seed = seed
    self.percentiles = percentiles
    self.thresholds = thresholds
    self.shortfallPercent = shortfallPercent
    self.reportsLines = reportsLines
    self.seeksExactPercentiles = seeksExactPercentiles
  }
}

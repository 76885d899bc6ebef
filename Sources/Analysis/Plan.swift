package import Sampling
package import TariffModel

/// All that determines a result besides the study: a plain value, printable.
package struct Plan: Hashable, Sendable {
  /// At least 1.
  package var draws: Int
  /// Draws of the whole run, in the plan of a result that some of them are missing from.
  package var drawsOfRun: Int?
  /// Any value is a seed, 0 too.
  package var seed: UInt64
  /// How the draws are laid out; it admits their number.
  package var design: Design
  /// Whether normal inputs are rotated together; only under a design with replicates.
  package var rotates: Bool
  /// Whether outcomes are averaged in closed form over an input that they are linear in; only under a design with replicates.
  package var smooths: Bool
  /// Wanted percentiles in percent, ascending, each in [0, 100].
  package var percentiles: [Double]
  package var thresholds: [Threshold]
  /// Which outcomes are reported; figures do not depend on what else is.
  package var selection: OutcomeSelection
  /// Whose probabilities are asked for.
  package var conditions: [Condition]
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
    shortfallPercent: Double = 5, design: Design = .random, rotates: Bool = false, smooths: Bool = false,
    reportsLines: Bool = false,
    seeksExactPercentiles: Bool = false, selection: OutcomeSelection = .all, conditions: [Condition] = []
  ) {
    self.draws = draws
    self.seed = seed
    self.design = design
    self.rotates = rotates
    self.smooths = smooths
    self.percentiles = percentiles
    self.thresholds = thresholds
    self.shortfallPercent = shortfallPercent
    self.reportsLines = reportsLines
    self.seeksExactPercentiles = seeksExactPercentiles
    self.selection = selection
    self.conditions = conditions
  }
}

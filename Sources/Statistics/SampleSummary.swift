/// What is known of one outcome after a run: percentiles with intervals, moments, tails and shape, each with its Monte Carlo
/// error.
package struct SampleSummary: Sendable {
  /// Draws it rests on.
  package var draws: Int
  package var minimum: Double
  package var maximum: Double
  package var mean: Estimate
  package var standardDeviation: Estimate
  /// Standardised third central moment; 0 with error 0 where the outcome does not vary.
  package var skewness: Estimate
  /// In the order asked for.
  package var percentiles: [PercentileEstimate]
  /// In the order asked for.
  package var exceedances: [ExceedanceEstimate]
  /// Mean of the worst share of the draws: the lower tail.
  package var lowerShortfall: ShortfallEstimate
  /// Mean of the highest share of the draws: the upper tail.
  package var upperShortfall: ShortfallEstimate
  package var histogram: Histogram
  /// The order below which the moments of the outcome's law exist: E|outcome|ᵏ is finite for k below it.
  ///
  /// The moments above are those of the draws, whether they estimate anything or not; reports take them from
  /// ``toldMean``, ``toldStandardDeviation``, ``toldSkewness``, ``toldLowerShortfall`` and ``toldUpperShortfall``.
  package var momentOrder = Double.infinity
  /// Where the outcome's law is known to have bounds.
  package var boundedSides: BoundedSides = []
  /// What the errors rest on.
  package var replication = Replication.draws

  package init(
    draws: Int, minimum: Double, maximum: Double, mean: Estimate, standardDeviation: Estimate, skewness: Estimate,
    percentiles: [PercentileEstimate], exceedances: [ExceedanceEstimate], lowerShortfall: ShortfallEstimate,
    upperShortfall: ShortfallEstimate, histogram: Histogram
  ) {
    self.draws = draws
    self.minimum = minimum
    self.maximum = maximum
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.skewness = skewness
    self.percentiles = percentiles
    self.exceedances = exceedances
    self.lowerShortfall = lowerShortfall
    self.upperShortfall = upperShortfall
    self.histogram = histogram
  }
}

/// A number with its Monte Carlo standard error; no error where the draws are too few to have one.
package struct Estimate: Hashable, Sendable {
  package var value: Double
  package var standardError: Double?

  package init(_ value: Double, standardError: Double?) {
    self.value = value
    self.standardError = standardError
  }
}

/// A percentile (Hyndman–Fan type 7) with its 95 % interval from order statistics; no interval where the draws are too few.
package struct PercentileEstimate: Hashable, Sendable {
  /// In percent, 0 to 100.
  package var percent: Double
  package var value: Double
  package var interval: ClosedRange<Double>?
  /// Whether bins hold so many draws that the interval had to be widened to theirs; exact percentiles never are.
  package var isWidened: Bool

  package init(percent: Double, value: Double, interval: ClosedRange<Double>?, isWidened: Bool = false) {
    self.percent = percent
    self.value = value
    self.interval = interval
    self.isWidened = isWidened
  }
}

/// The probability of falling below a threshold and of exceeding it (ties count as exceeding).
package struct ExceedanceEstimate: Hashable, Sendable {
  package var threshold: Double
  package var probabilityBelow: Estimate
  /// The exact 95 % interval of the probability below.
  package var interval: ClosedRange<Double>?

  package init(threshold: Double, probabilityBelow: Estimate, interval: ClosedRange<Double>? = nil) {
    self.threshold = threshold
    self.probabilityBelow = probabilityBelow
    self.interval = interval
  }
}

/// Expected shortfall: the mean of the outcome over the tail of the given size.
package struct ShortfallEstimate: Hashable, Sendable {
  /// Size of the tail in percent.
  package var tailPercent: Double
  package var mean: Estimate

  package init(tailPercent: Double, mean: Estimate) {
    self.tailPercent = tailPercent
    self.mean = mean
  }
}

/// Counts over bins of equal width; draws outside are in the first and last bin.
package struct Histogram: Hashable, Sendable {
  package var lower: Double
  package var upper: Double
  package var counts: [UInt64]

  package init(lower: Double, upper: Double, counts: [UInt64]) {
    self.lower = lower
    self.upper = upper
    self.counts = counts
  }
}

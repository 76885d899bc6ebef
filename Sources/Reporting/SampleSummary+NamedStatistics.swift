package import Statistics

/// A statistic with the name it has in files.
package struct NamedStatistic: Hashable, Sendable {
  package var name: String
  /// Nothing where the outcome's law has no such statistic.
  package var estimate: Estimate?
  /// The exact 95 % interval of a probability.
  package var interval: ClosedRange<Double>?

  package init(_ name: String, _ estimate: Estimate?, interval: ClosedRange<Double>? = nil) {
    self.name = name
    self.estimate = estimate
    self.interval = interval
  }
}

extension SampleSummary {
  /// All statistics that are no percentiles, in the order of `statistics.csv`.
  ///
  /// Probabilities carry their threshold in the name, tail means the size of their tail in percent.
  package var namedStatistics: [NamedStatistic] {
    var all = [
      NamedStatistic("mean", toldMean), NamedStatistic("sd", toldStandardDeviation), NamedStatistic("skewness", toldSkewness),
    ]
    for exceedance in exceedances {
      let threshold = NumberText.exact(exceedance.threshold)
      all.append(
        NamedStatistic("probability_below_" + threshold, exceedance.probabilityBelow, interval: exceedance.interval))
      all.append(
        NamedStatistic(
          "probability_at_least_" + threshold, exceedance.probabilityAtLeast, interval: exceedance.intervalAtLeast))
    }
    let lower = NumberText.exact(lowerShortfall.tailPercent)
    let upper = NumberText.exact(upperShortfall.tailPercent)
    all.append(NamedStatistic("expected_shortfall_lower_" + lower, toldShortfall(lowerShortfall)))
    all.append(NamedStatistic("expected_shortfall_upper_" + upper, toldShortfall(upperShortfall)))
    return all
  }

  /// The estimate of one percentile, where the run was asked for it.
  package func percentile(_ percent: Double) -> PercentileEstimate? { percentiles.first { $0.percent == percent } }
}

package import Statistics

/// A statistic with the name it has in files.
package struct NamedStatistic: Hashable, Sendable {
  package var name: String
  /// Nothing where the outcome's law has no such statistic.
  package var estimate: Estimate?
  /// The 95 % interval of a probability, or of a statistic whose error rests on replicates.
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
      named("mean", toldMean), named("sd", toldStandardDeviation), named("skewness", toldSkewness),
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
    all.append(named("expected_shortfall_lower_" + lower, toldLowerShortfall))
    all.append(named("expected_shortfall_upper_" + upper, toldUpperShortfall))
    return all
  }

  /// A statistic, with its interval by Student's t where its error rests on replicates.
  private func named(_ name: String, _ estimate: Estimate?) -> NamedStatistic {
    guard replication != .draws, let estimate, let error = estimate.standardError else { return NamedStatistic(name, estimate) }
    let half = replication.deviate * error
    return NamedStatistic(name, estimate, interval: (estimate.value - half)...(estimate.value + half))
  }

  /// The estimate of one percentile, where the run was asked for it.
  package func percentile(_ percent: Double) -> PercentileEstimate? { percentiles.first { $0.percent == percent } }
}

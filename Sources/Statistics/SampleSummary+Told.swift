extension SampleSummary {
  /// The mean, where the outcome's law has one; its error where it has a variance.
  package var toldMean: Estimate? { told(mean, order: 1) }

  /// The standard deviation, where the outcome's law has one; its error where it has a fourth moment.
  package var toldStandardDeviation: Estimate? { told(standardDeviation, order: 2) }

  /// The skewness, where the outcome's law has one; its error where it has a sixth moment.
  package var toldSkewness: Estimate? { told(skewness, order: 3) }

  /// The mean of one of the two tails, where the outcome's law has a mean; its error where it has a variance.
  package func toldShortfall(_ shortfall: ShortfallEstimate) -> Estimate? { told(shortfall.mean, order: 1) }

  /// How many of the moments and shortfalls that are told have no error because one draw would carry it.
  package var withheldErrorCount: Int {
    guard draws >= CentralMoments.fewestCarried, minimum < maximum else { return 0 }
    return [
      (mean, 1.0), (standardDeviation, 2.0), (skewness, 3.0), (lowerShortfall.mean, 1.0), (upperShortfall.mean, 1.0),
    ].count { estimate, order in
      estimate.standardError == nil && 2 * order < momentOrder
    }
  }

  /// An estimate that rests on a moment, and its error on the moment of twice the order.
  private func told(_ estimate: Estimate, order: Double) -> Estimate? {
    guard order < momentOrder else { return nil }
    return Estimate(estimate.value, standardError: 2 * order < momentOrder ? estimate.standardError : nil)
  }
}

extension ExceedanceEstimate {
  /// The complement of the probability below, with the same error.
  package var probabilityAtLeast: Estimate {
    Estimate(1 - probabilityBelow.value, standardError: probabilityBelow.standardError)
  }

  /// The exact 95 % interval of the complement.
  package var intervalAtLeast: ClosedRange<Double>? { interval.map { 1 - $0.upperBound...1 - $0.lowerBound } }
}

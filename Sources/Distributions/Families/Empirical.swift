/// Observed values, each equally likely.
struct Empirical: DistributionFamily {
  /// Ascending.
  let values: [Double]

  init(values: [Double]) throws(DistributionError) {
    guard !values.isEmpty else { throw .tooFew(.values, count: 0, minimum: 1) }
    for (index, value) in values.enumerated() { try ParameterRule.finite.check(value, of: .values, index: index) }
    self.init(sorting: values)
  }

  /// At least one finite value.
  init(sorting values: [Double]) { self.values = values.sorted() }

  private var count: Double { Double(values.count) }
  var support: Support { Support(lower: values[0], upper: values[values.count - 1]) }
  var mean: Double? { CompensatedSum.of(values.lazy.map { $0 / count }) }

  /// That of the distribution itself: divided by n, not n − 1.
  var standardDeviation: Double? {
    guard let mean else { return nil }
    return CompensatedSum.of(values.lazy.map { ($0 - mean) * ($0 - mean) / count }).squareRoot()
  }

  var kinks: [Double] { Set(values).sorted() }
  func cdf(_ x: Double) -> Probability { upTo(values.partitionIndex { $0 > x }) }
  func cdf(below x: Double) -> Probability { upTo(values.partitionIndex { $0 >= x }) }

  func quantile(_ p: Probability) -> Double {
    // The first k with k/n ≥ p; the product may round across the step.
    var k = min(max(Int((p.below * count).rounded(.up)), 1), values.count)
    while k > 1 && Double(k - 1) / count >= p.below { k -= 1 }
    while k < values.count && Double(k) / count < p.below { k += 1 }
    return values[k - 1]
  }

  var description: String {
    values.count <= 8
      ? "empirical(\(values.map(\.text).joined(separator: ", ")))"
      : "empirical(\(values.count) values, \(support.lower.text) to \(support.upper.text))"
  }

  private func upTo(_ rank: Int) -> Probability {
    Probability(below: Double(rank) / count, above: Double(values.count - rank) / count)
  }
}

extension Distribution {
  /// Observed values, each equally likely; at least one, all finite.
  package static func empirical(values: [Double]) throws(DistributionError) -> Distribution {
    try Distribution(checking: .empirical(Empirical(values: values)))
  }
}

/// A quantile function that is linear between given points, from p = 0 to p = 1.
struct PiecewiseQuantiles: DistributionFamily {
  /// Strictly ascending from 0 to 1.
  let probabilities: [Double]
  /// Ascending; equal neighbours give a value a probability of its own.
  let values: [Double]

  init(probabilities: [Double], values: [Double]) throws(DistributionError) {
    guard probabilities.count == values.count else {
      throw .unequalCounts(.probabilities, probabilities.count, .values, values.count)
    }
    guard values.count >= 2 else { throw .tooFew(.values, count: values.count, minimum: 2) }
    try ParameterRule.equal(0).check(probabilities[0], of: .probabilities, index: 0)
    let last = values.count - 1
    try ParameterRule.equal(1).check(probabilities[last], of: .probabilities, index: last)
    for (index, value) in values.enumerated() {
      try ParameterRule.finite.check(value, of: .values, index: index)
      guard index > 0 else { continue }
      try ParameterRule.above(.probabilities, probabilities[index - 1]).check(
        probabilities[index], of: .probabilities, index: index)
      try ParameterRule.atLeast(.values, values[index - 1]).check(value, of: .values, index: index)
    }
    self.probabilities = probabilities
    self.values = values
  }

  var support: Support { Support(lower: values[0], upper: values[values.count - 1]) }

  var mean: Double? {
    CompensatedSum.of((1..<values.count).lazy.map { width($0) * (values[$0 - 1] + 0.5 * (values[$0] - values[$0 - 1])) })
  }

  var standardDeviation: Double? {
    guard let mean else { return nil }
    let parts = (1..<values.count).lazy.map { i in
      let (a, b) = (values[i - 1] - mean, values[i] - mean)
      return width(i) * (a * a + a * b + b * b) / 3
    }
    return CompensatedSum.of(parts).squareRoot()
  }

  var kinks: [Double] { Set(values).sorted() }

  func cdf(_ x: Double) -> Probability { Probability(probability(x, segment: values.partitionIndex { $0 > x })) }
  func cdf(below x: Double) -> Probability { Probability(probability(x, segment: values.partitionIndex { $0 >= x })) }

  func quantile(_ p: Probability) -> Double {
    let i = min(max(probabilities.partitionIndex { $0 >= p.below }, 1), values.count - 1)
    let (a, b) = (values[i - 1], values[i])
    // From the nearer end; in the last segment the distance to 1 is known better than 1 − p.
    let fromRight = i == values.count - 1 ? p.above : probabilities[i] - p.below
    let fromLeft = p.below - probabilities[i - 1]
    return fromLeft <= fromRight ? min(a + (b - a) * (fromLeft / width(i)), b) : max(b - (b - a) * (fromRight / width(i)), a)
  }

  var description: String {
    let points = zip(probabilities, values).map { "\($0.text): \($1.text)" }
    return "quantiles(\(points.joined(separator: ", ")))"
  }

  private func width(_ i: Int) -> Double { probabilities[i] - probabilities[i - 1] }

  /// The probability at `x`, which lies between values `i` − 1 and `i`.
  private func probability(_ x: Double, segment i: Int) -> Double {
    if i == 0 { return 0 }
    if i == values.count { return 1 }
    return probabilities[i - 1] + width(i) * ((x - values[i - 1]) / (values[i] - values[i - 1]))
  }
}

extension Distribution {
  /// The distribution whose quantile function is linear between the points (probability, value).
  ///
  /// Probabilities ascend strictly from 0 to 1; values ascend, equal neighbours allowed, one for each probability.
  package static func quantiles(probabilities: [Double], values: [Double]) throws(DistributionError) -> Distribution {
    try Distribution(checking: .quantiles(PiecewiseQuantiles(probabilities: probabilities, values: values)))
  }
}

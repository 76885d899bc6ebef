/// Finitely many values, each with its probability.
struct Discrete: DistributionFamily {
  /// Ascending, different, each with a positive probability.
  let values: [Double]
  let probabilities: [Double]
  /// As stated; for the description.
  private let statedProbabilities: [Double]
  /// P(X ≤ value); the last is exactly 1.
  private let cumulative: [Double]

  init(values: [Double], probabilities: [Double]) throws(DistributionError) {
    guard !values.isEmpty else { throw .tooFew(.values, count: 0, minimum: 1) }
    guard values.count == probabilities.count else {
      throw .unequalCounts(.values, values.count, .probabilities, probabilities.count)
    }
    for (index, value) in values.enumerated() { try ParameterRule.finite.check(value, of: .values, index: index) }
    try ParameterRule.checkShares(probabilities, of: .probabilities)
    self.init(atoms: Array(zip(values, probabilities)))
  }

  /// Values in any order, repeated ones merged; the probabilities are divided by their sum.
  init(atoms: [(value: Double, probability: Double)]) {
    var values: [Double] = []
    var probabilities: [Double] = []
    for (value, probability) in atoms.sorted(by: { $0.value < $1.value }) where probability > 0 {
      if values.last == value {
        probabilities[values.count - 1] += probability
      } else {
        values.append(value)
        probabilities.append(probability)
      }
    }
    var sum = CompensatedSum()
    let partial = probabilities.map { sum.adding($0) }
    self.values = values
    statedProbabilities = probabilities
    self.probabilities = probabilities.map { $0 / sum.value }
    cumulative = partial.map { min($0 / sum.value, 1) }
  }

  var support: Support { Support(lower: values[0], upper: values[values.count - 1]) }
  var mean: Double? { CompensatedSum.of(zip(values, probabilities).lazy.map { $0 * $1 }) }

  var standardDeviation: Double? {
    guard let mean else { return nil }
    return CompensatedSum.of(zip(values, probabilities).lazy.map { $1 * ($0 - mean) * ($0 - mean) }).squareRoot()
  }

  var kinks: [Double] { values }
  func cdf(_ x: Double) -> Probability { upTo(values.partitionIndex { $0 > x }) }
  func cdf(below x: Double) -> Probability { upTo(values.partitionIndex { $0 >= x }) }

  func quantile(_ p: Probability) -> Double {
    values[min(cumulative.partitionIndex { $0 >= p.below }, values.count - 1)]
  }

  var description: String {
    let atoms = zip(statedProbabilities, values).map { "\($0.text) × \($1.text)" }
    return "discrete(\(atoms.joined(separator: ", ")))"
  }

  /// P(X among the first `count` values).
  private func upTo(_ count: Int) -> Probability { Probability(count == 0 ? 0 : cumulative[count - 1]) }
}

extension ParameterRule {
  /// Each in [0, 1], and a sum of 1 within 10⁻⁹.
  static func checkShares(_ shares: [Double], of parameter: DistributionParameter) throws(DistributionError) {
    for (index, share) in shares.enumerated() { try ParameterRule.share.check(share, of: parameter, index: index) }
    let sum = CompensatedSum.of(shares)
    guard (sum - 1).magnitude <= 1e-9 else { throw .sumIsNotOne(parameter, sum: sum) }
  }
}

extension Distribution {
  /// Finitely many values with probabilities that sum to 1 within 10⁻⁹; a value given twice has the sum of its probabilities.
  package static func discrete(values: [Double], probabilities: [Double]) throws(DistributionError) -> Distribution {
    try Distribution(checking: .discrete(Discrete(values: values, probabilities: probabilities)))
  }
}

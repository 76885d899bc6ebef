import Distributions

/// A distribution of the catalogue with what is known of it.
struct Specimen {
  var distribution: Distribution
  var description: String
  /// Smooth between jumps; false where the quantile function only steps.
  var isContinuous = true
}

/// Every family with ordinary, skewed and nasty parameters; the laws run over all of them.
enum Families {
  static func all() throws -> [Specimen] {
    try smooth() + pieced() + stepped() + mixed() + truncated()
  }

  static func smooth() throws -> [Specimen] {
    [
      Specimen(distribution: try .uniform(lower: 0.8, upper: 1), description: "uniform(0.8 to 1)"),
      Specimen(distribution: try .uniform(lower: -3, upper: 1e6), description: "uniform(-3 to 1000000)"),
      Specimen(distribution: try .pert(lower: 1, mode: 2, upper: 5), description: "pert(1, 2, 5)"),
      Specimen(distribution: try .pert(lower: -1, mode: -1, upper: 2, shape: 2), description: "pert(-1, -1, 2, shape 2)"),
      Specimen(distribution: try .normal(mean: 1, standardDeviation: 0.5), description: "normal(mean 1, sd 0.5)"),
      Specimen(
        distribution: try .normal(low: -1, high: 2, probability: 0.9), description: "normal(-1 to 2, probability 0.9)"),
      Specimen(distribution: try .lognormal(mean: 1.6, standardDeviation: 0.5), description: "lognormal(mean 1.6, sd 0.5)"),
      Specimen(
        distribution: try .lognormal(logMean: 0, logStandardDeviation: 1.5), description: "lognormal(logMean 0, logSd 1.5)"),
      Specimen(
        distribution: try .lognormal(low: 0.5, high: 2, probability: 0.8),
        description: "lognormal(0.5 to 2, probability 0.8)"),
      Specimen(distribution: try .studentT(degreesOfFreedom: 5), description: "studentT(df 5)"),
      Specimen(
        distribution: try .studentT(degreesOfFreedom: 30, location: 2, scale: 0.1),
        description: "studentT(df 30, location 2, scale 0.1)"),
      Specimen(distribution: try .studentT(degreesOfFreedom: 1e6), description: "studentT(df 1000000)"),
      Specimen(distribution: try .beta(alpha: 8, beta: 2), description: "beta(8, 2)"),
      Specimen(distribution: try .beta(alpha: 0.5, beta: 0.5), description: "beta(0.5, 0.5)"),
      Specimen(distribution: try .beta(alpha: 0.05, beta: 0.05), description: "beta(0.05, 0.05)"),
      Specimen(distribution: try .beta(alpha: 1, beta: 1000), description: "beta(1, 1000)"),
      Specimen(
        distribution: try .beta(alpha: 50, beta: 5, lower: -2, upper: 3), description: "beta(50, 5, -2 to 3)"),
      Specimen(distribution: try .gamma(shape: 2.5, scale: 3), description: "gamma(shape 2.5, scale 3)"),
      Specimen(distribution: try .gamma(shape: 0.01, scale: 1), description: "gamma(shape 0.01, scale 1)"),
      Specimen(distribution: try .gamma(shape: 1e6, scale: 1), description: "gamma(shape 1000000, scale 1)"),
      Specimen(distribution: try .exponential(mean: 2), description: "exponential(mean 2)"),
      Specimen(distribution: try .weibull(shape: 1.7, scale: 3), description: "weibull(shape 1.7, scale 3)"),
      Specimen(distribution: try .weibull(shape: 0.7, scale: 3), description: "weibull(shape 0.7, scale 3)"),
    ]
  }

  static func pieced() throws -> [Specimen] {
    [
      Specimen(distribution: try .triangular(lower: 1, mode: 2, upper: 5), description: "triangular(1, 2, 5)"),
      Specimen(distribution: try .triangular(lower: 0, mode: 0, upper: 1), description: "triangular(0, 0, 1)"),
      Specimen(
        distribution: try .quantiles(probabilities: [0, 0.05, 0.5, 0.95, 1], values: [0, 1, 2, 4, 10]),
        description: "quantiles(0: 0, 0.05: 1, 0.5: 2, 0.95: 4, 1: 10)"),
      Specimen(
        distribution: try .quantiles(probabilities: [0, 0.2, 0.6, 1], values: [-1, 1, 1, 3]),
        description: "quantiles(0: -1, 0.2: 1, 0.6: 1, 1: 3)"),
    ]
  }

  static func stepped() throws -> [Specimen] {
    [
      Specimen(distribution: .constant(1.6), description: "1.6", isContinuous: false),
      Specimen(distribution: try .bernoulli(probability: 0.3), description: "bernoulli(0.3)", isContinuous: false),
      Specimen(distribution: try .bernoulli(probability: 0.001), description: "bernoulli(0.001)", isContinuous: false),
      Specimen(
        distribution: try .discrete(values: [0.29, 0.1, 0.19], probabilities: [0.2, 0.3, 0.5]),
        description: "discrete(0.3 × 0.1, 0.5 × 0.19, 0.2 × 0.29)", isContinuous: false),
      Specimen(
        distribution: try .empirical(values: [3, 1, 4, 1, 5]), description: "empirical(1, 1, 3, 4, 5)", isContinuous: false),
      Specimen(
        distribution: try .empirical(values: (1...5_000).map { 1 / Double($0) }),
        description: "empirical(5000 values, 0.0002 to 1)", isContinuous: false),
    ]
  }

  static func mixed() throws -> [Specimen] {
    [
      Specimen(
        distribution: try .mixture(
          weights: [0.4, 0.35, 0.25],
          components: [.constant(0.1), .uniform(lower: 0.15, upper: 0.2), .lognormal(mean: 1, standardDeviation: 0.3)]),
        description: "mixture(0.4 × 0.1, 0.35 × uniform(0.15 to 0.2), 0.25 × lognormal(mean 1, sd 0.3))"),
      Specimen(
        distribution: try .mixture(weights: [0.5, 0.5], components: [.beta(alpha: 8, beta: 2), .beta(alpha: 2, beta: 8)]),
        description: "mixture(0.5 × beta(8, 2), 0.5 × beta(2, 8))"),
      Specimen(
        distribution: try .mixture(
          weights: [0.5, 0.5], components: [.uniform(lower: 0, upper: 1), .uniform(lower: 2, upper: 3)]),
        description: "mixture(0.5 × uniform(0 to 1), 0.5 × uniform(2 to 3))"),
      Specimen(
        distribution: try .mixture(
          weights: [0.25, 0, 0.75], components: [.constant(0), .exponential(mean: 9), .constant(0.29)]),
        description: "mixture(0.25 × 0, 0 × exponential(mean 9), 0.75 × 0.29)", isContinuous: false),
    ]
  }

  /// Every family that can be truncated, cut to what lies between its own 20 % and 90 % quantile or, where that is one value, to
  /// it.
  static func truncated() throws -> [Specimen] {
    try (smooth() + pieced() + stepped() + mixed()).map { specimen in
      let (lower, upper) = (specimen.distribution.quantile(0.2), specimen.distribution.quantile(0.9))
      return Specimen(
        distribution: try specimen.distribution.truncated(lower: lower, upper: upper),
        description: "truncated(\(specimen.description), lower \(short(lower)), upper \(short(upper)))",
        isContinuous: specimen.isContinuous)
    }
  }

  private static func short(_ value: Double) -> String {
    "\(value)".hasSuffix(".0") ? "\("\(value)".dropLast(2))" : "\(value)"
  }
}

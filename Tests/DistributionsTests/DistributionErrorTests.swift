import Distributions
import Testing

@Suite("Distributions that cannot be made")
struct DistributionErrorTests {
  private struct Case {
    var make: () throws -> Distribution
    var error: DistributionError
  }

  private func parameter(
    _ parameter: DistributionParameter, _ value: Double, _ rule: ParameterRule, index: Int? = nil
  ) -> DistributionError {
    .parameter(parameter, index: index, value: value, rule: rule)
  }

  @Test("Every bad input is refused with the parameter, its value and the rule")
  func badInputsAreRefused() {
    let infinity = Double.infinity
    let cases = [
      Case(make: { try .uniform(lower: 2, upper: 2) }, error: parameter(.upper, 2, .above(.lower, 2))),
      Case(make: { try .uniform(lower: -infinity, upper: 2) }, error: parameter(.lower, -infinity, .finite)),
      Case(make: { try .uniform(lower: -1.5e308, upper: 1.5e308) }, error: .overflow),
      Case(
        make: { try .triangular(lower: 0, mode: 3, upper: 2) }, error: parameter(.mode, 3, .atMost(.upper, 2))),
      Case(
        make: { try .triangular(lower: 0, mode: -1, upper: 2) }, error: parameter(.mode, -1, .atLeast(.lower, 0))),
      Case(make: { try .triangular(lower: 1, mode: 1, upper: 1) }, error: parameter(.upper, 1, .above(.lower, 1))),
      Case(make: { try .pert(lower: 0, mode: 1, upper: 2, shape: 0) }, error: parameter(.shape, 0, .positive)),
      Case(make: { try .pert(lower: 0, mode: 3, upper: 2) }, error: parameter(.mode, 3, .atMost(.upper, 2))),
      Case(make: { try .normal(mean: infinity, standardDeviation: 1) }, error: parameter(.mean, infinity, .finite)),
      Case(
        make: { try .normal(mean: 0, standardDeviation: 0) }, error: parameter(.standardDeviation, 0, .positive)),
      Case(make: { try .normal(mean: 0, standardDeviation: 1e308) }, error: .overflow),
      Case(make: { try .normal(low: 2, high: 1, probability: 0.9) }, error: parameter(.high, 1, .above(.low, 2))),
      Case(make: { try .normal(low: 1, high: 2, probability: 1) }, error: parameter(.probability, 1, .openShare)),
      Case(make: { try .lognormal(mean: 0, standardDeviation: 1) }, error: parameter(.mean, 0, .positive)),
      Case(
        make: { try .lognormal(mean: 1, standardDeviation: -1) }, error: parameter(.standardDeviation, -1, .positive)),
      Case(
        make: { try .lognormal(logMean: 0, logStandardDeviation: 0) },
        error: parameter(.logStandardDeviation, 0, .positive)),
      Case(make: { try .lognormal(logMean: 700, logStandardDeviation: 3) }, error: .overflow),
      Case(make: { try .lognormal(low: 0, high: 1, probability: 0.9) }, error: parameter(.low, 0, .positive)),
      Case(make: { try .lognormal(low: 1, high: 2, probability: 0) }, error: parameter(.probability, 0, .openShare)),
      Case(make: { try .studentT(degreesOfFreedom: 0) }, error: parameter(.degreesOfFreedom, 0, .positive)),
      Case(make: { try .studentT(degreesOfFreedom: 3, scale: -2) }, error: parameter(.scale, -2, .positive)),
      Case(
        make: { try .studentT(degreesOfFreedom: 3, location: infinity) }, error: parameter(.location, infinity, .finite)),
      Case(make: { try .studentT(degreesOfFreedom: 0.01) }, error: .overflow),
      Case(make: { try .beta(alpha: 0, beta: 1) }, error: parameter(.alpha, 0, .positive)),
      Case(make: { try .beta(alpha: 1, beta: -1) }, error: parameter(.beta, -1, .positive)),
      Case(make: { try .beta(alpha: 1, beta: 1, lower: 1, upper: 0) }, error: parameter(.upper, 0, .above(.lower, 1))),
      Case(make: { try .gamma(shape: -1, scale: 1) }, error: parameter(.shape, -1, .positive)),
      Case(make: { try .gamma(shape: 1, scale: infinity) }, error: parameter(.scale, infinity, .positive)),
      Case(make: { try .exponential(mean: 0) }, error: parameter(.mean, 0, .positive)),
      Case(make: { try .weibull(shape: 0, scale: 1) }, error: parameter(.shape, 0, .positive)),
      Case(make: { try .weibull(shape: 1, scale: 0) }, error: parameter(.scale, 0, .positive)),
      Case(make: { try .weibull(shape: 0.001, scale: 1) }, error: .overflow),
      Case(make: { try .bernoulli(probability: 1.5) }, error: parameter(.probability, 1.5, .share)),
      Case(make: { try .discrete(values: [], probabilities: []) }, error: .tooFew(.values, count: 0, minimum: 1)),
      Case(
        make: { try .discrete(values: [1], probabilities: [0.5, 0.5]) },
        error: .unequalCounts(.values, 1, .probabilities, 2)),
      Case(
        make: { try .discrete(values: [1, 2], probabilities: [1.5, -0.5]) },
        error: parameter(.probabilities, 1.5, .share, index: 0)),
      Case(
        make: { try .discrete(values: [1, 2], probabilities: [0.5, 0.25]) }, error: .sumIsNotOne(.probabilities, sum: 0.75)),
      Case(
        make: { try .discrete(values: [1, infinity], probabilities: [0.5, 0.5]) },
        error: parameter(.values, infinity, .finite, index: 1)),
      Case(make: { try .empirical(values: []) }, error: .tooFew(.values, count: 0, minimum: 1)),
      Case(make: { try .empirical(values: [1, -infinity]) }, error: parameter(.values, -infinity, .finite, index: 1)),
      Case(make: { try .mixture(weights: [], components: []) }, error: .tooFew(.components, count: 0, minimum: 1)),
      Case(
        make: { try .mixture(weights: [1], components: [.constant(1), .constant(2)]) },
        error: .unequalCounts(.weights, 1, .components, 2)),
      Case(
        make: { try .mixture(weights: [0.5, 0.25], components: [.constant(1), .constant(2)]) },
        error: .sumIsNotOne(.weights, sum: 0.75)),
      Case(
        make: { try .quantiles(probabilities: [0, 1], values: [1]) }, error: .unequalCounts(.probabilities, 2, .values, 1)),
      Case(make: { try .quantiles(probabilities: [0], values: [1]) }, error: .tooFew(.values, count: 1, minimum: 2)),
      Case(
        make: { try .quantiles(probabilities: [0.1, 1], values: [1, 2]) },
        error: parameter(.probabilities, 0.1, .equal(0), index: 0)),
      Case(
        make: { try .quantiles(probabilities: [0, 0.9], values: [1, 2]) },
        error: parameter(.probabilities, 0.9, .equal(1), index: 1)),
      Case(
        make: { try .quantiles(probabilities: [0, 0.5, 0.5, 1], values: [1, 2, 3, 4]) },
        error: parameter(.probabilities, 0.5, .above(.probabilities, 0.5), index: 2)),
      Case(
        make: { try .quantiles(probabilities: [0, 0.5, 1], values: [1, 3, 2]) },
        error: parameter(.values, 2, .atLeast(.values, 3), index: 2)),
      Case(
        make: { try .uniform(lower: 0, upper: 1).truncated(lower: 2) }, error: .nothingLeft(lower: 2, upper: infinity)),
      Case(
        make: { try .normal(mean: 0, standardDeviation: 1).truncated(lower: 2, upper: 1) },
        error: .nothingLeft(lower: 2, upper: 1)),
      Case(
        make: { try .normal(mean: 0, standardDeviation: 1).truncated(lower: 1, upper: 1) },
        error: .nothingLeft(lower: 1, upper: 1)),
      Case(
        make: { try .normal(mean: 0, standardDeviation: 1).truncated(lower: 40) },
        error: .nothingLeft(lower: 40, upper: infinity)),
    ]
    for (number, test) in cases.enumerated() {
      #expect(throws: test.error, "case \(number)") { try test.make() }
    }
  }

  @Test("What is not a number is refused everywhere")
  func notANumberIsRefused() {
    let makers: [(Double) throws -> Distribution] = [
      { try .uniform(lower: $0, upper: 1) }, { try .uniform(lower: 0, upper: $0) },
      { try .triangular(lower: 0, mode: $0, upper: 1) }, { try .pert(lower: 0, mode: 0.5, upper: 1, shape: $0) },
      { try .normal(mean: $0, standardDeviation: 1) }, { try .normal(mean: 0, standardDeviation: $0) },
      { try .normal(low: 0, high: 1, probability: $0) }, { try .lognormal(mean: $0, standardDeviation: 1) },
      { try .lognormal(logMean: $0, logStandardDeviation: 1) }, { try .lognormal(low: 1, high: $0, probability: 0.5) },
      { try .studentT(degreesOfFreedom: $0) }, { try .beta(alpha: $0, beta: 1) }, { try .gamma(shape: $0, scale: 1) },
      { try .exponential(mean: $0) }, { try .weibull(shape: 1, scale: $0) }, { try .bernoulli(probability: $0) },
      { try .discrete(values: [1, 2], probabilities: [0.5, $0]) }, { try .empirical(values: [1, $0]) },
      { try .mixture(weights: [$0], components: [.constant(1)]) },
      { try .quantiles(probabilities: [0, $0, 1], values: [1, 2, 3]) },
      { try .normal(mean: 0, standardDeviation: 1).truncated(lower: $0) },
    ]
    for (number, make) in makers.enumerated() {
      #expect(throws: DistributionError.self, "case \(number)") { try make(.nan) }
    }
  }
}

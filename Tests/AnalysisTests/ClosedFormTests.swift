import Analysis
import Distributions
import Statistics
import TariffModel
import Testing

/// Answers known without simulation.
@Suite("Closed forms")
struct ClosedFormTests {
  private let percents: [Double] = [1, 5, 10, 25, 50, 75, 90, 95, 99]
  private let draws = 400_000

  /// Expects every percentile within its Monte Carlo error of the exact one.
  ///
  /// The order-statistic interval holds 95 %: half of it is 1.96 standard errors. Seven standard errors are exceeded with
  /// probability 2.6e-12 a percentile, under 1e-10 for all that are compared here; the seed is fixed.
  private func expectPercentiles(
    of study: Study, _ outcome: Outcome, equal exact: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try run(study, Plan(draws: draws, seed: 7, percentiles: percents))
    let summary = try result.summary(outcome, sourceLocation: sourceLocation)
    #expect(summary.percentiles.map(\.percent) == percents, sourceLocation: sourceLocation)
    for (estimate, wanted) in zip(summary.percentiles, exact) {
      let interval = try #require(estimate.interval, sourceLocation: sourceLocation)
      let standardError = (interval.upperBound - interval.lowerBound) / (2 * 1.96)
      #expect(
        abs(estimate.value - wanted) <= 7 * standardError, "P\(estimate.percent): \(estimate.value), exact \(wanted)",
        sourceLocation: sourceLocation)
      // A standard error that is far too wide would make the check empty.
      #expect(standardError < 0.01 * abs(wanted), sourceLocation: sourceLocation)
    }
  }

  /// The revenue of one line, 100·exp(−c·ε) with c = ln(1 + 0.8·0.19/1.09) and ε lognormal with mean 1.6 and sd 0.55, has
  /// quantile 100·exp(−c·Q(1 − p)); the figures were computed to 14 digits by mpmath.
  @Test("One line with a lognormal elasticity")
  func oneLine() throws {
    let elasticity = try Distribution.lognormal(mean: 1.6, standardDeviation: 0.55)
    try expectPercentiles(
      of: study([line("a", duty: 0.09, elasticity: elasticity, passThrough: 0.8)], rate: 0.19), .exportRevenue,
      equal: [
        65.06336387154922, 71.01597937493593, 73.85009326178318, 78.07729987204543, 82.07572526405115, 85.41366358718881,
        87.92259221719773, 89.22604984651499, 91.32202021292714,
      ])
  }

  private func twoLines() throws -> Study {
    study(
      [
        line("a", duty: 0.09, elasticity: try .lognormal(mean: 1.6, standardDeviation: 0.55), passThrough: 0.8),
        line("b", value: 50, duty: 0.16, elasticity: try .lognormal(mean: 1.85, standardDeviation: 0.6), passThrough: 0.8),
      ], rate: 0.19)
  }

  /// The sum of two such lines under a Gaussian copula with correlation 0.4, by one-dimensional quadrature in mpmath.
  static let twoLineQuantiles = [
    100.91055345299, 108.15725676303, 111.65347465456, 116.94629381854, 122.06891218184, 126.46560034301, 129.86834916109,
    131.67879013426, 134.66760527033,
  ]

  static let structures: [Dependence.Structure] = [
    .group(correlation: 0.4), .matrix([[1, 0.4], [0.4, 1]]),
    .loadings(factors: ["f"], rows: [[(0.4).squareRoot()], [(0.4).squareRoot()]]),
  ]

  @Test("Two dependent lines, whichever way the dependence is stated", arguments: structures)
  func twoDependentLines(structure: Dependence.Structure) throws {
    var study = try twoLines()
    study.dependence = [
      Dependence(name: "d", members: ["exports/a/elasticity", "exports/b/elasticity"], structure: structure)
    ]
    try expectPercentiles(of: study, .exportRevenue, equal: Self.twoLineQuantiles)
  }

  @Test("Two lines with a negative correlation, as a group and as a matrix")
  func negativeCorrelation() throws {
    func moments(_ structure: Dependence.Structure) throws -> [(value: Double, error: Double)] {
      var study = try twoLines()
      study.dependence = [
        Dependence(name: "d", members: ["exports/a/elasticity", "exports/b/elasticity"], structure: structure)
      ]
      let summary = try run(study, Plan(draws: draws, seed: 7)).summary(.exportRevenue)
      return try [summary.mean, summary.standardDeviation].map { ($0.value, try #require($0.standardError)) }
    }
    for correlation in [-0.3, -0.9, -0.999_999] {
      let group = try moments(.group(correlation: correlation))
      let matrix = try moments(.matrix([[1, correlation], [correlation, 1]]))
      for (a, b) in zip(group, matrix) {
        // Seven standard errors of a difference that is at most as if the runs were independent: probability 2.6e-12.
        #expect(abs(a.value - b.value) <= 7 * (a.error * a.error + b.error * b.error).squareRoot(), "at \(correlation)")
      }
    }
  }

  @Test("Independent lines are not dependent ones: the comparison can fail")
  func independenceIsSeen() throws {
    let result = try run(try twoLines(), Plan(draws: draws, seed: 7, percentiles: [1]))
    let lowest = try #require(try result.summary(.exportRevenue).percentiles.first)
    #expect(lowest.value > Self.twoLineQuantiles[0] + 1)
  }

  @Test("Mean and standard deviation of a uniform rate's duty at fixed weights")
  func uniformRate() throws {
    var study = study([line("a", duty: 0, elasticity: .constant(1))])
    study.measures[0].rate = .uniform(
      Quantity(.distribution(try .uniform(lower: 0.1, upper: 0.3)), path: "measures/tariff/rate"))
    let summary = try run(study, Plan(draws: draws, seed: 7)).summary(.effectiveTariffRateFixedWeights)
    let error = try #require(summary.mean.standardError)
    let sd = 0.2 / 12.0.squareRoot()
    // Seven standard errors: probability 2.6e-12.
    #expect(abs(summary.mean.value - 0.2) <= 7 * error)
    #expect(abs(error - sd / Double(draws).squareRoot()) <= 0.01 * error)
    let spread = try #require(summary.standardDeviation.standardError)
    #expect(abs(summary.standardDeviation.value - sd) <= 7 * spread)
  }

  @Test("Thresholds count the draws below them")
  func thresholds() throws {
    var study = study([line("a", duty: 0, elasticity: .constant(1))])
    study.measures[0].rate = .uniform(
      Quantity(.distribution(try .uniform(lower: 0, upper: 1)), path: "measures/tariff/rate"))
    // Revenue is 100/(1 + r): below 80 where r > 0.25; the change is below −20 % at the same draws.
    let plan = Plan(
      draws: draws, seed: 7,
      thresholds: [
        Plan.Threshold(outcome: .exportRevenue, value: 80), Plan.Threshold(outcome: .exportRevenueChangePercent, value: -20),
      ])
    let result = try run(study, plan)
    let revenue = try #require(try result.summary(.exportRevenue).exceedances.first)
    let change = try #require(try result.summary(.exportRevenueChangePercent).exceedances.first)
    #expect(revenue.threshold == 80 && change.threshold == -20)
    #expect(revenue.probabilityBelow.value == change.probabilityBelow.value)
    // Seven binomial standard errors: probability 2.6e-12.
    #expect(abs(revenue.probabilityBelow.value - 0.75) <= 7 * (0.75 * 0.25 / Double(draws)).squareRoot())
  }
}

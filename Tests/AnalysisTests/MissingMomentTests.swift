import Analysis
import Distributions
import Statistics
import TariffModel
import Testing
import VectorMath

/// Outcomes have the moments that their laws have, and no others.
@Suite("Missing moments")
struct MissingMomentTests {
  /// A study whose imports are worth x and whose exports react to it.
  private func reacting(to x: Distribution) -> Study {
    var study = study([line("a", elasticity: .constant(1))])
    study.parameters["x"] = Quantity(.distribution(x), path: "parameters/x")
    study.exports[0].response = .ownPrice(
      .levels(elasticity: Quantity(.parameter(name: "x", times: 1), path: "exports/a/elasticity"), passThrough: number(1)))
    study.imports = [
      ImportLine(
        id: "i", baseValue: Quantity(.parameter(name: "x", times: 1), path: "imports/i/base_value"), tariff: number(0.1),
        response: .log(elasticity: number(1), passThrough: nil))
    ]
    return study
  }

  private func order(_ outcome: Outcome, of x: Distribution) throws -> Double {
    let model = try CompiledModel(reacting(to: x))
    return try #require(model.outcomes.first { $0.key.outcome == outcome }).momentOrder
  }

  @Test("A half of Cauchy's law has no mean, so neither has what it is added to or taken from")
  func noMean() throws {
    let half = try Distribution.studentT(degreesOfFreedom: 1).truncated(lower: 0)
    let result = try run(reacting(to: half), Plan(draws: 5000, seed: 1))
    for outcome in [Outcome.imports, .balance] {
      let summary = try result.summary(outcome)
      #expect(summary.toldMean == nil && summary.toldStandardDeviation == nil && summary.toldSkewness == nil)
      // What cannot fall below 0, or rise above what is sold, has a tail there.
      let (bounded, open) =
        outcome == .imports
        ? (summary.toldLowerShortfall, summary.toldUpperShortfall) : (summary.toldUpperShortfall, summary.toldLowerShortfall)
      #expect(open == nil && bounded?.standardError != nil, "\(outcome)")
      #expect(summary.percentiles.allSatisfy { $0.interval != nil })
    }
    let note = ModelNote(
      scenario: nil, subject: .momentsMissing(.mean, paths: ["parameters/x"], cause: .ownTail))
    #expect(result.notes.count { $0 == note } == 1)
  }

  @Test("A promised purchase of half a Cauchy's amount has no mean and its outcomes none, but percentiles with intervals")
  func promisedPurchase() throws {
    var study = study([line("a", elasticity: .constant(1))])
    study.commitments = [
      PurchaseCommitment(
        name: "promise",
        amount: .value(
          Quantity(
            .distribution(try .studentT(degreesOfFreedom: 1).truncated(lower: 0)), path: "commitments/promise/amount")),
        basis: .increment(overlap: nil), additionality: .share(number(1)))
    ]
    study.scenarios[0].commitments = [PolicyScenario.Use("promise")]
    let result = try run(study, Plan(draws: 20_000, seed: 1))
    for outcome in [Outcome.commitmentPurchases, .imports, .balance, .totalBalanceChange] {
      let summary = try result.summary(outcome)
      #expect(summary.toldMean == nil && summary.toldStandardDeviation == nil, "\(outcome)")
      #expect(
        (outcome == .balance || outcome == .totalBalanceChange ? summary.toldLowerShortfall : summary.toldUpperShortfall) == nil,
        "\(outcome)")
      #expect(summary.percentiles.allSatisfy { $0.interval != nil }, "\(outcome)")
    }
    // tan(π/4): the median of half a Cauchy's law, with the error of 20,000 draws times six.
    let median = try result.summary(.commitmentPurchases).percentiles[2].value
    #expect((median - 1).magnitude < 6 * Double.pi / 2 / 20_000.0.squareRoot() * 1.01)
    let note = ModelNote(
      scenario: nil,
      subject: .momentsMissing(.mean, paths: ["commitments/promise/amount"], cause: .ownTail))
    #expect(result.notes.filter { $0 == note }.count == 1)
  }

  /// Export revenue falls as a price relative over 1 to the power of −x: it lies between 0 and 100 whatever x ≥ 0 is.
  @Test("A bounded function of a law without a mean has all statistics")
  func boundedFunction() throws {
    let half = try Distribution.studentT(degreesOfFreedom: 1).truncated(lower: 0)
    #expect(try order(.exportRevenue, of: half) == .infinity)
    #expect(try order(.exportRevenueChangePercent, of: half) == .infinity)
  }

  @Test("An outcome has moments up to the order of its input's")
  func orders() throws {
    #expect(try order(.imports, of: .studentT(degreesOfFreedom: 2.5).truncated(lower: 0)) == 2.5)
    #expect(try order(.imports, of: .studentT(degreesOfFreedom: 1).truncated(lower: 0, upper: 5)) == .infinity)
    #expect(try order(.imports, of: .lognormal(mean: 1, standardDeviation: 1)) == .infinity)
    let mixture = try Distribution.mixture(
      weights: [0.9, 0.1],
      components: [.uniform(lower: 0, upper: 1), .studentT(degreesOfFreedom: 1.5).truncated(lower: 0)])
    #expect(try order(.imports, of: mixture) == 1.5)
    #expect(try order(.imports, of: mixture.truncated(upper: 100)) == .infinity)
  }
}

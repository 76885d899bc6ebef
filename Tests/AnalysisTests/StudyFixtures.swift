import Analysis
import Distributions
import Statistics
import Synchronization
import TariffModel
import Testing
import VectorMath

/// A number for a test, certain and without a source.
func number(_ value: Double, _ path: String = "test") -> Quantity { .constant(value, path: path) }

/// A line with an uncertain elasticity in the `levels` form.
func line(
  _ id: String, value: Double = 100, duty: Double = 0.1, elasticity: Distribution, passThrough: Double = 1, group: String? = nil
) -> ExportLine {
  ExportLine(
    id: id, group: group, baseValue: number(value), baseDuty: number(duty),
    response: .ownPrice(
      .levels(
        elasticity: Quantity(.distribution(elasticity), path: "exports/\(id)/elasticity"), passThrough: number(passThrough))))
}

/// A study of some lines under one measure, in one scenario named `policy`.
func study(_ lines: [ExportLine], rate: Double = 0.29) -> Study {
  var study = Study(title: "test", home: "Home", partner: "Partner")
  study.exports = lines
  study.measures = [TariffMeasure(name: "tariff", rate: number(rate), countries: ["Home"])]
  study.scenarios = [PolicyScenario(name: "policy", measures: [PolicyScenario.Use("tariff")])]
  return study
}

/// A study with a promise that no subsidy brings about in a share of the draws: its total balance is not solved there.
///
/// The parameter that is the promise's size is drawn together with another elasticity.
func brokenPromise(share: Double) throws -> Study {
  var study = study([line("a", elasticity: .constant(1)), line("b", duty: 0.2, elasticity: .constant(1))])
  // With η = 0, σ = 2 and s = ½ no subsidy brings more than s^−σ = 4 times the imports: an increment of 297·e is too much above 300.
  let edge = 1 / 0.99
  study.parameters["e"] = Quantity(
    .distribution(try .uniform(lower: edge + share - 1, upper: edge + share)), path: "parameters/e")
  // A line of no value has an elasticity that matters to nothing.
  study.exports.append(line("c", value: 0, elasticity: try .lognormal(mean: 1.5, standardDeviation: 0.5)))
  study.dependence = [
    Dependence(name: "d", members: ["parameters/e", "exports/c/elasticity"], structure: .group(correlation: 0.5))
  ]
  study.imports = [
    ImportLine(id: "i", baseValue: number(100), tariff: number(0.1), response: .log(elasticity: number(1), passThrough: nil))
  ]
  study.commitments = [
    PurchaseCommitment(
      name: "promise", amount: .value(Quantity(.parameter(name: "e", times: 297), path: "commitments/promise/amount")),
      basis: .increment(overlap: nil), importLine: "i",
      additionality: .ces(importDemandElasticity: number(0), substitution: number(2), partnerShare: number(0.5)))
  ]
  study.scenarios[0].commitments = [PolicyScenario.Use("promise")]
  return study
}

/// Lines with elasticities of their own, the first two in one group.
func lines(_ count: Int) throws -> [ExportLine] {
  try (0..<count).map {
    line("\($0)", elasticity: try .lognormal(mean: 1.5, standardDeviation: 0.5), group: $0 < 2 ? "first" : "rest")
  }
}

/// The paths of their elasticities.
func members(_ count: Int) -> [String] { (0..<count).map { "exports/\($0)/elasticity" } }

/// A study of every kind of draw: dependent, independent, shared, tabulated.
func richStudy() throws -> Study {
  var rich = study(try lines(5))
  rich.dependence = [
    Dependence(name: "m", members: members(3), structure: .matrix([[1, 0.4, 0.2], [0.4, 1, 0.3], [0.2, 0.3, 1]]))
  ]
  rich.measures[0].rate = .uniform(
    Quantity(
      .distribution(try .discrete(values: [0.1, 0.19, 0.29], probabilities: [0.4, 0.3, 0.3])), path: "measures/tariff/rate"))
  rich.parameters["p"] = Quantity(.distribution(try .beta(alpha: 8, beta: 2, lower: 0, upper: 1)), path: "parameters/p")
  rich.exports[4].redirection = Quantity(.parameter(name: "p", times: 0.5), path: "exports/4/redirection")
  return rich
}

/// Compiles and runs a study on the kernels of this machine.
func run(_ study: Study, _ plan: Plan, threads: Int = 2) throws -> SimulationResult {
  try simulate(
    CompiledModel(study, reportsLines: plan.reportsLines), plan: plan, threads: threads, kernels: KernelChoice(.detected))
}

extension SimulationResult {
  /// The summary of one outcome.
  func summary(
    _ outcome: Outcome, scenario: String = "policy", period: String = "year", slice: OutcomeSlice = .total,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> SampleSummary {
    let key = OutcomeKey(scenario: scenario, period: period, outcome: outcome, slice: slice)
    return try #require(outcomes.first { $0.key == key }?.summary, "\(key)", sourceLocation: sourceLocation)
  }

  /// All that is in the result, to the last bit, as text.
  var everything: String { (outcomes.map { "\($0.key) \($0.summary)" } + conditions.map { "\($0)" }).joined(separator: "\n") }
}

/// The largest number that was told from any thread.
final class Told: Sendable {
  private let largest = Atomic(0)

  var most: Int { largest.load(ordering: .relaxed) }

  func note(_ number: Int) { largest.max(number, ordering: .relaxed) }
}

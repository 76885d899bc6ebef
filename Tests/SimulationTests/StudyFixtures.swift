import Distributions
import Simulation
import Statistics
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
  var everything: String { outcomes.map { "\($0.key) \($0.summary)" }.joined(separator: "\n") }
}

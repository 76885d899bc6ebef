import Analysis
import ScenarioFiles
import Statistics
import TariffModel
import Testing
import VectorMath

/// A shipped scenario file, loaded and run.
struct LoadedRun {
  let result: SimulationResult
  let study: Study

  init(_ file: String, draws: Int?, percentiles: [Double]? = nil) throws {
    let loaded = try loadStudy(at: PackageFiles.path(file), overrides: [])
    study = loaded.study
    let plan = Plan(
      draws: draws ?? loaded.run.draws ?? 100_000, seed: loaded.run.seed, percentiles: percentiles ?? loaded.run.percentiles)
    result = try simulate(CompiledModel(study), plan: plan, threads: 2, kernels: KernelChoice(.detected))
  }

  func summary(_ scenario: String, _ outcome: Outcome) throws -> SampleSummary {
    let key = OutcomeKey(scenario: scenario, period: "year", outcome: outcome, slice: .total)
    return try #require(result.outcomes.first { $0.key == key }?.summary, "\(key)")
  }
}

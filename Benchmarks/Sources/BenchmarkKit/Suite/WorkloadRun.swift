package import Analysis
internal import Expressions
internal import LinearAlgebra
package import TariffModel
package import VectorMath

/// A reference workload, loaded and compiled for exactly the outcomes that it asks for.
package struct WorkloadRun: Sendable {
  package let workload: ReferenceWorkload
  package let plan: Plan
  /// What loading the file and compiling the model took.
  package let loadSeconds: Double
  package let compileSeconds: Double
  /// Whose matrix products it will use.
  package let blasCore: String
  /// Computes the outcomes of the workload and no others.
  package let model: CompiledModel

  /// - Parameter smooths: Whether outcomes can be averaged over a number in plans that have that done.
  package init(_ workload: ReferenceWorkload, places: PackagePlaces, smooths: Bool = false) throws(BenchmarkFailure) {
    self.workload = workload
    let path = places.file(workload.file)
    let clock = ContinuousClock()
    let start = clock.now
    let scenario = try LoadedScenario(path)
    let loaded = clock.now
    model = try scenario.compiled(
      OutcomeSelection(outcomes: workload.outcomes), smoothingWith: smooths ? LinearInputPilot(kernels: KernelChoice()) : nil,
      path: path)
    compileSeconds = (clock.now - loaded) / .seconds(1)
    loadSeconds = (loaded - start) / .seconds(1)
    plan = scenario.plan
    // The library of matrix products is loaded when it is first asked for. That belongs here, as the peers' libraries do.
    blasCore = BLAS.coreName
  }

  /// Draws, computes and summarises; the file's draws and seed unless others are given.
  ///
  /// - Returns: The result, and how long that took in seconds.
  package func simulated(
    draws: Int?, seed: UInt64?, threads: Int, kernels: KernelChoice
  ) throws(BenchmarkFailure) -> (result: SimulationResult, seconds: Double) {
    var plan = plan
    if let draws { plan.draws = draws }
    if let seed { plan.seed = seed }
    return try simulated(plan, threads: threads, kernels: kernels)
  }

  /// The same with another plan.
  package func simulated(
    _ plan: Plan, threads: Int, kernels: KernelChoice
  ) throws(BenchmarkFailure) -> (result: SimulationResult, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      let result = try simulate(model, plan: plan, threads: threads, kernels: kernels)
      return (result, (clock.now - start) / .seconds(1))
    } catch {
      throw .badScenario(path: workload.file)
    }
  }
}

internal import Simulation
package import TariffModel
package import VectorMath

/// Runs a compiled model.
///
/// The result depends on the model and the plan only: blocks are handed out in any order to any number of workers, counts and
/// sums do not depend on their order, and the grid of every sketch is fixed by the first draws of the run.
///
/// - Parameters:
///   - threads: Workers, at least 1.
///   - kernels: The build of the kernels to compute with.
///   - announce: Is told how many draws are to be computed in all, when exact percentiles take further passes over them.
///   - progress: Is told the number of draws computed, now and then, from the workers' threads.
///   - isCancelled: Is asked between blocks, from the workers' threads.
/// - Throws: ``SimulationError``.
/// - Complexity: O(draws · instructions) time; memory does not depend on the draws.
package func simulate(
  _ model: CompiledModel, plan: Plan, threads: Int, kernels: KernelChoice, announce: (Int) -> Void = { _ in },
  progress: @Sendable (Int) -> Void = { _ in }, isCancelled: @Sendable () -> Bool = { false }
) throws(SimulationError) -> SimulationResult {
  let question = DistributionQuestion(model, plan: plan, kernels: kernels)
  var run = ExperimentInProgress(question.experiment, shard: .whole, threads: threads)
  run.advance(threads: threads, progress: progress, isCancelled: isCancelled)
  guard run.isFinished else { throw .cancelled(drawsDone: run.drawsDone) }
  return try question.result(
    of: run.tally, threads: threads, announce: announce, progress: progress, isCancelled: isCancelled)
}

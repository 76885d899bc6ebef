import Analysis
import Simulation
import TariffModel
import VectorMath

/// A question for distributions on its way to its answer.
struct DistributionRun {
  let question: DistributionQuestion
  private var work: ExperimentInProgress

  init(_ model: CompiledModel, plan: Plan, shard: Shard = .whole, threads: Int, kernels: KernelChoice) {
    question = DistributionQuestion(model, plan: plan, kernels: kernels)
    work = ExperimentInProgress(question.experiment, shard: shard, threads: threads)
  }

  var tally: Tally { work.tally }
  var isFinished: Bool { work.isFinished }
  var drawsDone: Int { work.drawsDone }

  mutating func advance(
    threads: Int, until deadline: ContinuousClock.Instant? = nil, progress: @Sendable (Int) -> Void = { _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) {
    work.advance(threads: threads, until: deadline, progress: progress, isCancelled: isCancelled)
  }

  mutating func resume(from encoded: Tally.Encoded) throws(ResumeFailure) { try work.resume(from: encoded) }

  func result(threads: Int, isCancelled: @Sendable () -> Bool = { false }) throws(SimulationError) -> SimulationResult {
    try question.result(of: tally, threads: threads, isCancelled: isCancelled)
  }
}

/// The result of parts.
func merge(_ parts: [Tally.Encoded], model: CompiledModel, plan: Plan) throws(MergeFailure) -> SimulationResult {
  try DistributionQuestion(model, plan: plan, kernels: KernelChoice()).result(ofParts: parts)
}

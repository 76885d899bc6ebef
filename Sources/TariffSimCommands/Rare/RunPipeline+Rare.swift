package import Analysis
internal import CommandLineKit
internal import Simulation
internal import Synchronization
package import TariffModel

extension RunPipeline {
  /// How probable rare events are.
  package struct RareEvents: Sendable {
    package var study: CheckedStudy
    package var plan: Plan
    package var conditions: [Condition]
  }

  /// Computes the probabilities of rare events.
  static func rare(_ asked: RareEvents, _ conduct: Conduct) throws(CommandFailure) -> [RareResult] {
    let limit = MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads)
    try checkMemory(asked.study, asked.plan, threads: conduct.threads, limit: limit)
    let kernels = try kernels()
    var questions: [RareQuestion] = []
    for condition in asked.conditions {
      var plan = asked.plan
      plan.conditions = [condition]
      plan.selection.outcomes = []
      let question = RareQuestion(condition, of: try compiled(asked.study, plan), plan: plan, kernels: kernels)
      guard !question.isEmpty else {
        throw .contradiction(
          "no scenario and period of the study has all outcomes of '\(condition.text)': statistics.csv of a run lists what each has",
          command: "run")
      }
      questions.append(question)
    }
    try takeBuffers(threads: conduct.threads)
    conduct.announce(questions.reduce(0) { $0 + $1.expectedDraws })
    let done = Atomic(0)
    let own = InputConduct(
      threads: conduct.threads, advance: { conduct.progress(done.add($0, ordering: .relaxed).newValue) },
      isCancelled: conduct.isCancelled)
    var results: [RareResult] = []
    for question in questions {
      do throws(InputStudyError) {
        results += try question.results(conduct: own)
      } catch {
        switch error {
        case .cancelled: throw .interrupted
        case .unsolved(let failure): throw .unsolvedDraws(failure)
        }
      }
    }
    return results
  }
}

package import Analysis
internal import CommandLineKit
internal import Simulation
internal import Synchronization
package import TariffModel

extension RunPipeline {
  /// What is asked of a study's inputs.
  package struct Sensitivity: Sendable {
    package var study: CheckedStudy
    package var plan: Plan
    package var selection: OutcomeSelection
    /// Which of the selection's scenarios are asked about.
    package var scenarios: [String]
    package var against: String?
    package var named: [InputPartition.Named]
    package var grouping: InputGrouping
    package var method: SensitivityMethod
  }

  /// Computes what drives some outcomes.
  static func sensitivity(_ asked: Sensitivity, _ conduct: Conduct) throws(CommandFailure) -> SensitivityResult {
    let limit = MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads)
    try checkMemory(asked.study, asked.plan, threads: conduct.threads, limit: limit)
    let model = try compiled(asked.study, asked.plan, outcomes: asked.selection)
    try takeBuffers(threads: conduct.threads)
    let kernels = try kernels()
    let question: SensitivityQuestion
    do throws(InputPartition.Failure) {
      question = try SensitivityQuestion(
        model, plan: asked.plan, scenarios: asked.scenarios, against: asked.against, named: asked.named, grouping: asked.grouping,
        method: asked.method, kernels: kernels)
    } catch {
      throw .contradiction(error.words, command: "sensitivity")
    }
    guard !question.isEmpty else {
      throw .contradiction(
        "the study has none of the outcomes, groups and periods together that are asked for under "
          + (asked.against == nil ? "the scenarios" : "both scenarios") + ": name others with --outcome, --groups and --periods",
        command: "sensitivity")
    }
    conduct.announce(question.evaluations)
    let done = Atomic(0)
    do throws(InputStudyError) {
      return try question.result(
        conduct: InputConduct(
          threads: conduct.threads, advance: { conduct.progress(done.add($0, ordering: .relaxed).newValue) },
          isCancelled: conduct.isCancelled))
    } catch {
      switch error {
      case .cancelled: throw .interrupted
      case .unsolved(let failure): throw .unsolvedDraws(failure)
      }
    }
  }
}

extension InputPartition.Failure {
  /// What is wrong, with a way out.
  var words: String {
    switch self {
    case .meetsNothing(let pattern, let nearest):
      "--input: no uncertain number has the path '\(pattern)'"
        + (nearest.map { ": did you mean '\($0)'?" } ?? "; assumptions.csv of a run lists them")
    case .inTwo(let path, let first, let second):
      "--input: '\(path)' would belong to '\(first)' and to '\(second)'; name it in one of them"
    case .partOfDependence(let input, let dependence, let without):
      "'\(input)' has a part of the correlated numbers of '\(dependence)', without '\(without)': an index of a part says nothing of it "
        + "alone; add --method shapley, or name the whole dependence"
    case .nameTwice(let name): "--input names '\(name)' twice; say --input \(name)=PATTERN,PATTERN"
    }
  }
}

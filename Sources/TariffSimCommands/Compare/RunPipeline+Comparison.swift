package import Analysis
internal import CommandLineKit
internal import Simulation
package import TariffModel

extension RunPipeline {
  /// What is compared.
  package struct Comparison: Sendable {
    package var studies: [CheckedStudy]
    package var choices: [ComparisonQuestion.Choice]
    package var reference: Int
    package var plan: Plan
    package var selection: OutcomeSelection
    package var directions: [Outcome: Direction]
    package var includesParts: Bool

    /// What has to be computed of a study: only its scenarios that are compared.
    func selection(of model: Int) -> OutcomeSelection {
      var own = selection
      own.scenarios = Set(choices.filter { $0.model == model }.map(\.scenario))
      return own
    }
  }

  /// Computes a comparison in one piece.
  static func compare(_ comparison: Comparison, _ conduct: Conduct) throws(CommandFailure) -> ComparisonResult {
    let limit = MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads)
    var models: [CompiledModel] = []
    for study in comparison.studies {
      try checkMemory(study, comparison.plan, threads: conduct.threads, limit: limit)
      models.append(try compiled(study, comparison.plan, outcomes: comparison.selection(of: models.count)))
    }
    let question = ComparisonQuestion(
      models: models, choices: comparison.choices, reference: comparison.reference, plan: comparison.plan,
      directions: comparison.directions, includesParts: comparison.includesParts, kernels: try kernels())
    guard !question.isEmpty else {
      throw .contradiction(
        "the choices have none of the outcomes in common; name others with --outcomes", command: "compare")
    }
    let bytes = ProcessMemory.now.resident + question.experiment.tallyBytes(threads: conduct.threads)
    guard bytes <= limit.bytes else {
      throw .tooLittleMemory(
        "the comparison would take about \(ByteSize.text(bytes)) of memory, and \(limit.words); \(limit.wayOut(bytes)), or compare fewer "
          + "scenarios or outcomes with --scenarios and --outcomes")
    }
    let tally = try work(question.experiment, .whole, conduct)
    do throws(SimulationError) {
      return try question.result(of: tally, threads: conduct.threads)
    } catch {
      throw failure(error)
    }
  }
}

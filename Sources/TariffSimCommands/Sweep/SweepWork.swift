internal import Analysis
internal import CommandLineKit
internal import Reporting
internal import Simulation
internal import TariffModel
internal import VectorMath

/// How one variant is computed.
struct SweepWork: Sendable {
  /// By file, the study with all of its scenarios, and what each value of each variation replaces there.
  let files: [RunPipeline.Loaded]
  let axes: SweepAxes
  var plan: Plan
  let scenarios: [String]?
  let outcomes: Set<Outcome>
  let includesParts: Bool
  /// The variant that differences are taken from.
  let reference: (@Sendable (Int) -> Int)?
  let kernels: KernelChoice
  /// Workers of one variant.
  var threads: Int
  let isCancelled: @Sendable () -> Bool

  /// The rows of a variant, or why it has none.
  ///
  /// - Throws: ``CommandFailure/interrupted``, when asked to stop.
  func ending(of variant: Int) throws(CommandFailure) -> VariantEnding {
    do throws(CommandFailure) {
      let model = try model(of: variant)
      var rows = SweepRow.rows(of: try result(of: model), includingParts: includesParts)
      if let other = reference?(variant) { rows += try differences(of: model, from: try self.model(of: other)) }
      return .finished(rows)
    } catch {
      guard error != .interrupted else { throw error }
      return .failed(error.summary)
    }
  }

  /// The notes of the variants that differ from the first one along one axis, each once.
  ///
  /// What a value of one axis does to a study shows there; of a long axis evenly spread values are looked at.
  var notes: [ModelNote] {
    axes.design.spanning(most: Self.mostNoted).flatMap { (try? study(of: $0))?.study.notes ?? [] }.uniqued
  }

  private static let mostNoted = 50

  private func study(of variant: Int) throws(CommandFailure) -> CheckedStudy {
    let file = files[axes.file(of: variant)]
    let replacements = zip(file.variations, axes.places(of: variant)).flatMap { $0[$1] }
    do throws(ReplacementFailure) {
      return try file.checked.replacing(replacements)
    } catch {
      throw .notReplaced(error)
    }
  }

  private func model(of variant: Int) throws(CommandFailure) -> CompiledModel {
    let study = try study(of: variant)
    return try RunPipeline.compiled(
      scenarios.map { study.keeping(scenarios: Set($0)) } ?? study, plan,
      outcomes: OutcomeSelection(outcomes: outcomes))
  }

  private func result(of model: CompiledModel) throws(CommandFailure) -> SimulationResult {
    let question = DistributionQuestion(model, plan: plan, kernels: kernels)
    let tally = try tally(question.experiment)
    do throws(SimulationError) {
      return try question.result(of: tally, threads: threads, isCancelled: isCancelled)
    } catch {
      throw RunPipeline.failure(error)
    }
  }

  /// Each scenario of the variant less the same one of the reference, draw by draw.
  private func differences(of model: CompiledModel, from other: CompiledModel) throws(CommandFailure) -> [SweepRow] {
    var plan = plan
    plan.thresholds = []
    var rows: [SweepRow] = []
    for scenario in model.study.scenarios.map(\.name) where other.study.scenarios.contains(where: { $0.name == scenario }) {
      let question = ComparisonQuestion(
        models: [other, model],
        choices: [
          ComparisonQuestion.Choice(model: 0, scenario: scenario, label: "reference"),
          ComparisonQuestion.Choice(model: 1, scenario: scenario, label: "variant"),
        ], reference: 0, plan: plan, directions: [:], includesParts: includesParts, kernels: kernels)
      guard !question.isEmpty else { continue }
      let tally = try tally(question.experiment)
      do throws(SimulationError) {
        rows += SweepRow.rows(of: try question.result(of: tally, threads: threads), scenario: scenario)
      } catch {
        throw RunPipeline.failure(error)
      }
    }
    return rows
  }

  private func tally(_ experiment: Experiment) throws(CommandFailure) -> Tally {
    var run = ExperimentInProgress(experiment, shard: .whole, threads: threads)
    run.advance(threads: threads, isCancelled: isCancelled)
    guard run.isFinished else { throw .interrupted }
    return run.tally
  }
}

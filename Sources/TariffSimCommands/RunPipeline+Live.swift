internal import CommandLineKit
internal import LinearAlgebra
internal import Reporting
internal import ScenarioFiles
internal import Simulation
internal import TariffModel
internal import VectorMath

extension RunPipeline {
  /// The real stages.
  package static let live = RunPipeline(
    load: { path, overrides throws(CommandFailure) in try load(path, overrides) },
    estimate: { study, plan, threads throws(CommandFailure) in try estimate(study, plan, threads: threads) },
    simulate: { study, plan, conduct throws(CommandFailure) in try simulate(study, plan, conduct) },
    platform: { () throws(CommandFailure) in
      Platform(
        blasCore: BLAS.coreName, openBLASVersion: BLAS.version, instructionSet: try instructionSet().rawValue,
        scenarioSchema: ScenarioFormat.version)
    },
    schema: { () throws(CommandFailure) in scenarioSchema })

  private static func load(_ path: String, _ overrides: [RunDescription.Override]) throws(CommandFailure) -> Loaded {
    do throws(LoadFailure) {
      let loaded = try loadStudy(at: path, overrides: overrides.map { ($0.path, $0.value) })
      guard loaded.run.draws <= Plan.maximumDraws else {
        throw LoadFailure(problem: loaded.problem(at: "run/draws", rule: .outsideRange(allowed: "1 to \(Plan.maximumDraws)")))
      }
      let defaults = Plan(
        draws: loaded.run.draws, seed: loaded.run.seed, percentiles: loaded.run.percentiles,
        thresholds: loaded.run.thresholds.map { Plan.Threshold(outcome: $0.outcome, value: $0.value) },
        shortfallPercent: loaded.run.shortfallPercent)
      return Loaded(
        study: loaded.study, defaults: defaults,
        files: loaded.digests.map { RunDescription.FileDigest(name: $0.name, sha256: $0.sha256) })
    } catch {
      // Places are told from where the user stands: several scenarios may have files of one name.
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      let lines = error.problems.map { $0.text(in: folder) }
      let isUnreadable = error.problems.allSatisfy { problem in
        if case .cannotRead = problem.rule { true } else { false }
      }
      throw isUnreadable ? .unreadableInput(path: path, problems: lines) : .badInput(path: path, problems: lines)
    }
  }

  private static func estimate(_ study: Study, _ plan: Plan, threads: Int) throws(CommandFailure) -> PlanEstimate {
    let model = try compiled(study, plan)
    let cost = RunEstimate(model, plan: plan, threads: threads, kernels: try kernels())
    return PlanEstimate(
      uncertainNumbers: model.uncertainCount, exportLines: study.exports.count, importLines: study.imports.count,
      scenarios: study.scenarios.count, periods: max(1, study.periods.count), outcomes: model.outcomes.count, threads: threads,
      seconds: cost.seconds, memoryBytes: cost.bytes)
  }

  private static func simulate(_ study: Study, _ plan: Plan, _ conduct: Conduct) throws(CommandFailure) -> SimulationResult {
    let model = try compiled(study, plan)
    let kernels = try kernels()
    do throws(SimulationError) {
      return try Simulation.simulate(
        model, plan: plan, threads: conduct.threads, kernels: kernels, progress: conduct.progress,
        isCancelled: conduct.isCancelled)
    } catch {
      switch error {
      case .cancelled: throw .interrupted
      case .nonFinite(let key, let draws):
        throw .noFiniteValue(outcome: key.outcome.rawValue, scenario: key.scenario, draws: draws)
      }
    }
  }

  private static func compiled(_ study: Study, _ plan: Plan) throws(CommandFailure) -> CompiledModel {
    do {
      return try CompiledModel(study, reportsLines: plan.reportsLines)
    } catch {
      // Loading has told of all else with its place; what overflows shows only when the outcomes are written down.
      let lines = error.problems.map { "\($0.path): \($0.rule.statement)" + ($0.rule.suggestion.map { "; \($0)" } ?? "") }
      throw .badInput(path: "the study", problems: lines)
    }
  }

  private static func kernels() throws(CommandFailure) -> KernelChoice { KernelChoice(try instructionSet()) }

  /// The widest instruction set that the processor has, or the one that `TARIFFSIM_ISA` names.
  private static func instructionSet() throws(CommandFailure) -> InstructionSet {
    guard let name = Environment.value("TARIFFSIM_ISA") else { return .detected }
    do {
      return try InstructionSet.forced(by: name)
    } catch {
      let words =
        switch error {
        case .unknown(let name):
          "TARIFFSIM_ISA names \(InstructionSet.allCases.map(\.rawValue).joined(separator: ", ")), not '\(name)'"
        case .unavailable(let wanted, let detected):
          "TARIFFSIM_ISA asks for \(wanted.rawValue), and this processor has \(detected.rawValue)"
        }
      throw .contradiction(words, command: "run")
    }
  }
}

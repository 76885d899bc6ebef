internal import Analysis
internal import Reporting
internal import ScenarioFiles
internal import TariffModel

extension RunPipeline {
  /// Reads a scenario file.
  static func load(_ path: String, _ overrides: [RunDescription.Override]) throws(CommandFailure) -> Loaded {
    do throws(LoadFailure) {
      return try loaded(try loadStudy(at: path, overrides: overrides.map { ($0.path, $0.value) }))
    } catch {
      // Places are told from where the user stands: several scenarios may have files of one name.
      throw failure(error, path: path, folder: path.lastIndex(of: "/").map { String(path[...$0]) } ?? "")
    }
  }

  /// Reads the copies of a scenario's files that a part holds.
  static func reload(
    _ files: [ScenarioFile], _ overrides: [RunDescription.Override], from path: String
  ) throws(CommandFailure) -> Loaded {
    do throws(LoadFailure) {
      return try loaded(try loadStudy(from: files, overrides: overrides.map { ($0.path, $0.value) }))
    } catch {
      throw failure(error, path: path, folder: path + ":")
    }
  }

  private static func loaded(_ loaded: LoadedStudy) throws(LoadFailure) -> Loaded {
    guard loaded.run.draws <= Plan.maximumDraws else {
      throw LoadFailure(problem: loaded.problem(at: "run/draws", rule: .outsideRange(allowed: "1 to \(Plan.maximumDraws)")))
    }
    let defaults = Plan(
      draws: loaded.run.draws, seed: loaded.run.seed, percentiles: loaded.run.percentiles,
      thresholds: loaded.run.thresholds.map { Plan.Threshold(outcome: $0.outcome, value: $0.value) },
      shortfallPercent: loaded.run.shortfallPercent)
    return Loaded(study: loaded.study, defaults: defaults, files: loaded.files)
  }

  private static func failure(_ error: LoadFailure, path: String, folder: String) -> CommandFailure {
    let lines = ProblemList(error, in: folder)
    let isUnreadable = error.problems.allSatisfy { problem in
      if case .cannotRead = problem.rule { true } else { false }
    }
    return isUnreadable ? .unreadableInput(path: path, problems: lines) : .badInput(path: path, problems: lines)
  }
}

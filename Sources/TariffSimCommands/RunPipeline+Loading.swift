internal import Analysis
internal import Reporting
internal import Sampling
internal import ScenarioFiles
internal import TariffModel

extension RunPipeline {
  /// Reads a scenario file, with the values that a question will put into it.
  static func load(
    _ path: String, _ overrides: [RunDescription.Override], varying variations: [Variation] = []
  ) throws(CommandFailure) -> Loaded {
    do throws(LoadFailure) {
      return try loaded(
        try loadStudy(at: path, overrides: overrides.map { ($0.path, $0.value) }, variations: variations))
    } catch {
      // Places are told from where the user stands: several scenarios may have files of one name.
      throw failure(error, path: path, folder: folder(of: path))
    }
  }

  /// Reads the copies of a scenario's files that a part holds.
  static func reload(
    _ files: [ScenarioFile], _ overrides: [RunDescription.Override], from path: String
  ) throws(CommandFailure) -> Loaded {
    do throws(LoadFailure) {
      return try loaded(try loadStudy(from: files, overrides: overrides.map { ($0.path, $0.value) }))
    } catch {
      throw failure(error, path: path, folder: path + ":", offersAll: false)
    }
  }

  /// What stands before the names of a scenario's files: empty, or with a slash at its end.
  fileprivate static func folder(of path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  private static func loaded(_ loaded: LoadedStudy) throws(LoadFailure) -> Loaded {
    guard loaded.run.draws ?? 1 <= Plan.maximumDraws else {
      throw LoadFailure(problem: loaded.problem(at: "run/draws", rule: .outsideRange(allowed: "1 to \(Plan.maximumDraws)")))
    }
    var conditions: [Condition] = []
    for text in loaded.run.conditions {
      do throws(ConditionError) {
        conditions.append(try Condition.read(text, in: loaded.study))
      } catch {
        throw LoadFailure(problem: loaded.problem(at: "run/conditions", rule: .badCondition(error.message)))
      }
    }
    let defaults = Plan(
      draws: loaded.run.draws ?? loaded.run.design.usualDraws, seed: loaded.run.seed, percentiles: loaded.run.percentiles,
      thresholds: loaded.run.thresholds.map { Plan.Threshold(outcome: $0.outcome, value: $0.value) },
      shortfallPercent: loaded.run.shortfallPercent, design: loaded.run.design, selection: loaded.run.selection,
      conditions: conditions.uniqued)
    var places: [String: SourceLocation] = [:]
    for scenario in loaded.study.scenarios {
      let path = "scenarios/\(scenario.name)"
      places[path] = loaded.locations[path]
    }
    var result = Loaded(
      checked: loaded.checked, defaults: defaults, statesDraws: loaded.run.draws != nil, files: loaded.files,
      scenarioPlaces: places)
    result.variations = loaded.variations
    (result.rotates, result.smooths) = (loaded.run.rotates, loaded.run.smooths)
    result.sweep = loaded.sweep
    return result
  }

  fileprivate static func failure(
    _ error: LoadFailure, path: String, folder: String, offersAll: Bool = true
  ) -> CommandFailure {
    let lines = ProblemList(error, in: folder, offersAll: offersAll)
    let isUnreadable = error.problems.allSatisfy { problem in
      if case .cannotRead = problem.rule { true } else { false }
    }
    return isUnreadable ? .unreadableInput(path: path, problems: lines) : .badInput(path: path, problems: lines)
  }
}

extension RunPipeline.Loaded {
  /// Does something with the study; what turns out to be wrong with it only when its outcomes are written down is told with its
  /// place in the scenario at `path`, or in the part of that path which holds the scenario.
  func placing<Value>(
    _ path: String, isPart: Bool = false, _ body: () throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(CommandFailure) {
      return try body()
    } catch {
      guard case .notCompiled(let problems) = error else { throw error }
      let name = files.first?.name ?? "scenario.toml"
      let placed = problems.map {
        InputProblem(
          location: scenarioPlaces[$0.path] ?? SourceLocation(file: name, line: 1, column: 1), path: $0.path, value: $0.value,
          rule: .model($0.rule), suggestion: $0.suggestion)
      }
      throw RunPipeline.failure(
        LoadFailure(placed), path: path, folder: isPart ? path + ":" : RunPipeline.folder(of: path),
        offersAll: !isPart)
    }
  }
}

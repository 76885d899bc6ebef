import Analysis
import CommandLineKit
import Glibc
import Reporting
import ScenarioFiles
import Simulation
import Statistics
import TariffModel
import TariffSimCommands
import TestSupport

/// What a run of the program printed, and how it ended.
struct Transcript {
  var code: ExitCode
  var output: String
  var errors: String
}

/// Runs the program in this process, its channels led into scratch files.
func run(
  _ arguments: [String], pipeline: RunPipeline = .fake(),
  terminal: Terminal = Terminal(outputIsTerminal: false, errorIsTerminal: false), isInterrupted: Bool = false
) -> Transcript {
  let output = scratchFile()
  let errors = scratchFile()
  let console = Console(
    output: OutputChannel(descriptor: output), errors: OutputChannel(descriptor: errors), terminal: terminal)
  let program = TariffSimProgram(pipeline: pipeline, console: console, isInterrupted: { isInterrupted })
  let code = program.run(arguments)
  lseek(output, 0, SEEK_SET)
  lseek(errors, 0, SEEK_SET)
  return Transcript(code: code, output: readAll(output), errors: readAll(errors))
}

extension RunPipeline {
  /// Stages that need no scenario file's content: the study has two scenarios, exports fall by a tenth of a per cent per draw
  /// set.
  static func fake(
    load: @escaping @Sendable (String) throws(CommandFailure) -> Void = { _ throws(CommandFailure) in },
    simulate: @escaping @Sendable (Conduct) throws(CommandFailure) -> Void = { _ throws(CommandFailure) in }
  ) -> RunPipeline {
    let files = [ScenarioFile(name: "scenario.toml", bytes: Array("title".utf8))]
    return RunPipeline(
      load: { path, overrides throws(CommandFailure) in
        try load(path)
        return Loaded(checked: aStudy, defaults: Plan(draws: 1000, seed: 7), files: files)
      },
      reload: { files, _, path throws(CommandFailure) in
        try load(path)
        return Loaded(checked: aStudy, defaults: Plan(), files: files)
      },
      notes: { study, plan throws(CommandFailure) in study.study.notes + plan.notes },
      estimate: { _, _, threads throws(CommandFailure) in
        PlanEstimate(
          uncertainNumbers: 0, exportLines: 0, importLines: 0, scenarios: 1, periods: 1, outcomes: 1, threads: threads,
          seconds: 0.5,
          memoryBytes: 1_000_000)
      },
      simulate: { _, plan, conduct throws(CommandFailure) in
        try simulate(conduct)
        conduct.progress(plan.draws)
        try conduct.keeping?.keep(.init(blocks: 0..<plan.blockCount, grids: [], tallies: []))
        return SimulationResult(plan: plan, outcomes: [fallOfTen], notes: [])
      },
      simulateShard: { _, plan, shard, conduct throws(CommandFailure) in
        let share = shard.blocks(of: plan.blockCount)
        // What an earlier process kept is taken for all that there is to do.
        let partial = conduct.keeping?.earlier ?? .init(blocks: share, grids: [1], tallies: [2])
        try conduct.keeping?.keep(partial)
        try simulate(conduct)
        return partial
      },
      compare: { _, _ throws(CommandFailure) in throw .internalError("the stand-in compares nothing") },
      solve: { _, _ throws(CommandFailure) in throw .internalError("the stand-in solves nothing") },
      sensitivity: { _, _ throws(CommandFailure) in throw .internalError("the stand-in has no inputs") },
      rare: { _, _ throws(CommandFailure) in throw .internalError("the stand-in has no rare events") },
      backtest: { _, _ throws(CommandFailure) in throw .internalError("the stand-in scores nothing") },
      merge: { _, plan, _ throws(CommandFailure) in SimulationResult(plan: plan, outcomes: [fallOfTen], notes: []) },
      platform: { () throws(CommandFailure) in
        Platform(
          blasCore: "ZEN", openBLASVersion: "0.3.21", instructionSet: "v3", arithmetic: "fused", scenarioSchema: 1)
      },
      schema: { () throws(CommandFailure) in "{}\n" })
  }

  private static let aStudy: CheckedStudy = {
    var study = Study(title: "A study", home: "Home", partner: "Partner")
    study.scenarios = [PolicyScenario(name: "first", measures: [.init("m")])]
    guard let checked = try? study.checked(excusing: { _ in true }) else { preconditionFailure("all is excused") }
    return checked
  }()

  /// Exports fall by 10 % for certain.
  private static let fallOfTen = OutcomeResult(
    key: OutcomeKey(scenario: "first", period: "year", outcome: .exportRevenueChangePercent, slice: .total),
    summary: SampleSummary(
      draws: 1000, minimum: -10, maximum: -10, mean: Estimate(-10, standardError: 0),
      standardDeviation: Estimate(0, standardError: 0), skewness: Estimate(0, standardError: 0),
      percentiles: [PercentileEstimate(percent: 50, value: -10, interval: -10 ... -10)], exceedances: [],
      lowerShortfall: ShortfallEstimate(tailPercent: 5, mean: Estimate(-10, standardError: 0)),
      upperShortfall: ShortfallEstimate(tailPercent: 5, mean: Estimate(-10, standardError: 0)),
      histogram: Histogram(lower: -10, upper: -10, counts: [1000])))
}

import CommandLineKit
import Glibc
import Reporting
import Simulation
import Statistics
import TariffModel
import TariffSimCommands

/// All that can be read from a descriptor, which is closed.
func readAll(_ descriptor: Int32) -> String {
  var all: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { break }
    all += buffer.prefix(count)
  }
  close(descriptor)
  return String(decoding: all, as: UTF8.self)
}

/// A file without a name that is gone when it is closed.
private func scratchFile() -> Int32 {
  guard let file = unsafe tmpfile() else { return -1 }
  defer { unsafe fclose(file) }
  return unsafe dup(fileno(file))
}

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
    RunPipeline(
      load: { path, overrides throws(CommandFailure) in
        try load(path)
        var study = Study(title: "A study", home: "Home", partner: "Partner")
        study.scenarios = [PolicyScenario(name: "first", measures: [.init("m")])]
        return Loaded(study: study, defaults: Plan(draws: 1000, seed: 7), files: [.init(name: "scenario.toml", sha256: "ab")])
      },
      estimate: { _, _, threads throws(CommandFailure) in
        PlanEstimate(
          uncertainNumbers: 0, exportLines: 0, importLines: 0, scenarios: 1, periods: 1, outcomes: 1, threads: threads,
          seconds: 0.5,
          memoryBytes: 1_000_000)
      },
      simulate: { _, plan, conduct throws(CommandFailure) in
        try simulate(conduct)
        conduct.progress(plan.draws)
        return SimulationResult(plan: plan, outcomes: [fallOfTen], notes: [])
      },
      platform: { () throws(CommandFailure) in
        Platform(blasCore: "ZEN", openBLASVersion: "0.3.21", instructionSet: "v3", scenarioSchema: 1)
      },
      schema: { () throws(CommandFailure) in "{}\n" })
  }

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

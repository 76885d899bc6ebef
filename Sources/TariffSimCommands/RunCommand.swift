internal import CommandLineKit
internal import Reporting
internal import Simulation
internal import TariffModel

/// `tariffsim run`: from scenario files to result folders and reports.
struct RunCommand {
  var request: RunRequest
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  /// Runs one file, or all files of a batch.
  func run() throws(CommandFailure) -> ExitCode {
    // A forced instruction set that is not there should not wait for the first file.
    let platform = try pipeline.platform()
    guard request.inputs.count == 1 else { return try runBatch(platform: platform) }
    let input = try InputFile(request.inputs[0])
    let finished = try run(input, platform: platform)
    if let finished, !request.isQuiet { try console.print(report(of: finished)) }
    return .success
  }

  /// A file that was simulated and whose folder is written.
  struct Finished {
    var input: InputFile
    var result: SimulationResult
    var description: RunDescription
    var facts: ProgramFacts
    var folder: String
  }

  /// Runs one file up to its folder; a dry run prints the plan and returns nothing.
  func run(_ input: InputFile, platform: RunPipeline.Platform) throws(CommandFailure) -> Finished? {
    let start = ContinuousClock.now
    let loaded = try pipeline.load(input.path, request.overrides)
    let plan = request.plan(from: loaded.defaults)
    let description = RunDescription(
      study: loaded.study, stem: input.stem, files: loaded.files, overrides: request.overrides)
    let folder = OutputFolder(directory: request.directory, stem: input.stem, force: request.force)
    if request.isDryRun {
      let estimate = try pipeline.estimate(loaded.study, plan, request.threads)
      try console.print(PlanReport.text(plan, of: description, estimate: estimate, folder: folder.path, style: console.style))
      return nil
    }
    try checked(folder)
    let result = try simulate(loaded, plan)
    if let number = result.unreportable {
      throw .internalError("\(number.key.outcome.rawValue) under \(number.key.scenario) has no finite \(number.statistic)")
    }
    let facts = ProgramFacts(
      version: ProgramVersion.text, scenarioSchema: platform.scenarioSchema, blasCore: platform.blasCore)
    let record = RunRecord(
      threads: request.threads, instructionSet: platform.instructionSet, swiftVersion: BuildFacts.swiftVersion,
      openBLASVersion: platform.openBLASVersion, commit: BuildFacts.commit,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    do {
      try folder.write(ResultFiles.files(result, of: description, facts: facts, record: record))
    } catch {
      throw .outputFolder(error)
    }
    return Finished(input: input, result: result, description: description, facts: facts, folder: folder.path)
  }

  private func checked(_ folder: OutputFolder) throws(CommandFailure) {
    do {
      try folder.check()
    } catch {
      throw .outputFolder(error)
    }
  }

  private func simulate(_ loaded: RunPipeline.Loaded, _ plan: Plan) throws(CommandFailure) -> SimulationResult {
    let bar = ProgressBar(
      total: plan.draws, unit: "draws", channel: console.errors, width: console.terminal.width,
      isEnabled: console.terminal.errorIsTerminal && !request.isQuiet)
    defer { bar.clear() }
    let conduct = RunPipeline.Conduct(
      threads: request.threads, progress: { bar.update(done: $0) }, isCancelled: isInterrupted)
    let result = try pipeline.simulate(loaded.study, plan, conduct)
    // The last block may have been done when the request came; then nothing more is written either.
    if isInterrupted() { throw .interrupted }
    return result
  }

  /// What goes to standard output for one file.
  func report(of finished: Finished) -> String {
    switch request.format {
    case .text:
      TextReport(
        result: finished.result, run: finished.description, style: console.style, folder: finished.folder,
        input: finished.input.argument
      ).text
    case .json: SummaryDocument.document(finished.result, of: finished.description, facts: finished.facts).text
    case .csv: RunTables.percentiles(finished.result)
    }
  }
}

internal import Analysis
internal import CommandLineKit
internal import Files
internal import Ledger
internal import PartFiles
internal import Reporting
internal import Simulation

/// `tariffsim run`: from scenario files to result folders and reports, or to the part of a shard.
struct RunCommand {
  var request: RunRequest
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  /// Runs one file, or all files of a batch.
  func run() throws(CommandFailure) -> ExitCode {
    try checkOptions()
    // A forced instruction set that is not there should not wait for the first file.
    let platform = try pipeline.platform()
    guard request.inputs.count == 1 else { return try runBatch(platform: platform) }
    let input = try InputFile(request.inputs[0])
    if let choice = request.shard {
      let text = try run(choice.shard(), of: input, platform: platform)
      if !request.isQuiet { try console.print(text) }
    } else if let finished = try run(input, platform: platform), !request.isQuiet {
      try console.print(finished.report(format: request.format, style: console.style, isBrief: request.isBrief))
    }
    return .success
  }

  /// Refuses options that do not go together.
  private func checkOptions() throws(CommandFailure) {
    let count = request.inputs.count
    if request.checkpoint != nil, count > 1 {
      throw .contradiction("--checkpoint keeps one run, and there are \(count) files: run them one by one", command: "run")
    }
    if let path = request.drawsFile {
      _ = try Self.form(of: path)
      if count > 1 {
        throw .contradiction("--draws-out is one file, and there are \(count) scenarios: run them one by one", command: "run")
      }
      if request.shard != nil {
        throw .contradiction("--draws-out writes all draws, and a shard has its share: leave one of the two out", command: "run")
      }
    }
    if request.isBrief, request.format != .text {
      throw .contradiction(
        "--brief shortens the report, and --format \(request.format.rawValue) prints none: leave one of the two out",
        command: "run")
    }
    guard let choice = request.shard else { return }
    _ = try choice.shard()
    if count > 1 {
      throw .contradiction("--shard is a share of one run, and there are \(count) files: run them one by one", command: "run")
    }
    if request.seeksExactPercentiles {
      throw .contradiction(
        "--exact-percentiles needs all draws, and a shard has its share: leave one of the two out", command: "run")
    }
    if request.isDryRun { throw .contradiction("--dry-run tells of the whole run: leave --shard out", command: "run") }
    if request.format != .text {
      throw .contradiction(
        "--format \(request.format.rawValue) prints a result, and a shard is none: use it with merge", command: "run")
    }
  }

  /// Refuses a checkpoint that would be in the result's way.
  private func checkCheckpoint(besideResult folder: String) throws(CommandFailure) {
    guard let checkpoint = request.checkpoint else { return }
    if FileStore.isPath(folder, within: checkpoint) {
      throw .contradiction("--checkpoint and the result folder would take the same place: keep it elsewhere", command: "run")
    }
    if FileStore.isPath(checkpoint, within: folder) {
      throw .contradiction("--checkpoint lies in the result folder, which holds results only: keep it elsewhere", command: "run")
    }
  }

  /// Runs one file up to its folder; a dry run prints the plan and returns nothing.
  func run(_ input: InputFile, platform: RunPipeline.Platform) throws(CommandFailure) -> FinishedRun? {
    let folder = request.folder(input.stem)
    try checkCheckpoint(besideResult: folder.path)
    if let path = request.drawsFile, FileStore.isPath(path, within: folder.path) {
      throw .contradiction("--draws-out lies in the result folder, which holds results only: keep it elsewhere", command: "run")
    }
    let prepared = try prepare(input, shard: .whole, platform: platform)
    if request.isDryRun {
      let estimate = try prepared.loaded.placing(input.path) { () throws(CommandFailure) in
        try pipeline.estimate(prepared.loaded.checked, prepared.plan, request.threads)
      }
      try console.print(
        PlanReport.text(
          prepared.plan, of: prepared.description, estimate: estimate, folder: folder.path, style: console.style))
      return nil
    }
    if try isAnswered(prepared, folder: folder.path) { return nil }
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let checkpoint = try checkpoint(of: prepared)
    let result = try conducted(prepared, checkpoint) { conduct throws(CommandFailure) in
      try pipeline.simulate(prepared.loaded.checked, prepared.plan, conduct)
    }
    if let path = request.drawsFile {
      try request.conducting(draws: prepared.plan.draws, on: console, isInterrupted: isInterrupted) {
        conduct throws(CommandFailure) in try writeDraws(of: prepared, to: path, conduct)
      }
    }
    var waterfall: Waterfall?
    if request.extras.page {
      waterfall = try request.conducting(draws: prepared.plan.draws, on: console, isInterrupted: isInterrupted) {
        conduct throws(CommandFailure) in
        try pipeline.waterfall(of: prepared.loaded.checked, prepared.plan, conduct, console: console)
      }
    }
    let record = platform.record(
      RunOrigin(of: prepared.blank.identity, files: prepared.description.files, scenario: input.argument, arguments: arguments),
      threads: request.threads, wallSeconds: prepared.wallSeconds(checkpoint))
    let finished = try FinishedRun(
      result, argument: input.argument, description: prepared.description,
      facts: platform.facts,
      record: record, extras: request.extras,
      waterfall: waterfall, claim: &claim)
    console.tell(finished.notices)
    if request.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "run", stem: input.stem, title: prepared.description.title, place: finished.folder, record: record,
          version: platform.facts.version, plan: prepared.plan, arguments: arguments, files: prepared.loaded.files,
          overrides: request.overrides, assumptions: RunTables.assumptions(prepared.description.assumptions),
          report: request.isQuiet || request.isBrief || request.format != .text
            ? nil : finished.report(format: .text, style: TextStyle(isColoured: false, width: console.style.width)),
          figures: LedgerEntry.figures(result)), in: request.directory, console: console)
    }
    // The result is in its place and on the disk.
    try checkpoint?.remove()
    return finished
  }
}

internal import Analysis
internal import CommandLineKit
internal import PartFiles
internal import Reporting
internal import Simulation

extension RunCommand {
  /// A file that was read, with all that its run is determined by.
  struct Prepared {
    /// The scenario file.
    var path: String
    var loaded: RunPipeline.Loaded
    var plan: Plan
    var description: RunDescription
    /// The work as a part of which nothing is done.
    var blank: PartFile
    var start: ContinuousClock.Instant

    /// Seconds of work so far, those of earlier processes included.
    func wallSeconds(_ checkpoint: Checkpoint?) -> Double {
      checkpoint?.wallSeconds ?? (ContinuousClock.now - start) / .seconds(1)
    }
  }

  /// Reads a file.
  func prepare(_ input: InputFile, shard: Shard, platform: RunPipeline.Platform) throws(CommandFailure) -> Prepared {
    let start = ContinuousClock.now
    let loaded = try request.loaded { () throws(CommandFailure) in try pipeline.load(input.path, request.overrides) }
    let plan = try request.plan(for: loaded)
    let identity = platform.identity(of: loaded.files, overrides: request.overrides, plan: plan)
    let record = ShardRecord(
      threads: request.threads, instructionSet: platform.instructionSet, openBLASVersion: platform.openBLASVersion,
      wallSeconds: 0)
    let first = shard.blocks(of: plan.blockCount).lowerBound
    return Prepared(
      path: input.path, loaded: loaded, plan: plan,
      description: RunDescription(
        study: loaded.study, stem: input.stem, files: loaded.digests, overrides: request.overrides),
      blank: PartFile(
        identity: identity, shard: shard, origin: PartFile.Origin(stem: input.stem, argument: input.argument), record: record,
        partial: Tally.Encoded(blocks: first..<first, grids: [], tallies: [])),
      start: start)
  }

  /// The checkpoint that the options name.
  func checkpoint(of prepared: Prepared) throws(CommandFailure) -> Checkpoint? {
    guard let path = request.checkpoint else { return nil }
    return try Checkpoint(path: path, for: prepared.blank, start: prepared.start)
  }

  /// Does the work of a run with its progress shown, and with its checkpoint.
  func conducted<Value>(
    _ prepared: Prepared, _ checkpoint: Checkpoint?, work: (RunPipeline.Conduct) throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(CommandFailure) {
      return try request.conducting(
        draws: prepared.plan.draws(in: prepared.blank.share) * prepared.plan.expectedPasses,
        doneBefore: checkpoint?.drawsDone ?? 0, keeping: checkpoint?.keeping, on: console, isInterrupted: isInterrupted
      ) { conduct throws(CommandFailure) in
        try prepared.loaded.placing(prepared.path) { () throws(CommandFailure) in try work(conduct) }
      }
    } catch {
      guard error == .interrupted, let checkpoint else { throw error }
      throw .interruptedAndKept(path: checkpoint.path)
    }
  }
}

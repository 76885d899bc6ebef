internal import Analysis
internal import CommandLineKit
internal import Files
internal import PartFiles
internal import Reporting
internal import Simulation
internal import TextFormats

extension RunCommand {
  /// Computes one shard of a file's run and writes its part; what goes to standard output is returned.
  func run(_ shard: Shard, of input: InputFile, platform: RunPipeline.Platform) throws(CommandFailure) -> String {
    let name = PartFile.name(stem: input.stem, shard: shard)
    let path = request.directory.hasSuffix("/") ? request.directory + name : request.directory + "/" + name
    try checkCheckpoint(besidePart: path)
    let prepared = try prepare(input, shard: shard, platform: platform)
    if !request.replaces, Self.isDone(prepared.blank, at: path) {
      return "Shard \(shard.index) of \(shard.count) is already done, in \(ShownText.line(path)).\n"
    }
    FileStore.removeLeftovers(in: FileStore.parent(of: path))
    try checkPartPlace(path, for: prepared.blank.identity, tells: true)
    let checkpoint = try checkpoint(of: prepared)
    var part = prepared.blank
    part.partial = try conducted(prepared, checkpoint) { conduct throws(CommandFailure) in
      try pipeline.simulateShard(prepared.loaded.checked, prepared.plan, shard, conduct)
    }
    part.record.wallSeconds = prepared.wallSeconds(checkpoint)
    let bytes = part.encoded
    // Another process may have been at work on the place meanwhile.
    try checkPartPlace(path, for: prepared.blank.identity, tells: false)
    try CommandFailure.writing { () throws(FileFailure) in try FileStore.replace(path, with: bytes) }
    // The folders may be others than they were before the work: a finished part is never removed.
    if let checkpoint, !FileStore.isSameFile(checkpoint.path, path) { try checkpoint.remove() }
    let draws = prepared.plan.draws(in: part.share)
    return """
      Shard \(shard.index) of \(shard.count): \(NumberText.count(draws)) of \(NumberText.count(prepared.plan.draws)) draws, in \(ShownText.line(path)).
      When all parts are there, tariffsim merge takes them in any order.

      """
  }

  /// Whether the finished part of the same shard of the same run stands in the place.
  private static func isDone(_ blank: PartFile, at path: String) -> Bool {
    guard (try? FileStore.entry(at: path)) == .file, let earlier = try? PartFile(path: path) else { return false }
    return earlier.identity == blank.identity && earlier.shard == blank.shard && earlier.isComplete
  }

  /// Refuses a checkpoint that would be in the part's way, or the part in its.
  private func checkCheckpoint(besidePart path: String) throws(CommandFailure) {
    guard let checkpoint = request.checkpoint else { return }
    if FileStore.isPath(checkpoint, within: path) || FileStore.isPath(path, within: checkpoint) {
      throw .contradiction("--checkpoint and the part would take the same place: keep it elsewhere", command: "run")
    }
  }

  /// An earlier part of the same run may be replaced, and with `--replace` that of another; any other file is left alone.
  private func checkPartPlace(_ path: String, for identity: RunIdentity, tells: Bool) throws(CommandFailure) {
    guard try CommandFailure.writing({ () throws(FileFailure) in try FileStore.checkPlace(path) }) else { return }
    do throws(CommandFailure) {
      let earlier = try PartFile(path: path)
      guard let difference = earlier.identity.study.difference(from: identity.study) else { return }
      guard request.replaces else { throw .takenPlace(path: path, difference) }
      if tells {
        console.tell("\(ProgramSyntax.tariffSim.name): \(ShownText.line(path)) is a part of another run and is dropped\n")
      }
    } catch {
      // What was a part once, a damaged one too, is of no more use.
      guard case .part(.unreadable(_, let failure)) = error else { throw error }
      // An empty one is what a full disk leaves.
      let isEmpty = (try? FileBytes.read(path))?.isEmpty == true
      if failure == .foreign, !isEmpty { throw .outputFolder(.foreign(path: path)) }
      if tells {
        console.tell("\(ProgramSyntax.tariffSim.name): \(ShownText.line(path)) is a part that cannot be used and is replaced\n")
      }
    }
  }
}

internal import Analysis
internal import CommandLineKit
internal import PartFiles
internal import Reporting
internal import TariffModel

/// `tariffsim merge`: from the parts of a run to its result folder and report, as the run in one piece would have them.
struct MergeCommand {
  var request: MergeRequest
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  /// Joins the parts; one that does not fit is refused before anything is written.
  func run() throws(CommandFailure) -> ExitCode {
    if let inquiry = request.inquiry { return try tell(inquiry) }
    let start = ContinuousClock.now
    let platform = try pipeline.platform()
    let parts = try orderedParts()
    let first = parts[0]
    let identity = first.part.identity
    var own = platform.identity(of: identity.files, overrides: identity.overrides, plan: identity.plan)
    // What the parts were computed with is theirs.
    (own.arithmetic, own.blasCore) = (identity.arithmetic, identity.blasCore)
    if let difference = identity.difference(from: own) { throw .part(.otherProgram(path: first.path, difference)) }
    let loaded = try pipeline.reload(identity.files, identity.overrides, first.path)
    let folder = OutputFolder(
      directory: request.directory, stem: first.part.origin.stem, force: request.force, replaces: request.replaces)
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let result = try loaded.placing(first.path, isPart: true) { () throws(CommandFailure) in
      try pipeline.merge(
        loaded.checked, identity.plan, parts.map { RunPipeline.Part(path: $0.path, partial: $0.part.partial) })
    }
    if isInterrupted() { throw .interrupted }
    let files = loaded.digests
    // What determines the result is what the parts say; how the merge went is told beside it.
    var record = platform.record(
      RunOrigin(of: identity, files: files, scenario: first.part.origin.argument, arguments: arguments), threads: 1,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    record.shards = parts.map(\.part.record)
    let finished = try FinishedRun(
      result, argument: first.part.origin.argument,
      description: RunDescription(
        study: loaded.study, stem: first.part.origin.stem, files: files, overrides: identity.overrides),
      facts: platform.facts(blasCore: identity.blasCore),
      record: record, extras: request.extras, claim: &claim)
    console.tell(finished.notices)
    if !request.isQuiet { try console.print(finished.report(format: request.format, style: console.style)) }
    return .success
  }
}

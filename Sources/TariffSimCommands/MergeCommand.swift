internal import Analysis
internal import CommandLineKit
internal import Ledger
internal import PartFiles
internal import Reporting
import Simulation
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
    if request.isPartial, request.inquiry != nil {
      throw .contradiction("--partial joins parts, and --check and --missing join none: leave one of them out", command: "merge")
    }
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
    let isWhole = parts.reduce(0) { $0 + $1.part.partial.blocks.count } == identity.plan.blockCount
    // What is there is no result of the run: it never takes the place of one.
    let folder = OutputFolder(
      directory: request.directory, stem: first.part.origin.stem + (isWhole ? "" : ".partial"), force: request.force,
      replaces: request.replaces)
    var claim = try folder.claimed()
    console.tell(claim.notices)
    var result = try loaded.placing(first.path, isPart: true) { () throws(CommandFailure) in
      try pipeline.merge(
        loaded.checked, identity.plan, parts.map { RunPipeline.Part(path: $0.path, partial: $0.part.partial) })
    }
    if isInterrupted() { throw .interrupted }
    result.coverage = Self.coverage(of: result.plan, parts: parts, run: identity.plan)
    if let coverage = result.coverage { console.tell("\(ProgramSyntax.tariffSim.name): \(coverage.sentence)\n") }
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
      record: record, extras: request.extras, waterfall: try waterfall(of: loaded, identity.plan), claim: &claim)
    console.tell(finished.notices)
    if request.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "merge", stem: finished.description.stem, title: finished.description.title, place: finished.folder,
          record: record, version: platform.facts.version, plan: identity.plan, arguments: arguments, files: identity.files,
          overrides: identity.overrides, assumptions: RunTables.assumptions(finished.description.assumptions),
          figures: LedgerEntry.figures(result)), in: request.directory, console: console)
    }
    if !request.isQuiet { try console.print(finished.report(format: request.format, style: console.style)) }
    return .success
  }

  /// What the page of one run has too.
  private func waterfall(of loaded: RunPipeline.Loaded, _ plan: Plan) throws(CommandFailure) -> Waterfall? {
    guard request.extras.page else { return nil }
    let conduct = RunPipeline.Conduct(
      threads: RunRequest.processors(), announce: { _ in }, progress: { _ in }, isCancelled: isInterrupted)
    return try pipeline.waterfall(of: loaded.checked, plan, conduct, console: console)
  }
}

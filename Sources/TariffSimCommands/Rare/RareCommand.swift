internal import Analysis
internal import CommandLineKit
internal import Ledger
internal import Reporting
import Sampling
internal import TariffModel

/// `tariffsim run --rare`: how probable events are that few draws show.
struct RareCommand {
  var request: RunRequest
  /// The conditions as they were typed.
  var rare: [String]
  /// The names of the options that were given.
  var given: Set<String>
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  /// Options of `run` that tell of what is not computed here.
  private static let refused = [
    "shard", "shards", "checkpoint", "percentiles", "exact-percentiles", "threshold", "outcomes", "by-line", "report",
    "workbook", "brief", "dry-run", "design", "replicates", "rotate",
  ]

  func run() throws(CommandFailure) -> ExitCode {
    let start = ContinuousClock.now
    if let stray = Self.refused.first(where: given.contains) {
      throw .contradiction(
        "--rare finds probabilities alone, from draws that are weighted: leave out --\(stray)", command: "run")
    }
    guard request.inputs.count == 1 else {
      throw .contradiction(
        "--rare asks about one file, and there are \(request.inputs.count): run them one by one", command: "run")
    }
    let platform = try pipeline.platform()
    let input = try InputFile(request.inputs[0])
    let loaded = try request.loaded { () throws(CommandFailure) in try pipeline.load(input.path, request.overrides) }
    let conditions = try conditions(in: loaded.study)
    let plan = try plan(from: loaded)
    var claim = try request.folder(input.stem + ".rare").claimed()
    console.tell(claim.notices)
    let events = RunPipeline.RareEvents(study: loaded.checked, plan: plan, conditions: conditions)
    let results = try request.conducting(draws: plan.draws, on: console, isInterrupted: isInterrupted) {
      conduct throws(CommandFailure) in try pipeline.rare(events, conduct)
    }
    let description = RunDescription(
      study: loaded.study, stem: input.stem, files: loaded.digests, overrides: request.overrides)
    let digest = platform.digest(
      of: [loaded], overrides: request.overrides, plan: plan, asking: ["rare"] + conditions.map(\.text))
    let record = platform.record(
      RunOrigin(ofDigest: digest, scenario: input.argument, arguments: arguments), threads: request.threads,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    let files = AnswerFiles(
      table: OutputFolder.File(name: "rare.csv", text: RareRows.text(results)),
      summary: RareRows.document(results, plan: plan, of: description, facts: platform.facts),
      extras: request.extras, seed: plan.seed, record: record, facts: platform.facts)
    try files.install(in: &claim, console: console)
    if request.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "rare", stem: claim.folder.stem, title: description.title, place: claim.folder.path, record: record,
          version: platform.facts.version, plan: plan, arguments: arguments, files: loaded.files,
          overrides: request.overrides, assumptions: nil, figures: []), in: request.directory, console: console)
    }
    let place = claim.folder.path
    try files.print(request, on: console) {
      RareReport(results: results, title: description.title, seed: plan.seed, style: console.style, folder: place).text
    }
    return .success
  }

  private func conditions(in study: Study) throws(CommandFailure) -> [Condition] {
    var conditions: [Condition] = []
    for text in rare {
      do throws(ConditionError) {
        let condition = try Condition.read(text, in: study)
        guard condition.event.count == 1, condition.given.isEmpty else {
          throw ConditionError(
            text: text, offset: 0, words: "a rare event is one outcome, or a difference, on one side of a level")
        }
        conditions.append(condition)
      } catch {
        throw .contradiction("--rare \(error.message)", command: "run")
      }
    }
    return conditions.uniqued
  }

  /// The file's draws and seed, with what the command line says instead; draws are independent.
  private func plan(from loaded: RunPipeline.Loaded) throws(CommandFailure) -> Plan {
    var own = loaded
    own.defaults.design = .random
    var plan = try request.plan(from: own, command: "run")
    plan.draws = max(8, plan.draws)
    (plan.thresholds, plan.conditions) = ([], [])
    plan.selection = try request.asked.selection(in: loaded.study, default: .all)
    plan.selection.outcomes = nil
    return plan
  }
}

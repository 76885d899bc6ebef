internal import Analysis
internal import CommandLineKit
internal import Ledger
internal import Reporting
internal import Simulation
internal import TariffModel

/// `tariffsim compare`: which of several scenarios is better, how surely, and by how much.
struct CompareCommand {
  var request: CompareRequest
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  func run() throws(CommandFailure) -> ExitCode {
    let start = ContinuousClock.now
    let asked = try CompareOutcomes(request.outcomes, directions: request.directions)
    let platform = try pipeline.platform()
    var inputs: [InputFile] = []
    var loaded: [RunPipeline.Loaded] = []
    for argument in request.run.inputs {
      let input = try InputFile(argument)
      inputs.append(input)
      loaded.append(
        try request.run.loaded { () throws(CommandFailure) in try pipeline.load(input.path, request.run.overrides) })
    }
    let plan = try request.plan(from: loaded[0])
    try checkTogether(loaded.map(\.study))
    let names = InputFile.distinctNames(of: inputs)
    let choices = try CompareChoices(
      zip(names, loaded).map { ($0, $1.study) }, wanted: request.scenarios, against: request.against)
    let folder = request.run.folder(names.joined(separator: "-and-") + ".comparison")
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let comparison = RunPipeline.Comparison(
      studies: loaded.map(\.checked), choices: choices.choices, reference: choices.reference, plan: plan,
      selection: try selection(asked, in: loaded.map(\.study)), directions: asked.directions,
      includesParts: request.includesParts || request.run.asked.groups != nil)
    let result = try request.run.conducting(draws: plan.draws, on: console, isInterrupted: isInterrupted) {
      conduct throws(CommandFailure) in try pipeline.compare(comparison, conduct)
    }
    let descriptions = zip(names, loaded).map {
      RunDescription(study: $1.study, stem: $0, files: $1.digests, overrides: request.run.overrides)
    }
    let digest = platform.digest(
      of: loaded, overrides: request.run.overrides, plan: plan, asking: Self.question(comparison))
    let record = platform.record(
      RunOrigin(ofDigest: digest, scenario: request.run.inputs.joined(separator: " "), arguments: arguments),
      threads: request.run.threads, wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    let answer = AnswerFiles(
      table: OutputFolder.File(name: "comparisons.csv", text: ComparisonRows.text([result])),
      summary: ComparisonDocument.document(result, of: descriptions, facts: platform.facts),
      others: result.unsolved.map { [OutputFolder.File(name: "unsolved.csv", text: RunTables.unsolved($0))] } ?? [],
      extras: request.run.extras, seed: plan.seed, record: record, facts: platform.facts,
      unsolvedDraws: result.unsolved?.count ?? 0)
    try answer.install(in: &claim, console: console)
    if request.run.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "compare", stem: claim.folder.stem, title: descriptions.map(\.title).uniqued.joined(separator: " and "),
          place: claim.folder.path, record: record,
          version: platform.facts.version, plan: plan, arguments: arguments, files: loaded.flatMap(\.files),
          overrides: request.run.overrides, assumptions: nil, figures: LedgerEntry.figures(result)), in: request.run.directory,
        console: console)
    }
    let path = claim.folder.path
    try answer.print(request.run, on: console) {
      ComparisonReport(
        result: result, title: descriptions.map(\.title).uniqued.joined(separator: " and "), style: console.style,
        folder: path, showsAll: comparison.includesParts || request.run.asked.periods != nil
      ).text
    }
    return .success
  }

  /// What is compared: the groups and periods that options name, which the first study has.
  private func selection(_ asked: CompareOutcomes, in studies: [Study]) throws(CommandFailure) -> OutcomeSelection {
    var selection = try request.run.asked.selection(in: studies[0], default: .all)
    selection.outcomes = asked.outcomes
    return selection
  }

  /// Refuses files that are about different countries or times.
  private func checkTogether(_ studies: [Study]) throws(CommandFailure) {
    let first = studies[0]
    for (study, argument) in zip(studies, request.run.inputs).dropFirst() {
      let files = "'\(request.run.inputs[0])' and '\(argument)'"
      if (study.home, study.partner) != (first.home, first.partner) {
        throw .contradiction(
          "\(files) are about different countries: \(first.home) and \(first.partner), \(study.home) and \(study.partner); compare "
            + "files about the same two", command: "compare")
      }
      if study.periods != first.periods {
        throw .contradiction(
          "\(files) have different periods; state the same [[periods]] in both", command: "compare")
      }
    }
  }

  /// What is asked besides the files, a text each.
  private static func question(_ comparison: RunPipeline.Comparison) -> [String] {
    comparison.choices.map { "\($0.model)/\($0.scenario)" } + ["against \(comparison.reference)"]
      + (comparison.selection.outcomes ?? []).map(\.rawValue).sorted()
      + comparison.directions.map { "\($0.rawValue)=\($1.rawValue)" }.sorted()
      + [comparison.includesParts ? "parts" : "totals"]
      + (comparison.selection.groups?.sorted().map { "group " + $0 } ?? [])
      + (comparison.selection.periods?.sorted().map { "period " + $0 } ?? [])
  }
}

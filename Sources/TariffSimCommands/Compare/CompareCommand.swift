internal import Analysis
internal import CommandLineKit
internal import Files
internal import PartFiles
internal import Reporting
internal import ScenarioFiles
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
      do throws(CommandFailure) {
        loaded.append(try pipeline.load(input.path, request.run.overrides))
      } catch {
        throw request.run.tellsAllProblems ? error.tellingAllProblems : error
      }
    }
    let plan = try request.plan(from: loaded[0])
    try checkTogether(loaded.map(\.study))
    let names = InputFile.distinctNames(of: inputs)
    let choices = try CompareChoices(
      zip(names, loaded).map { ($0, $1.study) }, wanted: request.scenarios, against: request.against)
    let folder = OutputFolder(
      directory: request.run.directory, stem: names.joined(separator: "-and-") + ".comparison", force: request.run.force,
      replaces: request.run.replaces)
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let comparison = RunPipeline.Comparison(
      studies: loaded.map(\.checked), choices: choices.choices, reference: choices.reference, plan: plan,
      selection: try selection(asked, in: loaded.map(\.study)), directions: asked.directions,
      includesParts: request.includesParts || request.run.asked.groups != nil)
    let result = try conducted(plan) { conduct throws(CommandFailure) in try pipeline.compare(comparison, conduct) }
    let descriptions = zip(names, loaded).map {
      RunDescription(study: $1.study, stem: $0, files: $1.digests, overrides: request.run.overrides)
    }
    let identities = loaded.map {
      RunIdentity(
        programVersion: ProgramVersion.text, commit: BuildFacts.commit, files: $0.files, overrides: request.run.overrides,
        plan: plan,
        arithmetic: platform.arithmetic, blasCore: platform.blasCore
      ).digest(ofFiles: $0.digests)
    }
    let facts = ProgramFacts(
      version: ProgramVersion.text, scenarioSchema: platform.scenarioSchema, blasCore: platform.blasCore)
    let record = RunRecord(
      origin: RunOrigin(
        ofDigest: Self.identity(identities, comparison), scenario: request.run.inputs.joined(separator: " "), arguments: arguments
      ),
      threads: request.run.threads, instructionSet: platform.instructionSet, swiftVersion: BuildFacts.swiftVersion,
      openBLASVersion: platform.openBLASVersion, commit: BuildFacts.commit,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    let table = ComparisonRows.text([result])
    let summary = ComparisonDocument.document(result, of: descriptions, facts: facts)
    let unsolved = result.unsolved.map { [OutputFolder.File(name: "unsolved.csv", text: RunTables.unsolved($0))] } ?? []
    do throws(OutputFolder.Failure) {
      console.tell(
        try claim.install(
          [
            OutputFolder.File(name: "comparisons.csv", text: table),
            OutputFolder.File(name: "summary.json", text: summary.text),
            OutputFolder.File(
              name: "run.json",
              text: RunDocument.document(record, facts: facts, unsolvedDraws: result.unsolved?.count ?? 0).text),
          ] + unsolved, identity: record.origin.identity, whenInPlace: { ProgramEnd.hasResult(at: folder.path) }))
    } catch {
      throw .outputFolder(error)
    }
    guard !request.run.isQuiet else { return .success }
    switch request.run.format {
    case .text:
      try console.print(
        ComparisonReport(
          result: result, title: descriptions.map(\.title).uniqued.joined(separator: " and "), style: console.style,
          folder: claim.folder.path, showsAll: comparison.includesParts || request.run.asked.periods != nil
        ).text)
    case .json: try console.print(summary.text)
    case .csv: try console.print(table)
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

  /// What tells this comparison from others: every file's run and what is asked.
  private static func identity(_ runs: [String], _ comparison: RunPipeline.Comparison) -> String {
    let question =
      comparison.choices.map { "\($0.model)/\($0.scenario)" } + ["against \(comparison.reference)"]
      + (comparison.selection.outcomes ?? []).map(\.rawValue).sorted()
      + comparison.directions.map { "\($0.rawValue)=\($1.rawValue)" }.sorted()
      + [comparison.includesParts ? "parts" : "totals"]
      + (comparison.selection.groups?.sorted().map { "group " + $0 } ?? [])
      + (comparison.selection.periods?.sorted().map { "period " + $0 } ?? [])
    let text = (runs + question).joined(separator: "\n")
    return FileDigest(name: "", of: Array(text.utf8)).sha256
  }

  private func conducted(
    _ plan: Plan, work: (RunPipeline.Conduct) throws(CommandFailure) -> ComparisonResult
  ) throws(CommandFailure) -> ComparisonResult {
    let bar = ProgressBar(
      total: plan.draws, unit: "draws", channel: console.errors, width: console.terminal.width,
      isDumb: console.terminal.isDumb, isEnabled: console.terminal.errorIsTerminal && !request.run.isQuiet)
    defer { bar.clear() }
    let result = try work(
      RunPipeline.Conduct(
        threads: request.run.threads, announce: { bar.expect(total: $0) }, progress: { bar.update(done: $0) },
        isCancelled: isInterrupted, memoryLimit: request.run.memoryLimit))
    if isInterrupted() { throw .interrupted }
    return result
  }
}

internal import Analysis
internal import CommandLineKit
internal import Ledger
internal import Reporting
internal import ScenarioFiles
internal import TariffModel

/// `tariffsim backtest`: how well forecasts told what was counted.
struct BacktestCommand {
  var request: BacktestRequest
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  private static let name = "backtest"

  func run() throws(CommandFailure) -> ExitCode {
    let start = ContinuousClock.now
    guard let observedPath = request.observed else {
      throw .contradiction("say what was counted, as in --observed observed.csv", command: Self.name)
    }
    let platform = try pipeline.platform()
    let input = try InputFile(request.run.inputs[0])
    let loaded = try request.run.loaded { () throws(CommandFailure) in
      try pipeline.load(input.path, request.run.overrides)
    }
    let study = loaded.checked.study
    let scenario = try scenario(of: study)
    let plan = request.plan(from: loaded)
    let observed = try table(observedPath, for: study)
    var history: ObservedTable?
    if let path = request.history { history = try table(path, for: study) }
    let records = try records(observed, history, study)
    let folder = request.run.folder(input.stem + ".backtest")
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let backtest = RunPipeline.Backtest(study: loaded.checked, scenario: scenario, records: records, plan: plan)
    let result = try request.run.conducting(draws: plan.draws, on: console, isInterrupted: isInterrupted) {
      conduct throws(CommandFailure) in try pipeline.backtest(backtest, conduct)
    }
    let tables = [observed, history].compactMap { $0?.file.digest }.map {
      RunDescription.FileDigest(name: $0.name, sha256: $0.sha256)
    }
    let description = RunDescription(study: study, stem: input.stem, files: loaded.digests, overrides: request.run.overrides)
    let digest = platform.digest(
      of: [loaded], overrides: request.run.overrides, plan: plan,
      asking: [Self.name, scenario] + tables.map { "\($0.name) \($0.sha256)" })
    let record = platform.record(
      RunOrigin(ofDigest: digest, scenario: input.argument, arguments: arguments), threads: request.run.threads,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    let notes = (study.notes + observed.notes + (history?.notes ?? [])).uniqued
    let unscored =
      result.unscored.isEmpty
      ? [] : [OutputFolder.File(name: "unscored.csv", text: BacktestRows.unscored(result))]
    let answer = AnswerFiles(
      table: OutputFolder.File(name: "scores.csv", text: BacktestRows.scores(result.summaries)),
      summary: BacktestDocument.document(
        result, BacktestDocument.Subject(scenario: scenario, plan: plan, tables: tables, notes: notes), of: description,
        facts: platform.facts),
      others: [OutputFolder.File(name: "actuals.csv", text: BacktestRows.actuals(result))] + unscored,
      extras: request.run.extras, seed: plan.seed, record: record, facts: platform.facts)
    try answer.install(in: &claim, console: console)
    if request.run.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "backtest", stem: claim.folder.stem, title: description.title, place: claim.folder.path, record: record,
          version: platform.facts.version, plan: plan, arguments: arguments, files: loaded.files,
          overrides: request.run.overrides, assumptions: nil, figures: []), in: request.run.directory, console: console)
    }
    let place = claim.folder.path
    try answer.print(request.run, on: console) {
      BacktestReport(
        result: result, title: description.title, scenario: scenario, notes: notes, style: console.style, folder: place
      ).text
    }
    return .success
  }

  /// The scenario whose forecasts are scored.
  private func scenario(of study: Study) throws(CommandFailure) -> String {
    let known = study.scenarios.map(\.name)
    guard let name = request.scenario else {
      guard known.count == 1 else {
        throw .contradiction(
          "the file has \(known.count) scenarios, and one of them is what happened: say --scenario \(known.first ?? "")",
          command: Self.name)
      }
      return known[0]
    }
    guard known.contains(name) else {
      throw .contradiction("no scenario '\(name)'" + AskedSelection.wayOut(name, among: known), command: Self.name)
    }
    return name
  }

  private func table(_ path: String, for study: Study) throws(CommandFailure) -> ObservedTable {
    do throws(LoadFailure) {
      return try ObservedTable(at: path, origins: study.tradingOrigins)
    } catch {
      let lines = ProblemList(error, in: "")
      let isUnreadable = error.problems.allSatisfy { problem in
        if case .cannotRead = problem.rule { true } else { false }
      }
      let failure: CommandFailure =
        isUnreadable ? .unreadableInput(path: path, problems: lines) : .badInput(path: path, problems: lines)
      throw request.run.tellsAllProblems ? failure.tellingAllProblems : failure
    }
  }

  private func records(
    _ observed: ObservedTable, _ history: ObservedTable?, _ study: Study
  ) throws(CommandFailure) -> BacktestRecords {
    do throws(BacktestRecords.Failure) {
      return try BacktestRecords(observed.records, history: history?.records ?? [], study: study)
    } catch {
      let words =
        switch error {
        case .noForecast:
          "the file makes no forecasts, only effects: state [forecast] with growth and noise, as the article Forecasts says"
        case .noBaseYear: "the file has no baseYear: state the year of its base values"
        case .overlap(let first, let second):
          "\(second) counts goods that \(first) has on the same days: leave out one of the two"
        case .nothingToScore(let unscored):
          "nothing in \(observed.file.name) can be scored"
            + (unscored.first.map { ": \($0.place): \($0.origin) \($0.goods.text): \($0.reason.text)" }
              ?? ": it has no rows after the base year")
        }
      throw .contradiction(words, command: Self.name)
    }
  }
}

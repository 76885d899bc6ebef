internal import Analysis
internal import CommandLineKit
internal import Files
internal import PartFiles
internal import Reporting
internal import ScenarioFiles
internal import TariffModel

/// `tariffsim solve`: how large a number must be for a goal to hold.
struct SolveCommand {
  var request: SolveRequest
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  func run() throws(CommandFailure) -> ExitCode {
    let start = ContinuousClock.now
    guard let vary = request.vary else {
      throw .contradiction("say what is varied, as in --vary 'commitments/crude/amount=0..5000'", command: "solve")
    }
    guard let goalText = request.goal else {
      throw .contradiction("say what is to hold, as in --until 'P(balance < 2000) >= 0.9'", command: "solve")
    }
    let varied = try VariedPath(vary)
    let platform = try pipeline.platform()
    let input = try InputFile(request.run.inputs[0])
    let loaded: RunPipeline.Loaded
    do throws(CommandFailure) {
      loaded = try pipeline.load(input.path, request.run.overrides)
    } catch {
      throw request.run.tellsAllProblems ? error.tellingAllProblems : error
    }
    let study = loaded.checked.study
    let goal = try goal(goalText, in: study)
    var plan = try request.run.plan(from: loaded, command: "solve")
    try request.run.checkIndependence(of: plan, for: "solve", command: "solve")
    (plan.thresholds, plan.conditions, plan.selection) = ([], [], .all)
    let period = try period(of: goal, in: study)
    let folder = OutputFolder(
      directory: request.run.directory, stem: input.stem + ".goal", force: request.run.force, replaces: request.run.replaces)
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let path = NumberPath(varied.path)
    var answer = GoalAnswer(path: varied.path, present: study.presentNumber(at: path), plan: plan, entries: [])
    let scenarios = try scenarios(of: goal, in: study)
    for scenario in scenarios {
      let solving = RunPipeline.Solving(
        study: loaded.checked, path: path, range: varied.range, goal: goal, scenario: scenario, period: period, plan: plan)
      let found = try conducted(plan) { conduct throws(CommandFailure) in try pipeline.solve(solving, conduct) }
      answer.entries.append(.init(scenario: scenario, period: period, range: found.range, result: found.result))
    }
    let description = RunDescription(study: study, stem: input.stem, files: loaded.digests, overrides: request.run.overrides)
    let identity = RunIdentity(
      programVersion: ProgramVersion.text, commit: BuildFacts.commit, files: loaded.files, overrides: request.run.overrides,
      plan: plan,
      arithmetic: platform.arithmetic, blasCore: platform.blasCore
    ).digest(ofFiles: loaded.digests)
    let question = ([identity, vary, goal.text] + scenarios.map { $0 ?? "" }).joined(separator: "\n")
    let facts = ProgramFacts(version: ProgramVersion.text, scenarioSchema: platform.scenarioSchema, blasCore: platform.blasCore)
    let record = RunRecord(
      origin: RunOrigin(
        ofDigest: FileDigest(name: "", of: Array(question.utf8)).sha256, scenario: input.argument, arguments: arguments),
      threads: request.run.threads, instructionSet: platform.instructionSet, swiftVersion: BuildFacts.swiftVersion,
      openBLASVersion: platform.openBLASVersion, commit: BuildFacts.commit,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    let table = GoalRows.solutions(answer)
    let summary = GoalDocument.document(answer, of: description, facts: facts)
    do throws(OutputFolder.Failure) {
      console.tell(
        try claim.install(
          [
            OutputFolder.File(name: "solutions.csv", text: table),
            OutputFolder.File(name: "evaluations.csv", text: GoalRows.evaluations(answer)),
            OutputFolder.File(name: "summary.json", text: summary.text),
            OutputFolder.File(name: "run.json", text: RunDocument.document(record, facts: facts).text),
          ], identity: record.origin.identity, whenInPlace: { ProgramEnd.hasResult(at: folder.path) }))
    } catch {
      throw .outputFolder(error)
    }
    if !request.run.isQuiet {
      switch request.run.format {
      case .text:
        try console.print(
          GoalReport(answer, title: description.title, style: console.style, folder: claim.folder.path).text)
      case .json: try console.print(summary.text)
      case .csv: try console.print(table)
      }
    }
    return request.isStrict && !answer.isSolved ? .unanswered : .success
  }

  private func goal(_ text: String, in study: Study) throws(CommandFailure) -> Goal {
    do throws(ConditionError) {
      let goal = try Goal(parsing: text)
      for term in goal.terms {
        if let lack = term.lack(in: study) { throw ConditionError(text: text, offset: term.offset(in: text), words: lack) }
      }
      return goal
    } catch {
      throw .contradiction("--until \(error.message)", command: "solve")
    }
  }

  /// The scenarios that are asked about; a single nothing where the goal names its own.
  private func scenarios(of goal: Goal, in study: Study) throws(CommandFailure) -> [String?] {
    let known = study.scenarios.map(\.name)
    for name in request.scenarios where !known.contains(name) {
      throw .contradiction("no scenario '\(name)'" + AskedSelection.wayOut(name, among: known), command: "solve")
    }
    if goal.terms.allSatisfy({ $0.scenario != nil }) {
      guard request.scenarios.isEmpty else {
        throw .contradiction("the goal names its scenarios: leave --scenario out", command: "solve")
      }
      return [nil]
    }
    return request.scenarios.isEmpty ? known : request.scenarios.uniqued
  }

  /// The period of terms that name none: the sum over all, or the only one.
  private func period(of goal: Goal, in study: Study) throws(CommandFailure) -> String? {
    if goal.terms.allSatisfy({ $0.period != nil }) { return nil }
    let periods = study.reportedPeriods
    if periods.contains(OutcomeKey.allPeriods) { return OutcomeKey.allPeriods }
    guard periods.count == 1 else {
      throw .contradiction(
        "the study has \(periods.count) periods and no sum over them: name one in the goal, as in balance@\(periods.first ?? "")",
        command: "solve")
    }
    return periods[0]
  }

  private func conducted<Value>(
    _ plan: Plan, work: (RunPipeline.Conduct) throws(CommandFailure) -> Value
  ) throws(CommandFailure) -> Value {
    let bar = ProgressBar(
      total: RunPipeline.expectedValues * plan.draws, unit: "draws", channel: console.errors, width: console.terminal.width,
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

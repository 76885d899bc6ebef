internal import Analysis
internal import CommandLineKit
internal import Ledger
internal import Reporting
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
    let loaded = try request.run.loaded { () throws(CommandFailure) in
      try pipeline.load(input.path, request.run.overrides)
    }
    let study = loaded.checked.study
    let goal = try goal(goalText, in: study)
    var plan = try request.run.plan(from: loaded, command: "solve", isIndependent: true)
    (plan.thresholds, plan.conditions, plan.selection) = ([], [], .all)
    let period = try period(of: goal, in: study)
    let folder = request.run.folder(input.stem + ".goal")
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let path = NumberPath(varied.path)
    var answer = GoalAnswer(
      path: varied.path, present: study.presentNumber(at: path), plan: plan, entries: [],
      notes: try pipeline.notes(loaded.checked, plan))
    let scenarios = try scenarios(of: goal, in: study)
    for scenario in scenarios {
      let solving = RunPipeline.Solving(
        study: loaded.checked, path: path, range: varied.range, goal: goal, scenario: scenario, period: period, plan: plan)
      let found = try request.run.conducting(
        draws: RunPipeline.expectedValues * plan.draws, on: console, isInterrupted: isInterrupted
      ) { conduct throws(CommandFailure) in try pipeline.solve(solving, conduct) }
      answer.entries.append(.init(scenario: scenario, period: period, range: found.range, result: found.result))
    }
    let description = RunDescription(study: study, stem: input.stem, files: loaded.digests, overrides: request.run.overrides)
    let digest = platform.digest(
      of: [loaded], overrides: request.run.overrides, plan: plan, asking: [vary, goal.text] + scenarios.map { $0 ?? "" })
    let record = platform.record(
      RunOrigin(ofDigest: digest, scenario: input.argument, arguments: arguments), threads: request.run.threads,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    let files = AnswerFiles(
      table: OutputFolder.File(name: "solutions.csv", text: GoalRows.solutions(answer)),
      summary: GoalDocument.document(answer, of: description, facts: platform.facts),
      others: [OutputFolder.File(name: "evaluations.csv", text: GoalRows.evaluations(answer))],
      extras: request.run.extras, seed: plan.seed, record: record, facts: platform.facts)
    try files.install(in: &claim, console: console)
    if request.run.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "solve", stem: claim.folder.stem, title: description.title, place: claim.folder.path, record: record,
          version: platform.facts.version, plan: plan, arguments: arguments, files: loaded.files,
          overrides: request.run.overrides, assumptions: nil, figures: answer.figures), in: request.run.directory,
        console: console)
    }
    let place = claim.folder.path
    try files.print(request.run, on: console) {
      GoalReport(answer, title: description.title, style: console.style, folder: place).text
    }
    return request.isStrict && !answer.isSolved ? .unanswered : .success
  }

  private func goal(_ text: String, in study: Study) throws(CommandFailure) -> Goal {
    do throws(ConditionError) {
      let goal = try Goal(parsing: text)
      for term in goal.terms {
        if let error = term.lack(in: study, of: text) { throw error }
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
}

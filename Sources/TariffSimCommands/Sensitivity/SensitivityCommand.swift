internal import Analysis
internal import CommandLineKit
internal import Ledger
internal import Reporting
internal import TariffModel

/// `tariffsim sensitivity`: what drives the spread of an outcome, or of its difference between two scenarios.
struct SensitivityCommand {
  var request: SensitivityRequest
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  func run() throws(CommandFailure) -> ExitCode {
    let start = ContinuousClock.now
    let platform = try pipeline.platform()
    let input = try InputFile(request.run.inputs[0])
    let loaded = try request.run.loaded { () throws(CommandFailure) in
      try pipeline.load(input.path, request.run.overrides)
    }
    let asked = try asked(of: loaded)
    let folder = request.run.folder(input.stem + ".sensitivity")
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let result = try request.run.conducting(draws: asked.plan.draws, on: console, isInterrupted: isInterrupted) {
      conduct throws(CommandFailure) in try pipeline.sensitivity(asked, conduct)
    }
    let description = RunDescription(
      study: loaded.study, stem: input.stem, files: loaded.digests, overrides: request.run.overrides)
    let digest = platform.digest(
      of: [loaded], overrides: request.run.overrides, plan: asked.plan, asking: Self.question(asked))
    let record = platform.record(
      RunOrigin(ofDigest: digest, scenario: input.argument, arguments: arguments), threads: request.run.threads,
      wallSeconds: (ContinuousClock.now - start) / .seconds(1))
    let files = AnswerFiles(
      table: OutputFolder.File(name: "sensitivity.csv", text: SensitivityRows.text(result)),
      summary: SensitivityDocument.document(result, of: description, facts: platform.facts),
      extras: request.run.extras, seed: asked.plan.seed, record: record,
      facts: platform.facts, unsolvedDraws: result.outcomes.map(\.unusableDraws).max() ?? 0)
    try files.install(in: &claim, console: console)
    if request.run.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "sensitivity", stem: claim.folder.stem, title: description.title, place: claim.folder.path, record: record,
          version: platform.facts.version, plan: asked.plan, arguments: arguments, files: loaded.files,
          overrides: request.run.overrides, assumptions: nil, figures: []), in: request.run.directory, console: console)
    }
    let place = claim.folder.path
    try files.print(request.run, on: console) {
      SensitivityReport(result: result, title: description.title, style: console.style, folder: place).text
    }
    return .success
  }

  private func asked(of loaded: RunPipeline.Loaded) throws(CommandFailure) -> RunPipeline.Sensitivity {
    let study = loaded.study
    let known = study.scenarios.map(\.name)
    for name in request.scenarios + [request.against].compactMap(\.self) where !known.contains(name) {
      throw .contradiction("no scenario '\(name)'" + AskedSelection.wayOut(name, among: known), command: "sensitivity")
    }
    if let against = request.against, request.scenarios.contains(against) {
      throw .contradiction(
        "--against \(against) would be compared with itself: leave it out, or name another --scenario", command: "sensitivity")
    }
    let scenarios = (request.scenarios.isEmpty ? known.filter { $0 != request.against } : request.scenarios).uniqued
    guard !scenarios.isEmpty else {
      throw .contradiction(
        "there is only one scenario, '\(known.first ?? "")': leave out --against", command: "sensitivity")
    }
    if request.method == .plain, !request.inputs.isEmpty || request.grouping == .kind {
      throw .contradiction(
        "--method plain looks at single numbers: leave out \(request.inputs.isEmpty ? "--by kind" : "--input"), or say --method sobol",
        command: "sensitivity")
    }
    var selection = try request.run.asked.selection(in: study, default: .all)
    selection.scenarios = Set(scenarios + [request.against].compactMap(\.self))
    if request.run.asked.groups == nil { selection.groups = [OutcomeSlice.totalName] }
    if request.run.asked.periods == nil, study.reportedPeriods.contains(OutcomeKey.allPeriods) {
      selection.periods = [OutcomeKey.allPeriods]
    }
    selection.outcomes = try outcomes(in: study)
    return RunPipeline.Sensitivity(
      study: loaded.checked, plan: try request.plan(from: loaded), selection: selection, scenarios: scenarios,
      against: request.against, named: request.named, grouping: request.grouping, method: request.method)
  }

  /// The outcomes that are asked about.
  private func outcomes(in study: Study) throws(CommandFailure) -> Set<Outcome> {
    if let names = request.outcomes {
      var chosen: Set<Outcome> = []
      for name in names { chosen.insert(try AskedSelection.outcome(name, option: "--outcome", command: "sensitivity")) }
      return chosen
    }
    return study.exports.isEmpty && study.imports.isEmpty && study.world != nil ? [.welfareChange] : [.balance]
  }

  /// What is asked besides the file, a text each.
  private static func question(_ asked: RunPipeline.Sensitivity) -> [String] {
    asked.scenarios.map { "scenario " + $0 } + [asked.against.map { "against " + $0 } ?? "levels"]
      + (asked.selection.outcomes ?? []).map(\.rawValue).sorted()
      + (asked.selection.groups ?? []).sorted().map { "group " + $0 }
      + (asked.selection.periods ?? []).sorted().map { "period " + $0 }
      + asked.named.map { "input \($0.name)=" + $0.patterns.map(\.description).joined(separator: ",") }
      + ["by \(asked.grouping.rawValue)", asked.method.rawValue]
  }
}

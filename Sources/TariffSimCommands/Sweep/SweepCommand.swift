internal import Analysis
internal import CommandLineKit
internal import Ledger
internal import Reporting
internal import ScenarioFiles
internal import Simulation
internal import TariffModel

/// `tariffsim sweep`: one table of what comes out for each of many values.
struct SweepCommand {
  var request: SweepRequest
  /// The command line after the program's name.
  var arguments: [String]
  var pipeline: RunPipeline
  var console: Console
  /// Whether the user asked to stop.
  var isInterrupted: @Sendable () -> Bool

  func run() throws(CommandFailure) -> ExitCode {
    let shard = try request.chosenShard()
    let named = try CompareOutcomes(request.outcomes, directions: [], command: "sweep").outcomes
    let platform = try pipeline.platform()
    var inputs: [InputFile] = []
    for argument in request.run.inputs { inputs.append(try InputFile(argument)) }
    let names = InputFile.distinctNames(of: inputs)
    // The first file says what the command line does not: the others vary the same.
    var files = [try load(inputs[0], varying: request.variations)]
    let defaults = files[0].sweep
    let groups = request.variations.isEmpty ? defaults.axes : request.groups
    try checkOverrides(besides: defaults.axes)
    let axes = try SweepAxes(files: names, groups: groups)
    for input in inputs.dropFirst() { files.append(try load(input, varying: groups.flatMap { $0 })) }
    let outcomes = request.outcomes == nil ? defaults.outcomes.map { Set($0) } ?? named : named
    let scenarios = request.scenarios ?? defaults.scenarios
    let plan = try request.plan(from: files[0])
    try check(scenarios, in: files)
    let work = SweepWork(
      files: files, axes: axes, plan: plan, scenarios: scenarios, outcomes: outcomes,
      includesParts: request.includesParts, reference: try axes.references(request.against), kernels: try RunPipeline.kernels(),
      threads: 1, isCancelled: isInterrupted)
    let count = try countAllowed(axes.design, work)
    if request.run.isDryRun {
      try console.print(try SweepForecast(of: count, work, jobs: jobs(count)).text(plan) + "\n")
      return .success
    }
    let stem = names.joined(separator: "-and-") + ".sweep"
    let identity = platform.digest(
      of: work.files, overrides: request.run.overrides, plan: plan, asking: question(work))
    let parts = SweepParts(stem: stem, identity: platform.digest(ofPartsOf: identity), variantCount: count)
    if let shard { return try run(shard, of: parts, work) }
    let folder = request.run.folder(stem)
    var claim = try folder.claimed()
    console.tell(claim.notices)
    let checkpoint =
      if let directory = request.join {
        try SweepCheckpoint(joined: parts.joined(in: directory))
      } else {
        try SweepCheckpoint(path: request.run.checkpoint, identity: identity, variantCount: count)
      }
    let all = try endings(of: 0..<count, work, checkpoint)
    let endings = (0..<count).compactMap { all[$0] }
    let result = SweepResult(design: axes.design, plan: plan, endings: endings, against: request.against)
    let descriptions = zip(names, files).map {
      RunDescription(study: $1.study, stem: $0, files: $1.digests, overrides: request.run.overrides)
    }
    var notes: [ModelNote] = []
    for file in files { notes += try pipeline.notes(file.checked, plan) }
    notes = (notes + work.notes).uniqued
    let record = platform.record(
      RunOrigin(ofDigest: identity, scenario: request.run.inputs.joined(separator: " "), arguments: arguments),
      threads: request.run.threads, wallSeconds: checkpoint.wallSeconds)
    let answer = AnswerFiles(
      table: OutputFolder.File(name: "sweep.csv", text: SweepTable.text(result)),
      summary: SweepDocument.document(result, of: descriptions, notes: notes, facts: platform.facts),
      others: result.failures.isEmpty ? [] : [OutputFolder.File(name: "failures.csv", text: SweepTable.failures(result))],
      extras: request.run.extras, seed: plan.seed, record: record, facts: platform.facts)
    try answer.install(in: &claim, console: console)
    if request.run.isRemembered {
      pipeline.memory.keep(
        LedgerEntry(
          question: "sweep", stem: claim.folder.stem, title: descriptions.map(\.title).uniqued.joined(separator: " and "),
          place: claim.folder.path, record: record,
          version: platform.facts.version, plan: plan, arguments: arguments, files: files.flatMap(\.files),
          overrides: request.run.overrides, assumptions: nil, figures: []), in: request.run.directory, console: console)
    }
    try checkpoint.remove()
    let path = claim.folder.path
    try answer.print(request.run, on: console) {
      let title = descriptions.map(\.title).uniqued.joined(separator: " and ")
      return SweepReport(result: result, title: title, notes: notes, style: console.style, folder: path).text
    }
    guard let first = result.failures.first else { return .success }
    console.tell(
      "\(ProgramSyntax.tariffSim.name): \(NumberText.count(result.failures.count)) of \(NumberText.count(count)) variants failed, "
        + "the first because of \(first.reason)\n")
    return .badInput
  }

  private func load(_ input: InputFile, varying variations: [Variation]) throws(CommandFailure) -> RunPipeline.Loaded {
    try request.run.loaded { () throws(CommandFailure) in
      try RunPipeline.load(input.path, request.run.overrides, varying: variations)
    }
  }

  /// What the file's own section varies is not replaced besides.
  private func checkOverrides(besides axes: [[Variation]]) throws(CommandFailure) {
    for variation in axes.joined() {
      let pattern = NumberPath(variation.path).pattern
      guard let other = request.run.overrides.first(where: { pattern.matches(NumberPath($0.path).pattern.description) }) else {
        continue
      }
      throw .contradiction(
        "--set \(other.path) replaces what [sweep] varies by \(variation.path): leave it out, or say with --vary what is varied",
        command: "sweep")
    }
  }

  /// Every scenario that is asked for stands in some file.
  private func check(_ scenarios: [String]?, in files: [RunPipeline.Loaded]) throws(CommandFailure) {
    let known = files.flatMap { $0.study.scenarios.map(\.name) }.uniqued
    for name in scenarios ?? [] where !known.contains(name) {
      throw .contradiction("no scenario '\(name)'" + AskedSelection.wayOut(name, among: known), command: "sweep")
    }
  }

  private func jobs(_ count: Int) -> Int { max(1, min(request.jobs ?? request.run.threads, count)) }

  /// The number of variants, refused with what they would take where they are more than were allowed.
  private func countAllowed(_ design: SweepDesign, _ work: SweepWork) throws(CommandFailure) -> Int {
    guard let count = design.count, count <= Int(Int32.max) else {
      throw .contradiction(
        "there are more variants than can be computed, the product of \(design.axes.map { "\($0.count)" }.joined(separator: " × ")); "
          + "take larger steps", command: "sweep")
    }
    guard count > request.mostVariants else { return count }
    let forecast = try SweepForecast(of: count, work, jobs: jobs(count))
    throw .contradiction(
      "\(forecast.text(work.plan)); more than \(NumberText.count(request.mostVariants)) are computed only when they are asked for: "
        + "take larger steps, or say --most \(count)", command: "sweep")
  }

  /// What is asked besides the files, a text each.
  private func question(_ work: SweepWork) -> [String] {
    work.axes.design.axes.flatMap { axis in
      ["axis"] + axis.coordinates.flatMap { [$0.name, "\($0.values.count)"] + $0.values }
    } + [work.includesParts ? "parts" : "totals"] + request.against.map { "against \($0.name)=\($0.value)" }
      + work.outcomes.map(\.rawValue).sorted() + (work.scenarios ?? ["all scenarios"])
  }

  /// Computes those of some variants that are not done, several at a time; returns all that are done then.
  func endings(
    of share: Range<Int>, _ work: SweepWork, _ checkpoint: SweepCheckpoint
  ) throws(CommandFailure) -> [Int: VariantEnding] {
    let done = checkpoint.endings
    let rest = share.filter { done[$0] == nil }
    let jobs = jobs(rest.count)
    var work = work
    work.threads = max(1, request.run.threads / jobs)
    try RunPipeline.takeBuffers(threads: jobs * work.threads)
    if let first = rest.first { try checkMemory(first, work, jobs: jobs) }
    let bar = request.run.progressBar(total: share.count, doneBefore: share.count - rest.count, unit: "variants", on: console)
    defer { bar.clear() }
    let computing = work
    checkpoint.begin()
    let failures = concurrentMap(rest.indices, threads: jobs) { index -> CommandFailure? in
      guard !computing.isCancelled() else { return .interrupted }
      do throws(CommandFailure) {
        let ending = try computing.ending(of: rest[index])
        bar.update(done: checkpoint.take(ending, of: rest[index]))
        return nil
      } catch {
        return error
      }
    }
    let path = try checkpoint.keepAll()
    if let failure = failures.lazy.compactMap({ $0 }).first {
      guard failure == .interrupted, let path else { throw failure }
      throw .interruptedAndKept(path: path)
    }
    return checkpoint.endings
  }

  private func checkMemory(_ variant: Int, _ work: SweepWork, jobs: Int) throws(CommandFailure) {
    let threads = jobs * work.threads
    try RunPipeline.checkMemory(
      work.files[work.axes.file(of: variant)].checked, work.plan, threads: threads,
      limit: MemoryLimit(given: request.run.memoryLimit, threads: threads))
  }
}

internal import Analysis
internal import PartFiles
internal import Simulation
internal import TariffModel
internal import VectorMath

extension RunPipeline {
  /// Computes a run in one piece.
  static func simulate(_ study: CheckedStudy, _ plan: Plan, _ conduct: Conduct) throws(CommandFailure) -> SimulationResult {
    try checkMemory(
      study, plan, threads: conduct.threads, limit: MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads))
    let question = try question(study, plan, kernels: try kernels())
    let tally = try work(question.experiment, .whole, conduct)
    do throws(SimulationError) {
      return try question.result(
        of: tally, threads: conduct.threads, announce: conduct.announce, progress: conduct.progress,
        isCancelled: conduct.isCancelled)
    } catch {
      throw failure(error)
    }
  }

  /// The question of a run; one that asks for nothing the study has is refused.
  private static func question(
    _ study: CheckedStudy, _ plan: Plan, kernels: KernelChoice
  ) throws(CommandFailure) -> DistributionQuestion {
    let question = DistributionQuestion(try compiled(study, plan), plan: plan, kernels: kernels)
    if let idle = question.idleConditions.first {
      throw .contradiction(
        "no scenario and period of the study has all outcomes of '\(idle.text)': statistics.csv of a run lists what each has",
        command: "run")
    }
    guard question.reportsAnything else {
      throw .contradiction(
        "the study has none of the outcomes, groups and periods together that are asked for: name others with --outcomes, --groups "
          + "and --periods", command: "run")
    }
    return question
  }

  /// Computes a shard of a run.
  static func simulateShard(
    _ study: CheckedStudy, _ plan: Plan, _ shard: Shard, _ conduct: Conduct
  ) throws(CommandFailure) -> Tally.Encoded {
    try checkMemory(
      study, plan, threads: conduct.threads, limit: MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads))
    let question = try question(study, plan, kernels: try kernels())
    return try work(question.experiment, shard, conduct).encoded
  }

  /// Does all blocks of a shard.
  ///
  /// Where what is done is to be kept, it is done in rounds; a run that is asked to stop keeps it too.
  static func work(_ experiment: Experiment, _ shard: Shard, _ conduct: Conduct) throws(CommandFailure) -> Tally {
    try takeBuffers(threads: min(conduct.threads, shard.blocks(of: experiment.extent.blockCount).count))
    var run = ExperimentInProgress(experiment, shard: shard, threads: conduct.threads)
    if let keeping = conduct.keeping, let earlier = keeping.earlier {
      do {
        try run.resume(from: earlier)
      } catch {
        switch error {
        case .damaged(let damage): throw .part(.unreadable(path: keeping.path, .damaged(damage)))
        case .otherDraws: throw .part(.checkpointOfOtherDraws(path: keeping.path))
        }
      }
    }
    var interval = shortestInterval
    if let keeping = conduct.keeping {
      ProgramEnd.awaitsCheckpoint(at: keeping.path, holdsWork: keeping.earlier != nil)
    }
    repeat {
      run.advance(
        threads: conduct.threads, until: conduct.keeping == nil ? nil : .now + interval, progress: conduct.progress,
        isCancelled: conduct.isCancelled)
      if let keeping = conduct.keeping {
        let start = ContinuousClock.now
        try keeping.keep(run.tally.encoded)
        interval = max(shortestInterval, (ContinuousClock.now - start) * keepingShare)
      }
      if !run.isFinished, conduct.isCancelled() { throw .interrupted }
    } while !run.isFinished
    ProgramEnd.hasKeptAll()
    return run.tally
  }

  /// Work between two keepings: at least a second, and so much that keeping takes one part in 250 of the time.
  private static let shortestInterval = Duration.seconds(1)
  private static let keepingShare = 250

  /// Joins the parts of all shards, in order, or of some.
  static func merge(_ study: CheckedStudy, _ plan: Plan, _ parts: [Part]) throws(CommandFailure) -> SimulationResult {
    let question = try question(study, plan, kernels: KernelChoice())
    try takeBuffers(threads: 1)
    do throws(MergeFailure) {
      let partials = parts.map(\.partial)
      let isWhole = partials.reduce(0) { $0 + $1.blocks.count } == plan.blockCount
      return try isWhole ? question.result(ofParts: partials) : question.result(ofSome: partials)
    } catch {
      switch error {
      case .parts(.damaged(let part, let damage)): throw .part(.unreadable(path: parts[part].path, .damaged(damage)))
      case .parts(.otherDraws(let part)): throw .part(.otherDraws(parts[0].path, parts[part].path))
      case .parts(.noDraws): throw .part(.noDraws(path: parts[0].path))
      case .parts(.tooFewReplicates(let whole, let count)): throw .part(.tooFewReplicates(whole: whole, count: count))
      case .parts(.unlistedDraws(let part)): throw .part(.unlistedDraws(path: parts[part].path))
      case .simulation(let error): throw failure(error)
      }
    }
  }

  static func failure(_ error: SimulationError) -> CommandFailure {
    switch error {
    case .cancelled: .interrupted
    case .unsolved(let failure): .unsolvedDraws(failure)
    }
  }
}

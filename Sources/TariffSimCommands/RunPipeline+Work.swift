internal import PartFiles
internal import Simulation
internal import TariffModel

extension RunPipeline {
  /// Computes a run in one piece.
  static func simulate(_ study: Study, _ plan: Plan, _ conduct: Conduct) throws(CommandFailure) -> SimulationResult {
    let run = try work(study, plan, .whole, conduct)
    do throws(SimulationError) {
      return try run.result(
        threads: conduct.threads, announce: conduct.announce, progress: conduct.progress, isCancelled: conduct.isCancelled)
    } catch {
      throw failure(error)
    }
  }

  /// Does all blocks of a shard.
  ///
  /// Where what is done is to be kept, it is done in rounds; a run that is asked to stop keeps it too.
  static func work(
    _ study: Study, _ plan: Plan, _ shard: Shard, _ conduct: Conduct
  ) throws(CommandFailure) -> RunInProgress {
    try checkMemory(
      study, plan, threads: conduct.threads, limit: MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads))
    let model = try compiled(study, plan)
    try takeBuffers(threads: min(conduct.threads, shard.blocks(of: plan.blockCount).count))
    var run = RunInProgress(model, plan: plan, shard: shard, threads: conduct.threads, kernels: try kernels())
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
        try keeping.keep(run.partial.encoded)
        interval = max(shortestInterval, (ContinuousClock.now - start) * keepingShare)
      }
      if !run.isFinished, conduct.isCancelled() { throw .interrupted }
    } while !run.isFinished
    ProgramEnd.hasKeptAll()
    return run
  }

  /// Work between two keepings: at least a second, and so much that keeping takes one part in 250 of the time.
  private static let shortestInterval = Duration.seconds(1)
  private static let keepingShare = 250

  /// Joins the parts of all shards, in order.
  static func merge(_ study: Study, _ plan: Plan, _ parts: [Part]) throws(CommandFailure) -> SimulationResult {
    let model = try compiled(study, plan)
    try takeBuffers(threads: 1)
    do throws(MergeFailure) {
      return try Simulation.merge(parts.map(\.partial), model: model, plan: plan)
    } catch {
      switch error {
      case .damaged(let part, let damage): throw .part(.unreadable(path: parts[part].path, .damaged(damage)))
      case .otherDraws(let part): throw .part(.otherDraws(parts[0].path, parts[part].path))
      case .simulation(let error): throw failure(error)
      }
    }
  }

  private static func failure(_ error: SimulationError) -> CommandFailure {
    switch error {
    case .cancelled: .interrupted
    case .unsolved(let failure): .unsolvedDraws(failure)
    }
  }
}

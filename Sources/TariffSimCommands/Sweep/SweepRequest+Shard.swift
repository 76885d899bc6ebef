internal import Simulation

extension SweepRequest {
  /// The share of the variants that is asked for, nothing where all are; options that do not go with one are refused.
  func chosenShard() throws(CommandFailure) -> Shard? {
    let refusals = [
      (run.checkpoint != nil, "--checkpoint", "a shard's part keeps what is done, and parts that are joined are done"),
      (run.isDryRun, "--dry-run", "it tells of the whole sweep"),
    ]
    for (isGiven, option, reason) in refusals where isGiven && (run.shard != nil || join != nil) {
      throw .contradiction("\(reason): leave \(option) out", command: "sweep")
    }
    guard let choice = run.shard else { return nil }
    if join != nil { throw .contradiction("--join takes what all shards computed: leave --shard out", command: "sweep") }
    if run.format != .text {
      throw .contradiction(
        "--format \(run.format.rawValue) prints a result, and a shard is none: use it with --join", command: "sweep")
    }
    do throws(CommandFailure) {
      return try choice.shard()
    } catch {
      guard case .contradiction(let words, _) = error else { throw error }
      throw .contradiction(words, command: "sweep")
    }
  }
}

internal import CommandLineKit
internal import Simulation

/// The share of a run that the options ask for.
enum ShardChoice {
  /// `--shard I/N` or `--shard I:N`.
  case named(Shard)
  /// `--shard auto`, with the number that `--shards` says.
  case fromBatchSystem(count: Int?)
  /// `--shards` without `--shard auto`.
  case countAlone

  /// Nothing where the run is to be computed whole.
  init?(_ parsed: ParsedCommand) {
    let count = parsed.wholeNumber("shards").map(Int.init)
    if parsed.value("shard") == Self.word {
      self = .fromBatchSystem(count: count)
    } else if count != nil {
      self = .countAlone
    } else if let shard = parsed.place("shard").flatMap({ Shard($0.index, of: $0.count) }) {
      self = .named(shard)
    } else {
      return nil
    }
  }

  /// What stands for the index of the batch system.
  static let word = "auto"

  /// The shard.
  func shard() throws(CommandFailure) -> Shard {
    switch self {
    case .named(let shard): return shard
    case .fromBatchSystem(let count?): return try BatchIndex.shard(of: count)
    case .fromBatchSystem(nil):
      throw .contradiction(
        "--shard auto needs --shards N, the number of tasks of the whole array: a batch system that submits one task again counts one",
        command: "run")
    case .countAlone:
      throw .contradiction("--shards goes with --shard auto; with --shard I/N the N says it", command: "run")
    }
  }
}

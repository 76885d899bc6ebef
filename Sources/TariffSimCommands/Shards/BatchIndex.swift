internal import CommandLineKit
internal import Simulation

/// Which task of an array a process is, as batch systems tell it in the environment.
struct BatchIndex {
  /// The variable that holds the index.
  let variable: String
  /// Whose it is.
  let system: String
  /// The index of the first task.
  let first: Int

  /// The variables that are known.
  ///
  /// Slurm's array has the indices that it is submitted with: shards are counted from 1, so it is
  /// submitted as `--array=1-N`.
  static let known = [
    BatchIndex(variable: "TARIFFSIM_SHARD_INDEX", system: "your own", first: 1),
    BatchIndex(variable: "SLURM_ARRAY_TASK_ID", system: "Slurm", first: 1),
    BatchIndex(variable: "AWS_BATCH_JOB_ARRAY_INDEX", system: "AWS Batch", first: 0),
    BatchIndex(variable: "JOB_COMPLETION_INDEX", system: "Kubernetes", first: 0),
    BatchIndex(variable: "BATCH_TASK_INDEX", system: "Google Batch", first: 0),
    BatchIndex(variable: "CLOUD_RUN_TASK_INDEX", system: "Google Cloud Run", first: 0),
    BatchIndex(variable: "OMPI_COMM_WORLD_RANK", system: "Open MPI", first: 0),
  ]

  /// The shard of so many that the environment names.
  ///
  /// How many there are has to be said: where one task of an array is submitted again, its batch system counts one.
  static func shard(
    of count: Int, environment: (String) -> String? = Environment.value
  ) throws(CommandFailure) -> Shard {
    var found: (index: BatchIndex, shard: Shard)?
    for index in known {
      guard let text = environment(index.variable), !text.isEmpty else { continue }
      let shard = try index.shard(text, of: count)
      if let found, found.shard != shard {
        throw refused(
          "\(found.index.variable) says shard \(found.shard.index), and \(index.variable) shard \(shard.index): unset one of them, or say "
            + "--shard I/\(count)")
      }
      found = found ?? (index, shard)
    }
    guard let found else {
      throw refused(
        "--shard auto finds no index: none of \(known.map { "\($0.variable) (\($0.system))" }.joined(separator: ", ")) is set; say --shard "
          + "1/\(count), or set TARIFFSIM_SHARD_INDEX to a number from 1 to \(count)")
    }
    return found.shard
  }

  /// The shard that a value means.
  private func shard(_ text: String, of count: Int) throws(CommandFailure) -> Shard {
    guard let value = ValueRule.wholeNumber(text).flatMap({ Int(exactly: $0) }) else {
      throw Self.refused("\(variable) is '\(text)', and an index is a whole number from \(first) to \(first + count - 1)")
    }
    if value == 0, first == 1 {
      throw Self.refused(
        "\(variable) is 0, and shards are counted from 1"
          + (variable.hasPrefix("SLURM") ? ": submit the array as --array=1-\(count)" : ": set it to a number from 1 to \(count)")
      )
    }
    guard value - first < count, let shard = Shard(value - first + 1, of: count) else {
      throw Self.refused(
        "\(variable) is \(value), and \(count == 1 ? "the only shard is" : "the last of \(count) shards is") \(first + count - 1): give --shards the "
          + "number of tasks of the whole array")
    }
    return shard
  }

  private static func refused(_ words: String) -> CommandFailure { .contradiction(words, command: "run") }
}

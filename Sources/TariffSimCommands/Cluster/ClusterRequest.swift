internal import CommandLineKit

/// What the options of `cluster` ask for.
struct ClusterRequest {
  var system: String
  var input: String
  var shards: Int?
  /// The run, as `run` understands the same options.
  var run: RunRequest
  /// The options of every shard that say what is computed, as they were given.
  var runArguments: [String]
  /// The options of the merge.
  var mergeArguments: [String]
  var threads: Int
  /// Where the files go; nothing where that is left to the name.
  var directory: String?
  /// A partition of Slurm or a queue of AWS Batch.
  var queue: String?
  var image: String?
  /// A claim of Kubernetes or a file system of AWS.
  var volume: String?
  /// Where the scenario stands on the machines.
  var path: String?
  var isQuiet: Bool
  var replaces: Bool

  init(_ parsed: ParsedCommand) {
    system = parsed.operands[0]
    input = parsed.operands[1]
    shards = parsed.wholeNumber("shards").map(Int.init)
    run = RunRequest(parsed)
    runArguments = CommandSyntax.cluster.options.filter { Self.passedOn.contains($0.name) }.flatMap { option in
      (parsed.values[option.name] ?? []).flatMap { $0.isEmpty ? ["--\(option.name)"] : ["--\(option.name)", $0] }
    }
    mergeArguments = ["report", "workbook"].filter(parsed.has).map { "--\($0)" }
    threads = parsed.wholeNumber("threads").map(Int.init) ?? 1
    directory = parsed.value("output")
    queue = parsed.value("queue")
    image = parsed.value("image")
    volume = parsed.value("volume")
    path = parsed.value("path")
    isQuiet = parsed.has("quiet")
    replaces = parsed.has("replace")
  }

  /// The options of `run` that determine a result.
  static let passedOn: Set<String> = [
    "draws", "seed", "design", "replicates", "rotate", "percentiles", "set", "outcomes", "groups", "periods", "threshold",
    "by-line",
  ]
}

internal import TextFormats

/// A run in shards as a batch system is told of it: a plain value, from which every script is made.
struct ClusterJob {
  /// Tells the job from others; the scripts say it, so that the same command is known again.
  var digest: String
  /// The name of the result folder.
  var stem: String
  /// The scenario file, as the machines see it.
  var scenario: String
  /// The folder of parts, checkpoints and results, as the machines see it.
  var place: String
  /// The folder of the scripts, here.
  var folder: String
  /// The program, as the machines see it.
  var program: String
  var shards: Int
  var threads: Int
  /// What a shard takes at most, and what the merge does.
  var shard: Needs
  var merge: Needs
  var runArguments: [String]
  var mergeArguments: [String]
  var queue: String?
  var image: String?
  var volume: String?

  /// What a task is given.
  struct Needs {
    var minutes: Int
    var megabytes: Int
  }

  /// Room for a slower machine, and for one that others use too.
  static let timeFactor = 3.0
  /// Starting, reading and the pilot, which every shard draws; in minutes.
  static let startMinutes = 5.0
  static let memoryFactor = 1.25

  /// What is asked for where an estimate says so many seconds and bytes, in steps of five minutes and 64 MB.
  static func needs(seconds: Double, bytes: Double) -> Needs {
    let minutes = (seconds * timeFactor / 60 + startMinutes) / 5
    let megabytes = bytes * memoryFactor / 0x1p20 / 64
    return Needs(minutes: 5 * whole(minutes), megabytes: 64 * max(whole(megabytes), 4))
  }

  private static func whole(_ number: Double) -> Int { Int(min(number.rounded(.up), 1e9)) }

  var parts: String { place + "/parts" }
  var checkpoints: String { place + "/checkpoints" }
  var results: String { place + "/results" }
  var logs: String { place + "/logs" }

  /// A name that every system takes: lower-case letters, digits and hyphens, and what tells it from others of the same stem.
  var name: String {
    let words = stem.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let short = words.joined(separator: "-").prefix(30).split(separator: "-").joined(separator: "-")
    return (["tariffsim", short, String(digest.prefix(8))]).filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// The command of the shard that an option names.
  func run(shard: [String]) -> [String] {
    ["run", scenario] + runArguments + ["--threads", String(threads)] + shard + ["--output", parts, "--quiet"]
  }

  /// The shard of the task that the batch system has started.
  var ownShard: [String] { ["--shard", "auto", "--shards", String(shards)] }

  var check: [String] { ["merge", "--check", parts, "--name", stem] }
  var missing: [String] { ["merge", "--missing", parts, "--name", stem] }
  var join: [String] { ["merge", parts, "--name", stem, "--output", results] + mergeArguments }

  /// The first line of the script that submits, by which the job is known again.
  var mark: String { "# tariffsim cluster, job \(digest)" }

  /// Words as a shell takes them.
  static func shell(_ words: [String]) -> String { words.map(ShellWord.quoted).joined(separator: " ") }

  /// A name or path of our own as a shell takes it.
  static func shell(_ word: String) -> String { ShellWord.quoted(word) }
}

/// A file that `cluster` writes.
struct ClusterFile {
  var name: String
  var text: String
}

internal import Analysis
internal import ByteCoding
package import PartFiles
internal import Reporting
package import Simulation
internal import TextFormats

/// Why a part or a checkpoint cannot be used.
package enum PartFailure: Error, Hashable, Sendable {
  /// The file is none of ours, damaged, or of another version of the form.
  case unreadable(path: String, PartFileFailure)
  /// Two parts, in the order of the command line, of different runs.
  case differentRuns(String, String, RunIdentity.Difference)
  /// Two parts that are the same shard.
  case sameShard(String, String, Shard)
  /// Two parts whose runs were cut into different numbers of shards.
  case differentCounts(String, Shard, String, Shard)
  /// Shards of which there is no part; the path is that of any part.
  case missing(path: String, indices: [Int], count: Int)
  /// A checkpoint in the place of a part.
  case unfinished(path: String, blocksDone: Int, blocks: Int)
  /// A part of another program than this one.
  case otherProgram(path: String, RunIdentity.Difference)
  /// The first draws of the run came out differently where the two were computed.
  case otherDraws(String, String)
  /// Of a design's replicates fewer than two are whole.
  case tooFewReplicates(whole: Int, count: Int)
  /// No draw of the run is there.
  case noDraws(path: String)
  /// A part lists too few of its unsolved draws to tell whose they are.
  case unlistedDraws(path: String)
  /// The checkpoint of another run.
  case checkpointOfAnother(path: String, RunIdentity.Difference)
  /// The checkpoint of another sweep.
  case checkpointOfAnotherSweep(path: String)
  /// A part of another sweep, or of another program or machine.
  case partOfAnotherSweep(path: String)
  /// Variants of a sweep that are in no part, and the shards that they belong to, where the parts are of one cut.
  case missingVariants(directory: String, missing: Int, count: Int, shards: [Int])
  /// The checkpoint of another shard of the run.
  case checkpointOfShard(path: String, Shard, wanted: Shard)
  /// The first draws of the run came out differently when the checkpoint was written.
  case checkpointOfOtherDraws(path: String)

  /// What is wrong and what to do about it, in one line.
  var words: String {
    switch self {
    case .checkpointOfAnotherSweep(let path):
      "\(path) keeps another sweep, of other files, values or options; name another file, or remove it to begin anew"
    case .partOfAnotherSweep(let path):
      "\(path) is a part of another sweep, of other files, values or options, or of a program or machine that computes differently; "
        + "move it away, or compute it again with --replace"
    case .missingVariants(let directory, let missing, let count, let shards):
      "\(NumberText.count(missing)) of \(NumberText.count(count)) variants are in no part in \(directory)"
        + (shards.isEmpty ? "" : ": shards \(ArrayIndices.text(shards)) are missing or half done")
        + "; give the commands of the shards again"
    case .unreadable(let path, .foreign):
      "\(path) is neither a part nor a checkpoint of this program, and is left alone"
    case .unreadable(let path, .otherForm(let version)):
      "\(path) has the form of version \(version), and this program reads version \(PartFile.formatVersion)"
    case .unreadable(let path, .damaged(let damage)):
      "\(path) is damaged (\(damage.reason)); remove it, and compute it again"
    case .differentRuns(let first, let second, let difference):
      "\(first) and \(second) are parts of different runs: \(Self.comparison(difference))"
    case .sameShard(let first, let second, let shard): "\(first) and \(second) are both \(Self.name(shard))"
    case .differentCounts(let first, let shard, let second, let other):
      "\(first) is \(Self.name(shard)) and \(second) is \(Self.name(other)): they are parts of different cuts"
    case .missing(let path, let indices, let count):
      "\(indices.count == 1 ? "shard" : "shards") \(Self.list(indices)) of \(count) \(indices.count == 1 ? "is" : "are") "
        + "missing; \(path) is one of the others"
    case .unfinished(let path, let blocksDone, let blocks):
      "\(path) is a checkpoint with \(blocksDone) of \(blocks) blocks done; give its run's command again to finish it"
    case .otherProgram(let path, let difference):
      "\(path) is the work of another program: \(Self.comparison(difference, "there", "here"))"
    case .otherDraws(let first, let second):
      "\(first) and \(second) drew the first numbers of the run differently: their machines do not compute alike"
    case .tooFewReplicates(let whole, let count):
      "of the design's \(count) replicates \(whole == 0 ? "none is" : "only \(whole) is") whole, and errors need two: compute more of the "
        + "shards that 'tariffsim merge --missing' names"
    case .noDraws(let path): "no draw of the run is there yet; \(path) is one of its parts"
    case .unlistedDraws(let path):
      "\(path) has more unsolved draws than it lists, some of them in a replicate that is not whole: compute the missing shards, and "
        + "merge all of them"
    case .checkpointOfAnother(let path, let difference):
      "\(path) is the checkpoint of another run: \(Self.comparison(difference, "there", "here")); "
        + "give that run's options, or remove the file to start afresh"
    case .checkpointOfShard(let path, let shard, let wanted):
      "\(path) is the checkpoint of \(Self.name(shard)), not of \(Self.name(wanted)); "
        + "each shard needs a checkpoint of its own"
    case .checkpointOfOtherDraws(let path):
      "\(path) was written where the first numbers of the run are drawn differently; "
        + "go on there, or remove the file to start afresh"
    }
  }

  static func comparison(
    _ difference: RunIdentity.Difference, _ first: String = "in the first", _ second: String = "in the second"
  ) -> String {
    "\(difference.aspect.rawValue) \(difference.first) \(first), \(difference.second) \(second)"
  }

  private static func name(_ shard: Shard) -> String {
    shard == .whole ? "a whole run" : "shard \(shard.index) of \(shard.count)"
  }

  /// `3, 17 and 40–42`; of a great many ranges the first.
  private static func list(_ indices: [Int]) -> String {
    let ranges = ArrayIndices.ranges(indices)
    let shown = 40
    var words = ranges.prefix(shown).map { range in
      switch range.count {
      case 1: ["\(range.lowerBound)"]
      case 2: ["\(range.lowerBound)", "\(range.upperBound)"]
      default: ["\(range.lowerBound)–\(range.upperBound)"]
      }
    }.flatMap(\.self)
    let rest = ranges.dropFirst(shown).map(\.count).reduce(0, +)
    if rest > 0 { words.append("\(rest) more") }
    return words.count == 1 ? words[0] : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }
}

internal import Analysis
internal import Files
internal import PartFiles
internal import Simulation

/// What there is of a run in parts: the shards that are done, and what is wrong with the others.
///
/// It reads every part and joins none. Complexity: O(bytes of the parts), one part in memory at a time.
struct PartInventory {
  /// A part that does not count, and why.
  struct Refused {
    let path: String
    let reason: String
  }

  /// The name of the run's result folder.
  let stem: String
  /// How many shards the run was cut into.
  let count: Int
  /// The parts that are whole, by shard.
  let done: [Int: String]
  /// Parts that are damaged or half done: to be computed again.
  let damaged: [Refused]
  /// Files that are parts of other runs or other cuts, or of a shard that is there twice.
  let foreign: [Refused]

  /// The shards of which there is no whole part, ascending.
  var missing: [Int] { (1...count).filter { done[$0] == nil } }

  /// Takes stock of parts, all of one run unless `name` chooses the one meant.
  ///
  /// There is one path at least. The run is that of the first part that can be read. Where several runs of different names are there, one has to be named.
  init(_ paths: [String], name: String?, command: String) throws(CommandFailure) {
    var first: PartFile?
    var firstPath = ""
    var done: [Int: String] = [:]
    var damaged: [Refused] = []
    var foreign: [Refused] = []
    for path in paths {
      let part: PartFile
      do throws(CommandFailure) {
        part = try PartFile(path: path)
      } catch {
        // A name says whose it was; content that cannot be read does not.
        if !Self.mayBelong(path, to: name) { continue }
        damaged.append(Refused(path: path, reason: error.summary))
        continue
      }
      if let name, part.origin.stem != name { continue }
      guard let run = first else {
        (first, firstPath) = (part, path)
        Self.count(part, at: path, done: &done, damaged: &damaged, foreign: &foreign)
        continue
      }
      guard part.origin.stem == run.origin.stem else {
        throw .contradiction(
          "there are parts of several runs, \(run.origin.stem) and \(part.origin.stem): say which with --name \(run.origin.stem)",
          command: command)
      }
      if let difference = run.identity.difference(from: part.identity) {
        foreign.append(Refused(path: path, reason: PartFailure.differentRuns(firstPath, path, difference).words))
      } else if part.shard.count != run.shard.count {
        foreign.append(Refused(path: path, reason: PartFailure.differentCounts(firstPath, run.shard, path, part.shard).words))
      } else {
        Self.count(part, at: path, done: &done, damaged: &damaged, foreign: &foreign)
      }
    }
    guard let first else {
      throw .missingInput(
        path: paths[0],
        reason: damaged.isEmpty
          ? "there is no part" + (name.map { " of \($0)" } ?? "")
          : "none of the parts can be read, the first: \(damaged[0].reason)")
    }
    stem = first.origin.stem
    count = first.shard.count
    self.done = done
    self.damaged = damaged
    self.foreign = foreign
  }

  private static func count(
    _ part: PartFile, at path: String, done: inout [Int: String], damaged: inout [Refused], foreign: inout [Refused]
  ) {
    guard part.isComplete, !part.identity.plan.seeksExactPercentiles else {
      let failure = PartFailure.unfinished(path: path, blocksDone: part.partial.blocks.count, blocks: part.share.count)
      damaged.append(Refused(path: path, reason: failure.words))
      return
    }
    if let other = done[part.shard.index] {
      foreign.append(Refused(path: path, reason: PartFailure.sameShard(other, path, part.shard).words))
    } else {
      done[part.shard.index] = path
    }
  }

  /// Whether a part that cannot be read may be one of the run that is meant, by its name.
  static func mayBelong(_ path: String, to name: String?) -> Bool {
    name.map { fileName(path).hasPrefix($0 + ".shard-") } ?? true
  }

  private static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The parts that operands name: a folder stands for all in it whose names end like a part's, in order.
  static func paths(_ operands: [String]) throws(CommandFailure) -> [String] {
    var paths: [String] = []
    for operand in operands {
      guard (try? FileBytes.kind(of: operand)) == .folder else {
        paths.append(operand)
        continue
      }
      do throws(FileFailure) {
        paths += try FileStore.names(in: operand).filter { $0.hasSuffix(".part") && !$0.hasPrefix(".") }
          .map { FileStore.joined(operand, $0) }
      } catch {
        throw .missingInput(path: operand, reason: error.reason)
      }
    }
    return paths
  }
}

internal import Analysis
internal import CommandLineKit
internal import PartFiles
import Sampling
internal import Simulation
internal import TextFormats

extension MergeCommand {
  /// A part with the path that the user gave.
  struct NamedPart {
    var path: String
    var part: PartFile
  }

  /// All parts of one run in the order of their shards, whatever the order of the command line.
  ///
  /// With `--partial` as many as there are: a damaged one is told of and left out, one that is half done counts as far as it is.
  func orderedParts() throws(CommandFailure) -> [NamedPart] {
    var parts: [NamedPart] = []
    for path in try PartInventory.paths(request.parts) {
      let part: PartFile
      do throws(CommandFailure) {
        part = try PartFile(path: path)
      } catch {
        guard request.isPartial, case .part(.unreadable(_, .damaged)) = error else { throw error }
        if PartInventory.mayBelong(path, to: request.name) {
          console.tell("\(ProgramSyntax.tariffSim.name): left out: \(error.summary)\n")
        }
        continue
      }
      if let name = request.name, part.origin.stem != name { continue }
      parts.append(NamedPart(path: path, part: part))
    }
    guard !parts.isEmpty else {
      throw .missingInput(
        path: request.parts[0], reason: "there is no part" + (request.name.map { " of \($0)" } ?? "") + " that run --shard wrote")
    }
    do {
      for part in parts.dropFirst() { try Self.check(part, belongsWith: parts[0]) }
      for part in parts { try Self.checkFinished(part, orHalfDone: request.isPartial) }
      // Sorting keeps the order of the command line among equals, so that messages name files in it.
      parts.sort { $0.part.shard.index < $1.part.shard.index }
      try Self.checkNoneTwice(parts)
      if !request.isPartial { try Self.checkAllThere(parts) }
    } catch {
      throw .part(error)
    }
    return parts
  }

  private static func check(_ part: NamedPart, belongsWith first: NamedPart) throws(PartFailure) {
    if let difference = first.part.identity.difference(from: part.part.identity) {
      throw .differentRuns(first.path, part.path, difference)
    }
    guard part.part.shard.count == first.part.shard.count else {
      throw .differentCounts(first.path, first.part.shard, part.path, part.part.shard)
    }
  }

  private static func checkFinished(_ part: NamedPart, orHalfDone mayBeHalfDone: Bool) throws(PartFailure) {
    // A shard never asks for exact percentiles: what does is a run whose further passes are not done.
    guard part.part.isComplete || mayBeHalfDone, !part.part.identity.plan.seeksExactPercentiles else {
      throw .unfinished(path: part.path, blocksDone: part.part.partial.blocks.count, blocks: part.part.share.count)
    }
  }

  private static func checkNoneTwice(_ parts: [NamedPart]) throws(PartFailure) {
    for (part, next) in zip(parts, parts.dropFirst()) where part.part.shard == next.part.shard {
      throw .sameShard(part.path, next.path, part.part.shard)
    }
  }

  private static func checkAllThere(_ parts: [NamedPart]) throws(PartFailure) {
    let indices = Set(parts.map(\.part.shard.index))
    let count = parts[0].part.shard.count
    guard indices.count == count else {
      throw .missing(path: parts[0].path, indices: (1...count).filter { !indices.contains($0) }, count: count)
    }
  }

  /// How much of the run a result of these parts rests on; nothing where all draws are there.
  static func coverage(of plan: Plan, parts: [NamedPart], run: Plan) -> ResultCoverage? {
    guard let drawsOfRun = plan.drawsOfRun else { return nil }
    let done = Set(parts.filter(\.part.isComplete).map(\.part.shard.index))
    let count = parts[0].part.shard.count
    let replicates = run.design.replicates.flatMap { all in
      plan.design.replicates.map { ResultCoverage.Replicates(whole: $0, count: all) }
    }
    return ResultCoverage(
      draws: plan.draws, drawsOfRun: drawsOfRun,
      missing: (1...count).filter { index in
        guard !done.contains(index), let shard = Shard(index, of: count) else { return false }
        return !shard.blocks(of: run.blockCount).isEmpty
      }, shardCount: count, replicates: replicates)
  }
}

internal import CommandLineKit
internal import Files
internal import PartFiles
internal import Reporting
internal import ScenarioFiles
internal import Simulation
internal import TextFormats

/// The parts of a sweep: what each shard computed of its variants, in files of their own.
struct SweepParts {
  /// The name of the result folder.
  let stem: String
  /// Of all that determines the numbers, the program and its arithmetic included.
  let identity: String
  let variantCount: Int

  /// The name of a shard's file, as in `my-case.sweep.shard-3-of-8.variants`; the ending keeps it from the parts of runs.
  func name(_ shard: Shard) -> String { "\(stem).shard-\(shard.index)-of-\(shard.count)\(Self.ending)" }

  private static let ending = ".variants"

  /// What the parts in a folder have together, which must be every variant.
  ///
  /// Of several cuts into shards all are taken: a variant has the same numbers in each.
  func joined(in directory: String) throws(CommandFailure) -> SweepFile {
    var joined = SweepFile(identity: identity, variantCount: variantCount)
    let opening = stem + ".shard-"
    var counts: Set<Int> = []
    let names: [String]
    do throws(FileFailure) {
      names = try FileStore.names(in: directory)
    } catch {
      throw .missingInput(path: directory, reason: error.reason)
    }
    for name in names where name.hasPrefix(opening) && name.hasSuffix(Self.ending) {
      let path = FileStore.joined(directory, name)
      let part = try KeptFile.read(path) { bytes throws(PartFileFailure) in try SweepFile(decoding: bytes) }
      guard part.identity == identity, part.variantCount == variantCount else { throw .part(.partOfAnotherSweep(path: path)) }
      joined.endings.merge(part.endings) { first, _ in first }
      joined.wallSeconds += part.wallSeconds
      if let count = name.dropLast(Self.ending.count).split(separator: "-").last.flatMap({ Int($0) }) { counts.insert(count) }
    }
    guard joined.endings.count < variantCount else { return joined }
    var shards: [Int] = []
    if counts.count == 1, let count = counts.first, count <= Shard.maximumCount {
      shards = (1...count).filter { index in
        Shard(index, of: count)?.blocks(of: variantCount).contains { joined.endings[$0] == nil } ?? false
      }
    }
    throw .part(
      .missingVariants(directory: directory, missing: variantCount - joined.endings.count, count: variantCount, shards: shards))
  }
}

extension SweepCommand {
  /// Computes the variants of a shard; its part is the checkpoint too, so that the same command goes on with it.
  func run(_ shard: Shard, of parts: SweepParts, _ work: SweepWork) throws(CommandFailure) -> ExitCode {
    let path = FileStore.joined(request.run.directory, parts.name(shard))
    let share = shard.blocks(of: parts.variantCount)
    if request.run.replaces, (try? FileStore.entry(at: path)) == .file {
      try CommandFailure.writing { () throws(FileFailure) in try FileStore.removeFile(path) }
    }
    let part = try SweepCheckpoint(path: path, identity: parts.identity, variantCount: parts.variantCount)
    let done = part.endings
    let isDone = (try? FileStore.entry(at: path)) == .file && share.allSatisfy { done[$0] != nil }
    if !isDone { _ = try endings(of: share, work, part) }
    ProgramEnd.hasNoCheckpoint()
    guard !request.run.isQuiet else { return .success }
    let opening = "Shard \(shard.index) of \(shard.count)"
    try console.print(
      isDone
        ? "\(opening) is already done, in \(ShownText.line(path)).\n"
        : "\(opening): \(NumberText.count(share.count)) of \(NumberText.count(parts.variantCount)) variants, in \(ShownText.line(path)).\n"
          + "When all parts are there, the same sweep with --join takes them in place of --shard.\n")
    return .success
  }
}

extension RunPipeline.Platform {
  /// Tells the parts of a sweep from those of others: parts of two programs, or of machines that compute differently, do not join.
  func digest(ofPartsOf sweep: String) -> String {
    let facts = [sweep, ProgramVersion.text, BuildFacts.commit ?? "", arithmetic, blasCore]
    return FileDigest(name: "", of: Array(facts.joined(separator: "\n").utf8)).sha256
  }
}

internal import Analysis
internal import Files
internal import PartFiles
internal import Reporting
internal import Simulation

/// The file in which a run keeps what it has done, and what an earlier process kept there.
struct Checkpoint: Sendable {
  let path: String
  /// The run without anything done.
  private let blank: PartFile
  /// What was found in the file, if it was there.
  private let earlier: PartFile?
  private let start: ContinuousClock.Instant

  /// Reads the file, if it is there, and checks that it belongs to the very run that `blank` describes.
  init(path: String, for blank: PartFile, start: ContinuousClock.Instant) throws(CommandFailure) {
    self.path = path
    self.blank = blank
    self.start = start
    FileStore.removeLeftovers(in: FileStore.parent(of: path))
    let isThere = try CommandFailure.writing { () throws(FileFailure) in try FileStore.checkPlace(path) }
    earlier = isThere ? try PartFile(path: path) : nil
    guard let earlier else { return }
    if let difference = earlier.identity.difference(from: blank.identity) {
      throw .part(.checkpointOfAnother(path: path, difference))
    }
    guard earlier.shard == blank.shard else {
      throw .part(.checkpointOfShard(path: path, earlier.shard, wanted: blank.shard))
    }
  }

  /// What the simulation is told of it.
  var keeping: RunPipeline.Keeping {
    RunPipeline.Keeping(
      path: path, earlier: earlier?.partial,
      keep: { partial throws(CommandFailure) in
        let bytes = part(with: partial).encoded
        try CommandFailure.writing { () throws(FileFailure) in try FileStore.replace(path, with: bytes) }
      })
  }

  /// Draws that earlier processes did.
  var drawsDone: Int { earlier.map { $0.identity.plan.draws(in: $0.partial.blocks) } ?? 0 }

  /// Seconds of work on the run so far, those of earlier processes included.
  var wallSeconds: Double { (earlier?.record.wallSeconds ?? 0) + (ContinuousClock.now - start) / .seconds(1) }

  private func part(with partial: Tally.Encoded) -> PartFile {
    var part = blank
    part.partial = partial
    part.record.wallSeconds = wallSeconds
    return part
  }

  /// Removes the file once the result is in its place.
  func remove() throws(CommandFailure) {
    try CommandFailure.writing { () throws(FileFailure) in try FileStore.removeFile(path) }
    ProgramEnd.hasNoCheckpoint()
  }
}

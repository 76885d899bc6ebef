internal import Analysis
package import Reporting
package import Simulation

/// What a process computed of a run, with all that is needed to go on from it or to join it with other parts: the content of a
/// part file and of a checkpoint.
package struct PartFile: Hashable, Sendable {
  package var identity: RunIdentity
  package var shard: Shard
  package var origin: Origin
  /// How the work went so far.
  package var record: ShardRecord
  package var partial: Tally.Encoded

  /// Where the scenario came from; it names results and does not change them.
  package struct Origin: Hashable, Sendable {
    /// The name of the result folder; a plain file name.
    package var stem: String
    /// The scenario file as the user named it.
    package var argument: String

    package init(stem: String, argument: String) {
      self.stem = stem
      self.argument = argument
    }
  }

  package init(
    identity: RunIdentity, shard: Shard, origin: Origin, record: ShardRecord, partial: Tally.Encoded
  ) {
    self.identity = identity
    self.shard = shard
    self.origin = origin
    self.record = record
    self.partial = partial
  }

  /// All blocks of the shard.
  package var share: Range<Int> { shard.blocks(of: identity.plan.blockCount) }

  /// Whether all of them are done.
  package var isComplete: Bool { partial.blocks == share }

  /// The name of a finished shard's file, as in `my-case.shard-3-of-8.part`.
  package static func name(stem: String, shard: Shard) -> String { "\(stem).shard-\(shard.index)-of-\(shard.count).part" }
}

internal import Analysis
internal import ByteCoding
internal import Reporting
internal import Simulation

extension PartFile {
  func encodeContent(to writer: inout ByteWriter) {
    identity.encode(to: &writer)
    writer.text(origin.stem)
    writer.text(origin.argument)
    writer.count(record.threads)
    writer.text(record.instructionSet)
    writer.text(record.openBLASVersion)
    writer.double(record.wallSeconds)
    writer.count(shard.index)
    writer.count(shard.count)
    writer.count(partial.blocks.lowerBound)
    writer.count(partial.blocks.upperBound)
    writer.section(partial.grids)
    writer.section(partial.tallies)
  }

  init(content reader: inout ByteReader) throws(DamagedBytes) {
    identity = try RunIdentity(from: &reader)
    origin = Origin(stem: try reader.text(), argument: try reader.text())
    // The stem becomes a path: a part must not choose one outside the folder that the user names.
    guard !["", ".", ".."].contains(origin.stem), !origin.stem.utf8.contains(where: { $0 == 0 || $0 == UInt8(ascii: "/") })
    else { throw DamagedBytes("its name is no file name") }
    record = ShardRecord(
      threads: try reader.count(atMost: Int(Int32.max)), instructionSet: try reader.text(),
      openBLASVersion: try reader.text(), wallSeconds: try reader.finite())
    let index = try reader.count(atMost: Shard.maximumCount)
    guard let shard = Shard(index, of: try reader.count(atMost: Shard.maximumCount)) else {
      throw DamagedBytes("there is no such shard")
    }
    self.shard = shard
    let share = shard.blocks(of: identity.plan.blockCount)
    let first = try reader.count(atMost: share.upperBound)
    let end = try reader.count(atMost: share.upperBound)
    guard first == share.lowerBound, end >= first else { throw DamagedBytes("its blocks are none of the shard's") }
    partial = Tally.Encoded(blocks: first..<end, grids: try reader.section(), tallies: try reader.section())
  }
}

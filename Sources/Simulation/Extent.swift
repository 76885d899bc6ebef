internal import Expressions
package import Sampling
internal import Statistics

/// The draws of an experiment: how many, of which seed and design, in which blocks.
package struct Extent: Hashable, Sendable {
  /// At least 1.
  package var draws: Int
  /// Any value is a seed, 0 too.
  package var seed: UInt64
  /// Admits the draws.
  package var design: Design
  /// Whether normals are rotated together to the directions of most variance; only of a design with replicates.
  package var rotates: Bool
  /// Draws of the whole run, where these are only those of it that there are.
  package var drawsOfRun: Int?

  package init(draws: Int, seed: UInt64, design: Design = .random, rotates: Bool = false) {
    self.draws = draws
    self.seed = seed
    self.design = design
    self.rotates = rotates
  }

  /// Draws computed together; the last block is padded.
  ///
  /// A result depends on it, because sums and products are formed block by block.
  package static let drawsPerBlock = BlockProgram.drawsPerBlock

  /// The most draws of an experiment: what a sketch can count.
  package static let maximumDraws = OutcomeSketch.maximumDraws

  /// Blocks of the whole.
  package var blockCount: Int { (draws + Self.drawsPerBlock - 1) / Self.drawsPerBlock }

  /// Draws of a range of blocks that count: the last block is computed whole and read in part.
  package func draws(in blocks: Range<Int>) -> Int { drawNumbers(in: blocks).count }

  /// The same by number, from 0.
  func drawNumbers(in blocks: Range<Int>) -> Range<Int> {
    min(blocks.lowerBound * Self.drawsPerBlock, draws)..<min(blocks.upperBound * Self.drawsPerBlock, draws)
  }

  /// Whether the draws are so few that all of them are kept: they take less memory than the three sets of sketches of two workers,
  /// and what is said of them is exact.
  ///
  /// Of a run of which some draws are there, the whole decides: they were noted as the run notes them.
  package var keepsDraws: Bool { (drawsOfRun ?? draws) <= Self.mostKeptBlocks * Self.drawsPerBlock }

  private static let mostKeptBlocks = 32

  /// The parts of the draws that are told apart: the replicates of a design, or all as one.
  package var groupCount: Int { design.replicates ?? 1 }

  /// Draws of a group.
  var drawsPerGroup: Int { draws / groupCount }

  /// The draws of a group by number, from 0.
  func drawNumbers(ofGroup group: Int) -> Range<Int> { (group * drawsPerGroup)..<((group + 1) * drawsPerGroup) }

  /// The group that a draw belongs to.
  func group(ofDraw number: Int) -> Int { min(number / drawsPerGroup, groupCount - 1) }

  /// The group that a block belongs to; where draws are not kept, no block belongs to two.
  func group(ofBlock block: Int) -> Int { min(block * Self.drawsPerBlock / drawsPerGroup, groupCount - 1) }

  /// The blocks of a range that belong to a group.
  func blocks(ofGroup group: Int, in blocks: Range<Int>) -> Range<Int> {
    let perGroup = (drawsPerGroup + Self.drawsPerBlock - 1) / Self.drawsPerBlock
    return blocks.clamped(to: (group * perGroup)..<((group + 1) * perGroup))
  }

  /// Blocks of the pilot; its draws are the first of all and fix the grids of the sketches.
  ///
  /// A larger pilot knows better where the percentiles lie, so that fewer bins are enough: with four times as many draws half of
  /// them, which then stay in the second-level cache. That pays in runs of some million draws. It depends on nothing else that is
  /// asked for, so that neither do the grids; the largest takes 131 KB a column, as two sketches do. All shards have the same.
  package var pilotBlocks: Int {
    let least = 8
    return max(least, min(blockCount / 256, Self.mostKeptBlocks))
  }

  /// The blocks that the columns start from: all where draws are kept, else the pilot's.
  var firstBlocks: Range<Int> { 0..<(keepsDraws ? blockCount : pilotBlocks) }
}

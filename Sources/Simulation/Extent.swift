internal import Expressions
internal import Statistics

/// The draws of an experiment: how many, of which seed, in which blocks.
package struct Extent: Hashable, Sendable {
  /// At least 1.
  package var draws: Int
  /// Any value is a seed, 0 too.
  package var seed: UInt64

  package init(draws: Int, seed: UInt64) {
    self.draws = draws
    self.seed = seed
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
  package var keepsDraws: Bool { blockCount <= Self.mostKeptBlocks }

  private static let mostKeptBlocks = 32

  /// Blocks of the pilot; its draws are the first of all and fix the grids of the sketches.
  ///
  /// A larger pilot knows better where the percentiles lie, so that fewer bins are enough: with four times as many draws half of
  /// them, which then stay in the second-level cache. That pays in runs of some million draws, and where columns are few: beyond
  /// the least pilot its draws take 16 MB at most. All shards have the same.
  package func pilotBlocks(columns: Int) -> Int {
    let least = 8
    return max(least, min(4_096 / max(columns, 1), blockCount / 256, Self.mostKeptBlocks))
  }

  /// The blocks that the columns start from: all where draws are kept, else the pilot's.
  func firstBlocks(columns: Int) -> Range<Int> { 0..<(keepsDraws ? blockCount : pilotBlocks(columns: columns)) }
}

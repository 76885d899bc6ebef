extension Plan {
  /// Blocks of the whole run.
  package var blockCount: Int { (draws + Self.drawsPerBlock - 1) / Self.drawsPerBlock }

  /// Draws of a range of blocks that count: the last block of a run is computed whole and read in part.
  package func draws(in blocks: Range<Int>) -> Int { drawNumbers(in: blocks).count }

  /// The same by number, from 0.
  func drawNumbers(in blocks: Range<Int>) -> Range<Int> {
    min(blocks.lowerBound * Self.drawsPerBlock, draws)..<min(blocks.upperBound * Self.drawsPerBlock, draws)
  }

  /// Whether the draws are so few that all of them are kept.
  var keepsDraws: Bool { blockCount <= Run.mostKeptBlocks }

  /// How often the draws will be computed, as far as can be told before: exact percentiles take one more pass while what the
  /// wanted ranks' bins hold can be collected, else two, unless draws crowd where the pilot saw none.
  package var expectedPasses: Int {
    guard seeksExactPercentiles && !keepsDraws else { return 1 }
    return draws <= Self.mostCollectedDraws ? 2 : 3
  }

  /// For some ten percentiles of some twenty columns: their bins hold one draw in 2,000.
  private static let mostCollectedDraws = 50_000_000
}

package import Simulation

extension Plan {
  /// The draws, without what is asked of them.
  package var extent: Extent {
    var extent = Extent(draws: draws, seed: seed, design: design, rotates: rotates)
    extent.drawsOfRun = drawsOfRun
    return extent
  }

  /// See ``Extent/drawsPerBlock``.
  package static let drawsPerBlock = Extent.drawsPerBlock

  /// See ``Extent/maximumDraws``.
  package static let maximumDraws = Extent.maximumDraws

  /// Blocks of the whole run.
  package var blockCount: Int { extent.blockCount }

  /// Draws of a range of blocks that count.
  package func draws(in blocks: Range<Int>) -> Int { extent.draws(in: blocks) }

  /// Whether the draws are so few that all of them are kept.
  package var keepsDraws: Bool { extent.keepsDraws }

  /// Whether percentiles are those of the sorted draws: also where the draws are few enough to be kept.
  package var hasExactPercentiles: Bool { seeksExactPercentiles || keepsDraws }

  /// How often the draws will be computed, as far as can be told before: exact percentiles take one more pass while what the
  /// wanted ranks' bins hold can be collected, else two, unless draws crowd where the pilot saw none.
  package var expectedPasses: Int {
    guard seeksExactPercentiles && !keepsDraws else { return 1 }
    return draws <= Self.mostCollectedDraws ? 2 : 3
  }

  /// For some ten percentiles of some twenty columns: their bins hold one draw in 2,000.
  private static let mostCollectedDraws = 50_000_000
}

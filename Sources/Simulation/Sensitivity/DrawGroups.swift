/// Draws in groups of whole blocks, one after the other and of nearly equal size, over which errors are taken.
///
/// What is summed within a group is summed in the order of its draws, so that sums do not depend on who computes which
/// group.
package struct DrawGroups: Hashable, Sendable {
  /// At least ``leastDraws``.
  package let draws: Int
  /// How many groups there are, however many draws.
  package static let count = 32
  /// One pair of blocks for each group: an order of inputs and its reverse take a block each.
  package static let leastDraws = 2 * count * Extent.drawsPerBlock

  package init(draws: Int) {
    precondition(draws >= Self.leastDraws, "each group has at least two blocks")
    self.draws = draws
  }

  /// The blocks of a group.
  package func blocks(of group: Int) -> Range<Int> {
    let all = (draws + Extent.drawsPerBlock - 1) / Extent.drawsPerBlock
    let pairs = all / 2
    let end = group + 1 == Self.count ? all : 2 * ((group + 1) * pairs / Self.count)
    return 2 * (group * pairs / Self.count)..<end
  }

  /// Draws of a block that count.
  package func draws(ofBlock block: Int) -> Int { min(Extent.drawsPerBlock, draws - block * Extent.drawsPerBlock) }
}

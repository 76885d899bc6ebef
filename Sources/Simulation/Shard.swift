/// A share of a run's blocks that one process computes: the `index`-th of `count`, counted from 1.
package struct Shard: Hashable, Sendable {
  package let index: Int
  package let count: Int

  /// More shards than any cluster has jobs.
  package static let maximumCount = 1_000_000

  /// All blocks.
  package static let whole = Shard()

  /// Nothing where the numbers are not 1 ≤ `index` ≤ `count` ≤ `maximumCount`.
  package init?(_ index: Int, of count: Int) {
    guard (1...Self.maximumCount).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  private init() {
    index = 1
    count = 1
  }

  /// The shard's blocks out of `total`; the shards of a count cover all blocks, in order, and differ by at most one in size.
  package func blocks(of total: Int) -> Range<Int> { (total * (index - 1) / count)..<(total * index / count) }
}

/// How much of a run a result rests on of which shards are missing.
package struct ResultCoverage: Hashable, Sendable {
  /// Draws of the result.
  package var draws: Int
  package var drawsOfRun: Int
  /// Shards of which draws are missing, ascending from 1.
  package var missing: [Int]
  package var shardCount: Int
  /// Of a design with replicates how many count, those that are whole, and how many there are.
  package var replicates: Replicates?

  package struct Replicates: Hashable, Sendable {
    package var whole: Int
    package var count: Int

    package init(whole: Int, count: Int) {
      self.whole = whole
      self.count = count
    }
  }

  package init(draws: Int, drawsOfRun: Int, missing: [Int], shardCount: Int, replicates: Replicates? = nil) {
    self.draws = draws
    self.drawsOfRun = drawsOfRun
    self.missing = missing
    self.shardCount = shardCount
    self.replicates = replicates
  }
}

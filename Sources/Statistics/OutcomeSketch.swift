/// The distribution of one outcome in a fixed amount of memory, built block by block on any number of threads.
///
/// Goals in order of priority: the same bits whatever the order of blocks and merges; percentiles asked for whose error from the
/// sketch has a root mean square under a hundredth of their Monte Carlo error, or an interval widened to the bin and a mark
/// (``BinnedDraws/coarseBin(ofRank:probability:intervalWidth:)``); time per draw; memory. Therefore counts are integers, sums over a block are
/// formed in a fixed order and then added exactly (`ExactSum`), and the bins are fixed beforehand from a pilot (`SketchGrid`).
/// A percentile is never told finer than neighbouring doubles: for outcomes whose spread is a few thousand of those, that is the
/// larger error. A t-digest or KLL sketch (doi:10.1109/FOCS.2016.17) needs no pilot but depends on the order of merging.
package struct OutcomeSketch: Sendable {
  /// Draws a sketch can count: its bins are 32 bits wide.
  package static let maximumDraws = Int(UInt32.max)

  package let grid: SketchGrid
  /// Usable draws so far.
  package internal(set) var draws = 0
  /// Draws left out because they are not finite, or over 10²⁸⁹, or over some 10⁵⁰ times the pilot's range (see
  /// ``SketchGrid/isUsable(_:)``); the summary rests on the others only, so a caller tells of them.
  package internal(set) var nonFiniteCount = 0
  /// Draws in each bin.
  var counts: [UInt32] {
    recentDraws == 0 ? settledCounts : zip(settledCounts, recentCounts).map { $0 + UInt32($1) }
  }
  /// Draws in each bin, but for the recent ones.
  var settledCounts: [UInt32]
  /// Draws in each bin since the counts were last settled.
  ///
  /// Half as wide as the counts: what every draw touches at random should fit into the second-level cache with the other outcomes'
  /// counts.
  var recentCounts: [UInt16]
  /// Draws in all recent counts together, at most what one of them can hold.
  var recentDraws = 0
  /// Draws below each threshold.
  var below: [Int]
  var minimum = Double.infinity
  var maximum = -Double.infinity
  var sums = SketchSums()

  /// An empty sketch.
  package init(_ grid: SketchGrid) {
    self.grid = grid
    settledCounts = [UInt32](repeating: 0, count: grid.map.binCount)
    recentCounts = [UInt16](repeating: 0, count: grid.map.binCount)
    below = [Int](repeating: 0, count: grid.request.thresholds.count)
  }

  /// Takes in all draws of `other`, a sketch on the same grid.
  ///
  /// O(bins).
  package mutating func merge(_ other: Self) {
    precondition(grid.fingerprint == other.grid.fingerprint, "only sketches on the same grid can be merged")
    precondition(draws + other.draws <= Self.maximumDraws, "a sketch counts at most 4,294,967,295 draws")
    // No count exceeds the draws in all, which were checked.
    settle()
    addCounts(other.settledCounts, to: &settledCounts)
    if other.recentDraws > 0 { addCounts(other.recentCounts, to: &settledCounts) }
    for index in below.indices { below[index] += other.below[index] }
    draws += other.draws
    nonFiniteCount += other.nonFiniteCount
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    sums.merge(other.sums)
  }

  /// Adds the recent counts to the others.
  ///
  /// O(bins).
  mutating func settle() {
    guard recentDraws > 0 else { return }
    addCounts(recentCounts, to: &settledCounts)
    var emptied = recentCounts.mutableSpan
    emptied.update(repeating: 0)
    recentDraws = 0
  }

  /// About the memory that a sketch of some ten percentiles takes, in bytes.
  package static let usualByteCount = 30_000

  /// Memory a sketch takes besides its grid.
  package var byteCount: Int {
    settledCounts.count * (MemoryLayout<UInt32>.stride + MemoryLayout<UInt16>.stride) + below.count * MemoryLayout<Int>.stride
      + SketchSums.byteCount
  }
}

/// totals ← totals + counts, bin by bin; vectors of them, which no total may outgrow.
private func addCounts(_ counts: [some FixedWidthInteger], to totals: inout [UInt32]) {
  let counts = counts.span
  var totals = totals.mutableSpan
  precondition(counts.count == totals.count, "counts are added bin by bin")
  for index in 0..<totals.count { totals[index] &+= UInt32(truncatingIfNeeded: counts[index]) }
}

/// The exact sums of a sketch.
struct SketchSums: Sendable {
  /// Σ zᵏ, k = 1 … 6, z the scaled deviation from the grid's location.
  var powers = InlineArray<6, ExactSum>(repeating: ExactSum())
  /// Σ of the scaled excess below the lower tail quantile and of its square, and the same above the upper one.
  var excesses = InlineArray<4, ExactSum>(repeating: ExactSum())

  /// The sums of powers, each rounded once.
  var roundedPowers: [Double] { powers.indices.map { powers[$0].rounded } }

  /// Adds a block's sums of powers.
  mutating func add(_ block: (sum1: Double, sum2: Double, sum3: Double, sum4: Double, sum5: Double, sum6: Double)) {
    powers[0].add(block.sum1)
    powers[1].add(block.sum2)
    powers[2].add(block.sum3)
    powers[3].add(block.sum4)
    powers[4].add(block.sum5)
    powers[5].add(block.sum6)
  }

  /// Adds a block's sums of excesses.
  mutating func add(_ block: (below: Double, belowSquared: Double, above: Double, aboveSquared: Double)) {
    excesses[0].add(block.below)
    excesses[1].add(block.belowSquared)
    excesses[2].add(block.above)
    excesses[3].add(block.aboveSquared)
  }

  mutating func merge(_ other: Self) {
    for index in powers.indices { powers[index].merge(other.powers[index]) }
    for index in excesses.indices { excesses[index].merge(other.excesses[index]) }
  }

  static var byteCount: Int { 10 * ExactSum.byteCount }
}

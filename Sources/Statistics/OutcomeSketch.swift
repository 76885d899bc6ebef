/// The distribution of one outcome in a fixed amount of memory, built block by block on any number of threads.
///
/// Goals in order of priority: the same bits whatever the order of blocks and merges; percentiles whose error from the sketch
/// is under a hundredth of their Monte Carlo error; time per draw; memory. Therefore counts are integers, sums over a block are
/// formed in a fixed order and then added exactly (`ExactSum`), and the bins are fixed beforehand from a pilot (`SketchGrid`).
/// A percentile is never told finer than neighbouring doubles: for outcomes whose spread is a few thousand of those, that is the
/// larger error. A t-digest or KLL sketch (doi:10.1109/FOCS.2016.17) needs no pilot but depends on the order of merging.
package struct OutcomeSketch: Sendable {
  /// Draws a sketch can count: its bins are 32 bits wide, for half the memory and cache.
  package static let maximumDraws = Int(UInt32.max)

  package let grid: SketchGrid
  /// Usable draws so far.
  package internal(set) var draws = 0
  /// Draws left out because they are not finite, or over 10²⁸⁹, or over 10⁵⁰ times the pilot's range; the summary rests on the
  /// others only, so a caller treats any such draw as an error.
  package internal(set) var nonFiniteCount = 0
  var counts: [UInt32]
  /// Draws below each threshold.
  var below: [Int]
  var minimum = Double.infinity
  var maximum = -Double.infinity
  var sums = SketchSums()

  /// An empty sketch.
  package init(_ grid: SketchGrid) {
    self.grid = grid
    counts = [UInt32](repeating: 0, count: grid.map.binCount)
    below = [Int](repeating: 0, count: grid.request.thresholds.count)
  }

  /// Takes in all draws of `other`, a sketch on the same grid.
  ///
  /// O(bins).
  package mutating func merge(_ other: Self) {
    precondition(grid.fingerprint == other.grid.fingerprint, "only sketches on the same grid can be merged")
    precondition(draws + other.draws <= Self.maximumDraws, "a sketch counts at most 4,294,967,295 draws")
    for index in counts.indices { counts[index] += other.counts[index] }
    for index in below.indices { below[index] += other.below[index] }
    draws += other.draws
    nonFiniteCount += other.nonFiniteCount
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    sums.merge(other.sums)
  }

  /// Memory a sketch takes besides its grid.
  package var byteCount: Int {
    counts.count * MemoryLayout<UInt32>.stride + below.count * MemoryLayout<Int>.stride + SketchSums.byteCount
  }
}

/// The exact sums of a sketch.
struct SketchSums: Sendable {
  /// Σ zᵏ, k = 1 … 6, z the scaled deviation from the grid's location.
  var powers = [ExactSum](repeating: ExactSum(), count: 6)
  /// Σ of the scaled excess below the lower tail quantile and of its square, and the same above the upper one.
  var excesses = [ExactSum](repeating: ExactSum(), count: 4)

  mutating func merge(_ other: Self) {
    for index in powers.indices { powers[index].merge(other.powers[index]) }
    for index in excesses.indices { excesses[index].merge(other.excesses[index]) }
  }

  static var byteCount: Int { 10 * ExactSum.byteCount }
}

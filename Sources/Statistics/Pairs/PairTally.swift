package import ByteCoding
package import VectorMath

/// What is counted of two columns draw by draw: which is greater, how often both lie low, and how their distribution functions
/// differ at the levels of the grid.
///
/// Counts are integers and sums are exact, so that the order of blocks does not matter. O(levels) a draw.
package struct PairTally: Sendable {
  package let grid: PairGrid
  /// Draws in which both have a usable value.
  package private(set) var draws = 0
  /// Draws in which the first is greater, and in which the second is.
  package private(set) var firstGreater = 0
  package private(set) var secondGreater = 0
  /// By percentile.
  private(set) var below: [Below]
  /// By level.
  private(set) var levels: [Level]

  /// Draws at or below the pilot's quantiles.
  struct Below: Hashable, Sendable {
    var first = 0
    var second = 0
    var both = 0
  }

  /// What is counted at a level x.
  struct Level: Sendable {
    /// Draws in which only the first is at or below x, and in which only the second is.
    var firstOnly = 0
    var secondOnly = 0
    /// Of d = (x − first)⁺ − (x − second)⁺, in units of the grid's scale, the sum and that of squares.
    var shortfall = ExactSum()
    var squaredShortfall = ExactSum()
    /// The same of (first − x)⁺ − (second − x)⁺.
    var excess = ExactSum()
    var squaredExcess = ExactSum()
  }

  /// Memory that a tally on a full grid takes, in bytes.
  package static var byteCount: Int {
    PairGrid.levelProbabilities.count * (4 * ExactSum.byteCount + 2 * MemoryLayout<Int>.stride)
  }

  package init(_ grid: PairGrid) {
    self.grid = grid
    below = [Below](repeating: Below(), count: grid.percentiles.count)
    levels = [Level](repeating: Level(), count: grid.levels.count)
  }

  /// Takes in a block of draws, whole: sums are rounded once a call.
  package mutating func add(_ first: Span<Double>, _ second: Span<Double>, kernels: any KernelSet.Type) {
    precondition(first.count == second.count, "a pair has two numbers in every draw")
    for index in first.indices where !(grid.isUsable(first[index]) && grid.isUsable(second[index])) {
      return addUsable(first, second, kernels: kernels)
    }
    draws += first.count
    for index in first.indices {
      firstGreater += first[index] > second[index] ? 1 : 0
      secondGreater += second[index] > first[index] ? 1 : 0
    }
    for (place, point) in grid.quantiles.enumerated() {
      var counts = Below()
      for index in first.indices {
        let (isFirst, isSecond) = (first[index] <= point.first, second[index] <= point.second)
        counts.first &+= isFirst ? 1 : 0
        counts.second &+= isSecond ? 1 : 0
        counts.both &+= isFirst && isSecond ? 1 : 0
      }
      below[place].merge(counts)
    }
    for (place, level) in grid.levels.enumerated() {
      let sums = kernels.excessDifferenceSums(first, second, level: level, scale: 1 / grid.scale)
      levels[place].firstOnly += sums.firstOnly
      levels[place].secondOnly += sums.secondOnly
      levels[place].shortfall.add(sums.below)
      levels[place].squaredShortfall.add(sums.belowSquared)
      levels[place].excess.add(sums.above)
      levels[place].squaredExcess.add(sums.aboveSquared)
    }
  }

  /// Takes in a block in which some draws have no usable pair, without these.
  private mutating func addUsable(_ first: Span<Double>, _ second: Span<Double>, kernels: any KernelSet.Type) {
    var (a, b): ([Double], [Double]) = ([], [])
    for index in first.indices where grid.isUsable(first[index]) && grid.isUsable(second[index]) {
      a.append(first[index])
      b.append(second[index])
    }
    add(a.span, b.span, kernels: kernels)
  }

  /// Takes in what was counted of other blocks on the same grid.
  ///
  /// O(levels).
  package mutating func merge(_ other: Self) {
    precondition(grid == other.grid, "only tallies on the same grid can be merged")
    draws += other.draws
    firstGreater += other.firstGreater
    secondGreater += other.secondGreater
    for index in below.indices { below[index].merge(other.below[index]) }
    for index in levels.indices { levels[index].merge(other.levels[index]) }
  }
}

extension PairTally.Below {
  mutating func merge(_ other: Self) {
    first += other.first
    second += other.second
    both += other.both
  }
}

extension PairTally.Level {
  mutating func merge(_ other: Self) {
    firstOnly += other.firstOnly
    secondOnly += other.secondOnly
    shortfall.merge(other.shortfall)
    squaredShortfall.merge(other.squaredShortfall)
    excess.merge(other.excess)
    squaredExcess.merge(other.squaredExcess)
  }
}

extension PairTally {
  /// Writes all that was counted, without the grid: the same draws give the same bytes.
  package func encode(to writer: inout ByteWriter) {
    for count in [draws, firstGreater, secondGreater] { writer.count(count) }
    for counts in below { for count in [counts.first, counts.second, counts.both] { writer.count(count) } }
    for level in levels {
      writer.count(level.firstOnly)
      writer.count(level.secondOnly)
      for sum in [level.shortfall, level.squaredShortfall, level.excess, level.squaredExcess] { sum.encode(to: &writer) }
    }
  }

  /// Reads what ``encode(to:)`` wrote of a tally on the same grid; what contradicts itself is an error.
  package init(from reader: inout ByteReader, on grid: PairGrid, atMost most: Int) throws(DamagedBytes) {
    self.init(grid)
    draws = try reader.count(atMost: most)
    firstGreater = try reader.count(atMost: draws)
    secondGreater = try reader.count(atMost: draws - firstGreater)
    for index in below.indices {
      let (first, second) = (try reader.count(atMost: draws), try reader.count(atMost: draws))
      below[index] = Below(first: first, second: second, both: try reader.count(atMost: min(first, second)))
    }
    for index in levels.indices {
      levels[index].firstOnly = try reader.count(atMost: draws)
      levels[index].secondOnly = try reader.count(atMost: draws - levels[index].firstOnly)
      levels[index].shortfall = try ExactSum(from: &reader)
      levels[index].squaredShortfall = try ExactSum(from: &reader)
      levels[index].excess = try ExactSum(from: &reader)
      levels[index].squaredExcess = try ExactSum(from: &reader)
    }
  }
}

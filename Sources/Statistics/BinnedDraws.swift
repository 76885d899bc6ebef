/// A sketch's draws in order of value, as far as its bins tell.
struct BinnedDraws {
  let map: BinMap
  private let leaves: [BinMap.Leaf]
  private let firstBins: [Int]
  /// Draws in all bins before each, and in all.
  let cumulative: [Int]
  let minimum: Double
  let maximum: Double

  init(_ sketch: OutcomeSketch) {
    map = sketch.grid.map
    (leaves, firstBins) = map.leaves()
    minimum = sketch.minimum
    maximum = sketch.maximum
    cumulative = Self.cumulative(sketch.counts)
  }

  /// The draws of another sketch on the same grid.
  init(_ sketch: OutcomeSketch, like other: Self) {
    map = other.map
    leaves = other.leaves
    firstBins = other.firstBins
    minimum = sketch.minimum
    maximum = sketch.maximum
    cumulative = Self.cumulative(sketch.counts)
  }

  private static func cumulative(_ counts: [UInt32]) -> [Int] {
    var cumulative = [0]
    cumulative.reserveCapacity(counts.count + 1)
    var total = 0
    for count in counts {
      total += Int(count)
      cumulative.append(total)
    }
    return cumulative
  }

  var count: Int { cumulative[cumulative.count - 1] }

  /// The draws in a cell of the frame.
  func draws(inCell cell: Int) -> Int {
    let end = cell + 1 < firstBins.count ? firstBins[cell + 1] : cumulative.count - 1
    return cumulative[end] - cumulative[firstBins[cell]]
  }

  /// The draw of a rank from 0, ascending: exact for the ends and for atoms, else where an evenly filled bin would have it.
  func orderStatistic(_ rank: Int) -> Double {
    if rank == 0 { return minimum }
    if rank == count - 1 { return maximum }
    let bin = bin(ofRank: rank)
    let leaf = leaf(of: bin)
    if leaf.isAtom { return leaf.lower }
    let low = max(leaf.edge(bin - leaf.base), minimum)
    let high = min(leaf.edge(bin - leaf.base + 1), maximum)
    let place = Double(rank - cumulative[bin] + 1) / Double(cumulative[bin + 1] - cumulative[bin] + 1)
    return min(max(low * (1 - place) + high * place, low), high)
  }

  /// The bin of the draw of a rank from 0.
  func bin(ofRank rank: Int) -> Int { cumulative.partitioningIndex { $0 > rank } - 1 }

  func leaf(of bin: Int) -> BinMap.Leaf { leaves[leaves.partitioningIndex { $0.base > bin } - 1] }

  /// ∫ N(u) du, N(u) the draws below u, with every bin filled evenly; negative where the second limit is the lower.
  func countIntegral(from start: Double, to end: Double) -> Double {
    if start > end { return -countIntegral(from: end, to: start) }
    var sum = 0.0
    var index = max(leaves.partitioningIndex { $0.lower > start } - 1, 0)
    while index < leaves.count && leaves[index].lower < end {
      sum += countIntegral(from: start, to: end, in: leaves[index])
      index += 1
    }
    return sum
  }

  private func countIntegral(from start: Double, to end: Double, in leaf: BinMap.Leaf) -> Double {
    var sum = 0.0
    for step in 0..<leaf.count {
      let low = leaf.edge(step)
      let high = leaf.edge(step + 1)
      let from = max(low, start)
      let to = min(high, end)
      if to <= from { continue }
      let before = Double(cumulative[leaf.base + step])
      let inside = Double(cumulative[leaf.base + step + 1]) - before
      let middle = before + inside * min(max(((from + to) / 2 - low) / (high - low), 0), 1)
      sum += middle * (to - from)
    }
    return sum
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils a condition that, once true, stays true.
  ///
  /// O(log n).
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

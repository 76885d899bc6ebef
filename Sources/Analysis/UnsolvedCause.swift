internal import Statistics

/// The uncertain number whose range the unsolved draws come from.
///
/// Of all numbers the one whose distribution among the unsolved draws is farthest from that among all draws, by the largest
/// difference of the two distribution functions (Kolmogorov and Smirnov): a draw that does not solve because a number is large or
/// small has an extreme value of it, and any value of the others. Numbers that are drawn together can stand in for each other; then
/// the one that acts has the larger difference.
package struct UnsolvedCause: Hashable, Sendable {
  package var path: String
  /// From the 5th to the 95th percentile of the unsolved draws.
  package var amongUnsolved: ClosedRange<Double>
  /// The least and the greatest value that was looked at.
  package var amongAll: ClosedRange<Double>
  /// Whether chance alone would show such a difference in fewer than one case of a hundred.
  package var isClear: Bool

  package init(path: String, amongUnsolved: ClosedRange<Double>, amongAll: ClosedRange<Double>, isClear: Bool) {
    self.path = path
    self.amongUnsolved = amongUnsolved
    self.amongAll = amongAll
    self.isClear = isClear
  }

  /// Compares the values of every number in some unsolved draws with those in some draws of any kind, at least one of each; nothing
  /// without numbers.
  ///
  /// The chance is shared out over all numbers. O(numbers · draws · log draws).
  init?(paths: [String], unsolved: [[Double]], all: [[Double]]) {
    var best: (index: Int, distance: SampleDistance)?
    for index in paths.indices {
      let distance = SampleDistance(between: unsolved[index].sorted(), and: all[index].sorted())
      if distance.largestDifference > best?.distance.largestDifference ?? -1 { best = (index, distance) }
    }
    guard let best else { return nil }
    let (sorted, others) = (unsolved[best.index].sorted(), all[best.index].sorted())
    let tail = (sorted.count - 1) / 20
    path = paths[best.index]
    amongUnsolved = sorted[tail]...sorted[sorted.count - 1 - tail]
    amongAll = min(sorted[0], others[0])...max(sorted[sorted.count - 1], others[others.count - 1])
    isClear = best.distance.exceedsChance(0.01 / Double(paths.count))
  }
}

/// One row a law: its histogram as a filled outline, all on one axis.
package struct DensityChart: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var label: String
    package var histogram: BinnedDraws
    package var middle: Double
  }

  package var axis: String
  package var rows: [Row]
  package var thresholds: [Double]
}

/// Draws counted in bins of one width; the outer bins hold what lies beyond them too.
package struct BinnedDraws: Hashable, Sendable {
  package var lower: Double
  package var upper: Double
  package var counts: [Double]
  package var total: Double { counts.reduce(0, +) }

  /// The width of a bin; 0 where all draws are one number.
  package var width: Double { counts.isEmpty ? 0 : (upper - lower) / Double(counts.count) }

  /// The share of the draws below each bin's end, with 0 at the lower one first.
  package var cumulative: [(value: Double, share: Double)] {
    var sum = 0.0
    var points = [(value: lower, share: 0.0)]
    for (index, count) in counts.enumerated() {
      sum += count
      points.append((lower + Double(index + 1) * width, sum / max(total, 1)))
    }
    return points
  }
}

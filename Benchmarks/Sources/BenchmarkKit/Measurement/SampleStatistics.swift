/// What is kept of the samples of one benchmark.
package struct SampleStatistics: Hashable, Codable, Sendable {
  /// How many samples there were.
  package var samples: Int
  package var minimum: Double
  package var median: Double
  /// The 90th percentile (Hyndman–Fan type 7).
  package var p90: Double

  /// The statistics of at least one sample.
  ///
  /// O(n log n).
  package init(_ values: [Double]) {
    precondition(!values.isEmpty, "statistics need at least one sample")
    let sorted = values.sorted()
    samples = sorted.count
    minimum = sorted[0]
    median = Self.quantile(0.5, of: sorted)
    p90 = Self.quantile(0.9, of: sorted)
  }

  /// How far the fastest sample lies from the median, as a fraction of the median.
  ///
  /// The upper half says little about a benchmark: it holds whatever else the machine did.
  package var spread: Double { median > 0 ? (median - minimum) / median : 0 }

  private static func quantile(_ fraction: Double, of sorted: [Double]) -> Double {
    let place = fraction * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}

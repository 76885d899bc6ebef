/// Results beside those of an earlier run.
package struct Comparison: Hashable, Sendable {
  /// What has become of a benchmark.
  package enum Change: Hashable, Sendable {
    case faster
    case slower
    /// Not beyond noise.
    case same
    /// Not in the earlier run.
    case new
  }

  /// One benchmark.
  package struct Row: Hashable, Sendable {
    package var result: BenchmarkResult
    /// Now over before, by medians; nothing where there is no before.
    package var ratio: Double?
    package var change: Change
  }

  /// How a change is told from noise, in words.
  package static let rule =
    "A benchmark has moved when its medians differ by more than 5 % and by more than three times the distance from minimum to "
    + "median, the larger of both runs."

  /// The least ratio that counts as a change, less 1.
  private static let leastChange = 0.05

  /// In the order of the new results.
  package var rows: [Row]
  /// Names of the earlier run that are not in the new one.
  package var missing: [String]

  package init(_ report: BenchmarkReport, with earlier: BenchmarkReport) {
    rows = report.results.map { result in
      guard let before = earlier.result(named: result.name), before.unit == result.unit, before.statistics.median > 0 else {
        return Row(result: result, ratio: nil, change: .new)
      }
      let (new, old) = (result.statistics, before.statistics)
      let noise = max(Self.leastChange, 3 * max(new.spread, old.spread))
      let ratio = new.median / old.median
      // Twice as fast and twice as slow are the same distance from 1.
      let distance = max(ratio, 1 / ratio) - 1
      let change: Change = distance <= noise ? .same : ratio > 1 ? .slower : .faster
      return Row(result: result, ratio: ratio, change: change)
    }
    missing = earlier.results.map(\.name).filter { report.result(named: $0) == nil }
  }

  /// Whether something got slower, or larger, beyond noise.
  package var hasSlower: Bool { rows.contains { $0.change == .slower } }
}

/// Results in the Bencher Metric Format: benchmark name, then measure, then value with its bounds.
///
/// The value is the median, the bounds are the fastest sample and the 90th percentile. Latencies are in nanoseconds, as Bencher
/// has them, memory in bytes. Source: https://bencher.dev/docs/reference/bencher-metric-format/
package struct BencherMetrics: Hashable, Codable, Sendable {
  /// A value with the range it came from.
  package struct Metric: Hashable, Codable, Sendable {
    package var value: Double
    package var lowerValue: Double
    package var upperValue: Double

    enum CodingKeys: String, CodingKey {
      case value
      case lowerValue = "lower_value"
      case upperValue = "upper_value"
    }
  }

  /// Metrics by benchmark and measure.
  package var benchmarks: [String: [String: Metric]]

  package init(_ report: BenchmarkReport) {
    benchmarks = [:]
    for result in report.results {
      let scale = result.unit.bencherScale
      let statistics = result.statistics
      benchmarks[result.name] = [
        result.unit.measure: Metric(
          value: statistics.median * scale, lowerValue: statistics.minimum * scale, upperValue: statistics.p90 * scale)
      ]
    }
  }

  /// The document.
  package var text: String { JSONText.pretty(benchmarks) }
}

extension BenchmarkUnit {
  /// Bencher's units of the measure in one of this unit.
  fileprivate var bencherScale: Double { self == .nanosecondsPerValue ? 1 : 1e6 }
}

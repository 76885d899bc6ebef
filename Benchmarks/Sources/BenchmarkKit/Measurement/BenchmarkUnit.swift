/// What a benchmark measures; less is better for all of them.
///
/// The raw value is its name in files.
package enum BenchmarkUnit: String, Hashable, Codable, Sendable, CaseIterable {
  /// Nanoseconds for each double that is computed.
  case nanosecondsPerValue = "ns/value"
  case milliseconds = "ms"
  /// Peak resident memory in units of 10⁶ bytes.
  case megabytes = "MB"

  /// The measure that the Bencher Metric Format knows it by.
  package var measure: String { self == .megabytes ? "memory" : "latency" }
}

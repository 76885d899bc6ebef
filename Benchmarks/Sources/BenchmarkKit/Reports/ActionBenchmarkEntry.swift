internal import Reporting

/// One result in the `customSmallerIsBetter` form of github-action-benchmark: a document is an array of these.
///
/// The value is the median, the range says how far the 90th percentile and the minimum lie from it. Source:
/// https://github.com/benchmark-action/github-action-benchmark, section "Custom benchmark".
package struct ActionBenchmarkEntry: Hashable, Codable, Sendable {
  package var name: String
  package var unit: String
  package var value: Double
  /// Free text that is shown as the value's variance.
  package var range: String
  /// Free text that is shown on top of a point.
  package var extra: String

  package init(_ result: BenchmarkResult, machine: MachineFacts) {
    let statistics = result.statistics
    name = result.name
    unit = result.unit.rawValue
    value = statistics.median
    let above = NumberText.short(statistics.p90 - statistics.median)
    let below = NumberText.short(statistics.median - statistics.minimum)
    range = "+\(above)/-\(below)"
    extra = "\(statistics.samples) samples\n\(machine.processor), \(machine.instructionSet), \(machine.compiler)"
  }

  /// The document of all results.
  package static func text(_ report: BenchmarkReport) -> String {
    JSONText.pretty(report.results.map { ActionBenchmarkEntry($0, machine: report.machine) })
  }
}

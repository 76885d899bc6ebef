internal import FoundationEssentials

/// The raw results of one run of the benchmarks, as they are kept in `Benchmarks/History`.
package struct BenchmarkReport: Hashable, Codable, Sendable {
  /// Version of this form.
  package static let currentSchema = 1

  package var schema: Int
  package var machine: MachineFacts
  package var results: [BenchmarkResult]

  package init(machine: MachineFacts, results: [BenchmarkResult]) {
    schema = Self.currentSchema
    self.machine = machine
    self.results = results
  }

  /// Reads raw results.
  package init(path: String) throws(BenchmarkFailure) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw .cannotRead(path: path, reason: "no such file, or no right to read it")
    }
    guard let report = try? JSONDecoder().decode(BenchmarkReport.self, from: data), report.schema == Self.currentSchema else {
      throw .notResults(path: path)
    }
    self = report
  }

  /// The raw results as JSON with a line feed at the end.
  package var text: String { JSONText.pretty(self) }

  /// The result with a name.
  package func result(named name: String) -> BenchmarkResult? { results.first { $0.name == name } }
}

/// What one benchmark gave.
package struct BenchmarkResult: Hashable, Codable, Sendable {
  package var name: String
  package var unit: BenchmarkUnit
  /// In the unit.
  package var statistics: SampleStatistics

  package init(name: String, unit: BenchmarkUnit, statistics: SampleStatistics) {
    self.name = name
    self.unit = unit
    self.statistics = statistics
  }
}

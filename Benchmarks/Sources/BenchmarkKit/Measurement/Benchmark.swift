/// One thing that is measured.
package struct Benchmark: Sendable {
  /// Parts from general to special with slashes between: `kernel/v4/exp`.
  package var name: String
  package var unit: BenchmarkUnit
  /// The samples in the unit.
  package var measure: @Sendable (Sampler) throws(BenchmarkFailure) -> [Double]

  package init(
    _ name: String, _ unit: BenchmarkUnit, measure: @escaping @Sendable (Sampler) throws(BenchmarkFailure) -> [Double]
  ) {
    self.name = name
    self.unit = unit
    self.measure = measure
  }
}

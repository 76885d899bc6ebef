internal import LinearAlgebra
package import VectorMath

/// One function of the kernels over a block of 512 draws in the first cache.
///
/// The table is in `KernelBenchmark+Table.swift`: a row says which function and calls it once.
package struct KernelBenchmark: Sendable {
  /// The function as Swift spells it: `exp(_:into:)`.
  ///
  /// A test holds the table against the protocol.
  package let signature: String
  /// The last part of the benchmark's name.
  package let name: String
  let pass: @Sendable (any KernelSet.Type, inout ColumnStore) -> Void

  /// A row of the table; named by the function's base name unless another function shares it.
  init(_ signature: String, name: String? = nil, pass: @escaping @Sendable (any KernelSet.Type, inout ColumnStore) -> Void) {
    self.signature = signature
    self.name = name ?? String(signature.prefix { $0 != "(" })
    self.pass = pass
  }

  /// Nanoseconds a value with the kernels of an instruction set that this machine has, sample by sample.
  package func nanosecondsPerValue(_ set: InstructionSet, _ sampler: Sampler) -> [Double] {
    var columns = KernelOperands.columns()
    let kernels = set.kernels
    return sampler.secondsPerCall { pass(kernels, &columns) }.map { $0 * 1e9 / Double(KernelOperands.count) }
  }

  /// All rows on every instruction set that this machine has.
  static var benchmarks: [Benchmark] {
    InstructionSet.allCases.filter(\.isAvailable).flatMap { set in
      table.map { row in
        Benchmark("kernel/\(set.rawValue)/\(row.name)", .nanosecondsPerValue) { sampler throws(BenchmarkFailure) in
          row.nanosecondsPerValue(set, sampler)
        }
      }
    }
  }
}

/// The columns that kernels are measured on.
enum KernelOperands {
  /// Values of a block.
  static let count = 512

  /// The result of a pass.
  static let target = 0
  /// Uniforms in (0, 1).
  static let uniform = 1
  /// Standard normals.
  static let normal = 2
  /// Lognormals about 1, with a log standard deviation of 1.
  static let positive = 3
  /// Other standard normals.
  static let other = 4
  /// The results of passes with more than one.
  static let target2 = 5
  static let target3 = 6

  /// Direction numbers, or a key.
  static let words = (0..<32).map { UInt32($0 + 1) &* 0x9e37_79b9 }

  /// The columns, filled.
  static func columns() -> ColumnStore {
    let kernels = InstructionSet.detected.kernels
    var columns = ColumnStore(columns: 7, rows: count)
    columns.update(uniform) { y in kernels.uniforms(into: &y, stream: 1, key: 1, block: 0) }
    columns.update(normal) { y in kernels.normals(into: &y, stream: 2, key: 1, block: 0) }
    columns.update(other) { y in kernels.normals(into: &y, stream: 3, key: 1, block: 0) }
    columns.update(positive, reading: normal) { x, y in kernels.exp(x, into: &y) }
    return columns
  }
}

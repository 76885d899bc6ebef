internal import LinearAlgebra
internal import Statistics
internal import VectorMath

/// The parts of a block that are no kernels: products by BLAS, and sketches.
enum BlockBenchmarks {
  /// Draws of a block.
  static let draws = KernelOperands.count

  static let all = [
    Benchmark("blas/dtrmm-512x12", .nanosecondsPerValue) { sampler throws(BenchmarkFailure) in
      correlation(variables: 12, sampler)
    },
    Benchmark("blas/dgemm-512x30x64", .nanosecondsPerValue) { sampler throws(BenchmarkFailure) in
      product(factors: 30, lines: 64, sampler)
    },
    Benchmark("blas/dgemm-512x12x12", .nanosecondsPerValue) { sampler throws(BenchmarkFailure) in
      product(factors: 12, lines: 12, sampler)
    },
    Benchmark("sketch/add", .nanosecondsPerValue) { sampler throws(BenchmarkFailure) in sketch(.detected, sampler) },
  ]

  /// Nanoseconds a value of dependence: a block of normals times the factor of an equicorrelated matrix.
  static func correlation(variables: Int, _ sampler: Sampler) -> [Double] {
    var correlations = Matrix(rows: variables, columns: variables, repeating: 0.4)
    for i in 0..<variables { correlations[i, i] = 1 }
    let factor = correlations.choleskyFactor() ?? Matrix(identity: variables)
    var columns = normals(variables)
    return perValue(variables, sampler) {
      columns.multiplyByTranspose(ofLowerTriangular: factor, columns: 0..<variables)
    }
  }

  /// Nanoseconds a value of loadings: a block of factors times their loadings on lines.
  static func product(factors: Int, lines: Int, _ sampler: Sampler) -> [Double] {
    let loadings = Matrix(rows: factors, columns: lines, repeating: 0.1)
    var columns = normals(factors + lines)
    return perValue(lines, sampler) {
      columns.formProduct(of: 0..<factors, with: loadings, into: factors..<factors + lines, accumulating: false)
    }
  }

  /// Nanoseconds a draw of taking a block into a sketch, with the percentiles of the reference workloads.
  static func sketch(_ set: InstructionSet, _ sampler: Sampler) -> [Double] {
    let pilot = normals(8)
    let values = (0..<8).flatMap { column in (0..<draws).map { pilot.column(column)[$0] } }
    let request = SketchRequest(percentiles: [1, 5, 10, 25, 50, 75, 90, 95, 99])
    var sketch = OutcomeSketch(SketchGrid(pilot: values, request: request))
    // Block after block: the branches of one block would be learnt by heart.
    var block = 0
    return perValue(1, sampler) {
      sketch.add(pilot.column(block & 7), kernels: set.kernels)
      block += 1
    }
  }

  /// Nanoseconds a value of setting a block to a constant, as the engine does where a sum begins.
  static func fill(_ sampler: Sampler) -> [Double] {
    var columns = normals(1)
    return perValue(1, sampler) { columns.update(0) { y in for i in 0..<y.count { y[i] = 0.5 } } }
  }

  private static func perValue(_ columns: Int, _ sampler: Sampler, _ operation: () -> Void) -> [Double] {
    sampler.secondsPerCall(operation).map { $0 * 1e9 / Double(draws * columns) }
  }

  /// Columns of independent standard normals.
  private static func normals(_ count: Int) -> ColumnStore {
    let kernels = InstructionSet.detected.kernels
    var columns = ColumnStore(columns: count, rows: draws)
    for column in 0..<count {
      columns.update(column) { y in kernels.normals(into: &y, stream: UInt64(column), key: 1, block: 0) }
    }
    return columns
  }
}

package import VectorMath

/// What one value of a kind of pass costs on this machine, its operands in the first cache.
package enum UnitCost {
  /// The median of many samples in nanoseconds; nothing where no benchmark measures the pass.
  ///
  /// Products are measured in the shapes of the workloads: dependence of 12 variables (W1), loadings of 30 factors on 64 lines (W2).
  package static func nanoseconds(of pass: String, _ set: InstructionSet, _ sampler: Sampler) -> Double? {
    let samples: [Double]
    switch pass {
    case "dtrmm": samples = BlockBenchmarks.correlation(variables: 12, sampler)
    case "dgemm": samples = BlockBenchmarks.product(factors: 30, lines: 64, sampler)
    case "fill": samples = BlockBenchmarks.fill(sampler)
    case "sketch": samples = BlockBenchmarks.sketch(set, sampler)
    default:
      guard let kernel = KernelBenchmark.table.first(where: { $0.name == pass }) else { return nil }
      samples = kernel.nanosecondsPerValue(set, sampler)
    }
    return SampleStatistics(samples).median
  }
}

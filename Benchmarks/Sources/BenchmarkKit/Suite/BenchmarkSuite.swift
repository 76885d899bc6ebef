/// All benchmarks of this machine, in the order in which they are measured and printed: processes before the workloads, whose memory
/// would hide theirs.
package enum BenchmarkSuite {
  /// - Parameter threads: The workloads run on one thread and on this many, processes on this many.
  package static func all(places: PackagePlaces, threads: Int) -> [Benchmark] {
    KernelBenchmark.benchmarks + BlockBenchmarks.all + ProcessBenchmarks.all(places: places, threads: threads)
      + WorkloadBenchmarks.all(places: places, threads: threads)
  }
}

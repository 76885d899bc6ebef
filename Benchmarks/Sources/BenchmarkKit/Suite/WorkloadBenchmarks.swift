internal import Analysis
internal import VectorMath

/// Loading, compiling and running scenario files inside this process.
enum WorkloadBenchmarks {
  /// The scenario that the project ships: its folder's name.
  static let shippedName = "pakistan-us-2025"

  /// - Parameter threads: The workloads run on one thread and on this many.
  static func all(places: PackagePlaces, threads: Int) -> [Benchmark] {
    let scenarios = ReferenceWorkload.allCases.map { ($0.rawValue, $0.file) } + [(shippedName, "Scenarios/" + shippedName)]
    let loads = scenarios.map { name, file in loading(name, places.file(file)) }
    let compilations = scenarios.map { name, file in compilation(name, places.file(file)) }
    let runs = ReferenceWorkload.allCases.flatMap { workload in
      Set([1, threads]).sorted().map { simulation(workload, threads: $0, places) }
    }
    return loads + compilations + runs
  }

  private static func loading(_ name: String, _ path: String) -> Benchmark {
    Benchmark("load/\(name)", .milliseconds) { sampler throws(BenchmarkFailure) in
      try sampler.measurements { () throws(BenchmarkFailure) in
        try milliseconds { () throws(BenchmarkFailure) in _ = try LoadedScenario(path) }
      }
    }
  }

  private static func compilation(_ name: String, _ path: String) -> Benchmark {
    Benchmark("compile/\(name)", .milliseconds) { sampler throws(BenchmarkFailure) in
      let scenario = try LoadedScenario(path)
      return try sampler.measurements { () throws(BenchmarkFailure) in
        try milliseconds { () throws(BenchmarkFailure) in _ = try scenario.compiled(path: path) }
      }
    }
  }

  private static func simulation(_ workload: ReferenceWorkload, threads: Int, _ places: PackagePlaces) -> Benchmark {
    let name = "workload/\(workload.rawValue)/\(threads)-thread\(threads == 1 ? "" : "s")"
    return Benchmark(name, .milliseconds) { sampler throws(BenchmarkFailure) in
      let run = try WorkloadRun(workload, places: places)
      return try sampler.measurements { () throws(BenchmarkFailure) in
        try run.simulated(draws: nil, seed: nil, threads: threads, kernels: KernelChoice()).seconds * 1e3
      }
    }
  }

  private static func milliseconds(_ operation: () throws(BenchmarkFailure) -> Void) throws(BenchmarkFailure) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try operation()
    return (clock.now - start) / .milliseconds(1)
  }
}

internal import FoundationEssentials

/// The built program from outside: time from start to end, and peak memory.
enum ProcessBenchmarks {
  static func all(places: PackagePlaces, threads: Int) -> [Benchmark] {
    let w1 = places.file(ReferenceWorkload.w1.file)
    let shipped = places.file("Scenarios/" + WorkloadBenchmarks.shippedName)
    return [
      Benchmark("process/version", .milliseconds) { sampler throws(BenchmarkFailure) in
        try samples(places, sampler, ["--version"]).map { $0.seconds * 1e3 }
      },
      Benchmark("process/\(WorkloadBenchmarks.shippedName)-10000-draws", .milliseconds) { sampler throws(BenchmarkFailure) in
        try runs(places, sampler, shipped, draws: 10_000, threads: threads).map { $0.seconds * 1e3 }
      },
      Benchmark("process/w1-1000000-draws", .milliseconds) { sampler throws(BenchmarkFailure) in
        try runs(places, sampler, w1, draws: 1_000_000, threads: threads).map { $0.seconds * 1e3 }
      },
    ]
      + [1_000_000, 10_000_000].map { draws in
        Benchmark("memory/w1-\(draws)-draws", .megabytes) { sampler throws(BenchmarkFailure) in
          // Memory repeats to a few pages; three samples show that.
          var few = sampler
          few.samples = sampler.fewest
          return try runs(places, few, w1, draws: draws, threads: threads).map { (run) throws(BenchmarkFailure) in
            guard !run.peakIsHidden else { throw .peakHidden(below: OwnMemory.peakBytes) }
            return Double(run.peakBytes) / 1e6
          }
        }
      }
  }

  /// `tariffsim run` on a file, its results written to a folder that is removed afterwards.
  private static func runs(
    _ places: PackagePlaces, _ sampler: Sampler, _ file: String, draws: Int, threads: Int
  ) throws(BenchmarkFailure) -> [ChildRun] {
    let name = "benchmarks-\(ProcessInfo.processInfo.processIdentifier)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try samples(
      places, sampler, ["run", file, "--draws", "\(draws)", "--threads", "\(threads)", "--output", folder])
  }

  private static func samples(
    _ places: PackagePlaces, _ sampler: Sampler, _ arguments: [String]
  ) throws(BenchmarkFailure) -> [ChildRun] {
    let command = [try places.tariffSim()] + arguments
    let warmUp = try ChildRun(command)
    var children: [ChildRun] = []
    for _ in 0..<sampler.count(ofSamplesTaking: warmUp.seconds) { children.append(try ChildRun(command)) }
    return children
  }
}

/// How the benchmarks themselves were built.
enum BuildMode {
  /// Fails in a debug build.
  static func requireOptimised() throws(BenchmarkFailure) {
    #if DEBUG
      throw .debugBuild
    #endif
  }
}

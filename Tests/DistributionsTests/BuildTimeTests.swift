import Distributions
import Glibc
import Testing

@Suite("Time to check and tabulate a law", .serialized)
struct BuildTimeTests {
  /// Every family that is tabulated or inverted, at its ends.
  private static var laws: [(name: String, make: () throws(DistributionError) -> Distribution)] {
    let extremes = [1e-300, 1e-3, 0.01, 1, 1e3, 1e8, 1e15, 1e20, 1e300, 1.7e308]
    var laws: [(name: String, make: () throws(DistributionError) -> Distribution)] = []
    for shape in extremes {
      laws.append(("gamma \(shape)", { () throws(DistributionError) in try .gamma(shape: shape, scale: 1) }))
      laws.append(("weibull \(shape)", { () throws(DistributionError) in try .weibull(shape: shape, scale: 1) }))
      laws.append(("lognormal \(shape)", { () throws(DistributionError) in try .lognormal(mean: 1, standardDeviation: shape) }))
      laws.append(("normal \(shape)", { () throws(DistributionError) in try .normal(mean: 1, standardDeviation: shape) }))
      laws.append(("exponential \(shape)", { () throws(DistributionError) in try .exponential(mean: shape) }))
      laws.append(
        ("triangular \(shape)", { () throws(DistributionError) in try .triangular(lower: 0, mode: shape, upper: shape) }))
      for other in [1e-3, 1, 1e8, shape] {
        laws.append(("beta \(shape) \(other)", { () throws(DistributionError) in try .beta(alpha: shape, beta: other) }))
      }
    }
    return laws
  }

  /// The aim is 50 ms; a factor of four is left to a slow machine.
  ///
  /// What is refused is refused in that time too.
  @Test("No law takes long to check and tabulate, however extreme its shape")
  func inTime() {
    for law in Self.laws {
      let start = Self.processorSeconds
      if let distribution = try? law.make() { _ = distribution.gaussianMarginal }
      let taken = Self.processorSeconds - start
      #expect(taken < 0.2, "\(law.name) took \(taken) s")
    }
  }

  /// What this thread has computed: on a busy machine a clock on the wall tells of the others too.
  private static var processorSeconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

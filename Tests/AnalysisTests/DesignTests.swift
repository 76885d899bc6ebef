import Analysis
import Distributions
import Glibc
import Sampling
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("Runs under designs of points")
struct DesignTests {
  private static let thresholds = [Plan.Threshold(outcome: .exportRevenue, value: 170)]

  /// One run that keeps its draws, with several replicates in a block, and one that sketches them.
  private static func plans(_ set: PointSet) -> [Plan] {
    [
      Plan(
        draws: 5 << 7, seed: 3, thresholds: thresholds, design: .replicated(set, replicates: 5), reportsLines: true),
      Plan(
        draws: 6 << 12, seed: 3, thresholds: thresholds, design: .replicated(set, replicates: 6),
        rotates: set != .antithetic, reportsLines: true),
    ]
  }

  @Test("The number of threads changes nothing, to the last bit", arguments: PointSet.allCases)
  func threads(set: PointSet) throws {
    let study = try richStudy()
    for plan in Self.plans(set) {
      let one = try run(study, plan, threads: 1).everything
      for count in [2, 3, 7] { #expect(try run(study, plan, threads: count).everything == one) }
    }
  }

  @Test("Any cut into shards gives the result of one run, to the last bit", arguments: PointSet.allCases, [2, 3, 5, 11, 50])
  func shards(set: PointSet, count: Int) throws {
    let study = try richStudy()
    for plan in Self.plans(set) {
      let model = try CompiledModel(study, reportsLines: plan.reportsLines)
      let parts = try (1...count).map { index in
        var run = DistributionRun(
          model, plan: plan, shard: try #require(Shard(index, of: count)), threads: 1 + index % 3,
          kernels: KernelChoice(.detected))
        run.advance(threads: 1 + index % 3)
        return run.tally.encoded
      }
      #expect(try merge(parts, model: model, plan: plan).everything == run(study, plan).everything)
    }
  }

  @Test("A run goes on from bytes wherever it stopped, with the same result", arguments: PointSet.allCases)
  func resumption(set: PointSet) throws {
    let (study, plan) = (try richStudy(), Self.plans(set)[1])
    let model = try CompiledModel(study, reportsLines: plan.reportsLines)
    func start() -> DistributionRun { DistributionRun(model, plan: plan, threads: 2, kernels: KernelChoice(.detected)) }
    var run = start()
    var stops = 0
    while !run.isFinished {
      run.advance(threads: 1 + stops % 3, until: .now)
      let kept = run.tally.encoded
      run = start()
      try run.resume(from: kept)
      stops += 1
    }
    #expect(stops > 10)
    #expect(try run.result(threads: 2).everything == AnalysisTests.run(study, plan).everything)
  }

  /// Revenue is 100·ρ^−ε with ln ε normal; the mean by quadrature over 20,001 points of the normal law to 8.5.
  @Test("Means and their errors are right: within five errors of the truth, and errors far below those of random draws")
  func accuracy() throws {
    let (mu, sigma) = (0.3, 0.5)
    let study = study([line("a", elasticity: try .lognormal(logMean: mu, logStandardDeviation: sigma))])
    func revenue(_ z: Double) -> Double { 100 * pow(1.39 / 1.1, -exp(mu + sigma * z)) }
    var (sum, weights) = (0.0, 0.0)
    for step in -10_000...10_000 {
      let z = Double(step) * 8.5e-4
      let weight = exp(-z * z / 2)
      sum += weight * revenue(z)
      weights += weight
    }
    let truth = sum / weights
    var errors: [String: Double] = [:]
    for design in [Design.random] + PointSet.allCases.map({ .replicated($0, replicates: 16) }) {
      let mean = try run(study, Plan(draws: 16 << 12, seed: 8, design: design)).summary(.exportRevenue).mean
      let error = try #require(mean.standardError)
      // Student's t with 15 degrees of freedom exceeds 8 with probability 9e-7.
      #expect((mean.value - truth).magnitude < 8 * error, "\(design)")
      errors[design.name] = error
    }
    let random = try #require(errors["random"])
    for (name, factor) in [("antithetic", 1.2), ("latin", 100), ("sobol", 100), ("lattice", 100)] {
      #expect(try #require(errors[name]) < random / factor, "\(name) \(errors)")
    }
  }

  /// Ten lines with one response: with normals of equal weight the sum of all is the one direction that matters.
  @Test("Rotation finds the direction that matters, and percentiles gain")
  func rotation() throws {
    let study = study(try lines(10))
    var widths: [Bool: Double] = [:]
    for rotates in [false, true] {
      let plan = Plan(draws: 16 << 9, seed: 6, design: .replicated(.sobol, replicates: 16), rotates: rotates)
      let result = try run(study, plan)
      #expect(result.leadingShares.isEmpty != rotates)
      if rotates { #expect(result.leadingShares[0] > 0.9) }
      let own = try result.summary(.exportRevenue).percentiles.map { percentile in
        let interval = try #require(percentile.interval)
        return interval.upperBound - interval.lowerBound
      }
      widths[rotates] = own.reduce(0, +)
    }
    #expect(try #require(widths[true]) < 0.6 * (try #require(widths[false])))
  }

  @Test("Rotated means are unbiased: within eight errors of those of random draws")
  func rotatedMeans() throws {
    let study = try richStudy()
    let plan = Plan(draws: 16 << 10, seed: 6, design: .replicated(.sobol, replicates: 16), rotates: true)
    let (own, random) = (
      try run(study, plan).summary(.exportRevenue), try run(study, Plan(draws: 200_000)).summary(.exportRevenue)
    )
    let error = try #require(own.mean.standardError) + (try #require(random.mean.standardError))
    #expect((own.mean.value - random.mean.value).magnitude < 8 * error)
    for (a, b) in zip(own.percentiles, random.percentiles) {
      let (x, y) = (try #require(a.interval), try #require(b.interval))
      #expect((a.value - b.value).magnitude < 2 * (x.upperBound - x.lowerBound + y.upperBound - y.lowerBound))
    }
  }

  @Test("Probabilities and percentiles have intervals from replicates, and their values are those of the pooled draws")
  func intervals() throws {
    let plan = Plan(draws: 16 << 9, seed: 1, thresholds: Self.thresholds, design: .replicated(.sobol, replicates: 16))
    let summary = try run(try richStudy(), plan).summary(.exportRevenue)
    #expect(summary.replication == .replicates(16))
    let random = try run(try richStudy(), Plan(draws: 16 << 9, seed: 1, thresholds: Self.thresholds)).summary(.exportRevenue)
    for (own, other) in zip(summary.percentiles, random.percentiles) {
      let (a, b) = (try #require(own.interval), try #require(other.interval))
      #expect(a.contains(own.value) && a.upperBound - a.lowerBound < b.upperBound - b.lowerBound)
    }
  }
}

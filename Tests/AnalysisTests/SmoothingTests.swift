import Analysis
import Distributions
import Glibc
import Sampling
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("Averages over an input that outcomes are linear in")
struct SmoothingTests {
  private static let (mu, sigma) = (0.3, 0.5)
  private static let kernels = KernelChoice(.detected)

  /// Revenue 100·ρ^−ε with ln ε normal, and a promise of 10 to 30, even, that adds to imports as it is.
  private static func promise() throws -> Study {
    var study = study([line("a", elasticity: try .lognormal(logMean: mu, logStandardDeviation: sigma))])
    study.imports = [
      ImportLine(id: "i", baseValue: number(40), tariff: number(0.1), response: .log(elasticity: number(1), passThrough: nil))
    ]
    study.commitments = [
      PurchaseCommitment(
        name: "crude",
        amount: .value(Quantity(.distribution(try .uniform(lower: 10, upper: 30)), path: "commitments/crude/amount")),
        basis: .increment(overlap: nil), additionality: .share(number(1)))
    ]
    study.scenarios[0].commitments = [PolicyScenario.Use("crude")]
    return study
  }

  /// P(100·ρ^−e^(μ + σz) − 40 − X < y) as the mean over z of the uniform's own.
  ///
  /// A sum over 4,001 points of the normal law to 8.5, which misses 10⁻⁶ at the corners of the uniform.
  private static func share(below y: Double) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for step in -2_000...2_000 {
      let z = Double(step) * 4.25e-3
      let weight = exp(-z * z / 2)
      let revenue = 100 * pow(1.39 / 1.1, -exp(mu + sigma * z))
      // X > revenue − 40 − y.
      sum += weight * min(max((30 - (revenue - 40 - y)) / 20, 0), 1)
      weights += weight
    }
    return sum / weights
  }

  private static func plan(_ draws: Int, _ set: PointSet = .sobol, smooths: Bool = true, replicates: Int = 16) -> Plan {
    Plan(
      draws: draws, seed: 5, percentiles: [0, 1, 5, 50, 95], thresholds: [Plan.Threshold(outcome: .balance, value: 15)],
      design: .replicated(set, replicates: replicates), rotates: true, smooths: smooths)
  }

  private static func model(_ plan: Plan) throws -> CompiledModel {
    try CompiledModel(promise().checked(), for: plan, kernels: kernels)
  }

  private static func result(_ plan: Plan, threads: Int = 2) throws -> SimulationResult {
    try simulate(model(plan), plan: plan, threads: threads, kernels: kernels)
  }

  @Test("The number that outcomes are linear in is found, and told")
  func input() throws {
    #expect(try Self.result(Self.plan(16 << 6)).smoothedOver == "commitments/crude/amount")
    #expect(try Self.result(Self.plan(16 << 6, smooths: false)).smoothedOver == nil)
  }

  /// Student's t with 15 degrees of freedom exceeds 8 with probability 9e-7.
  @Test("Percentiles and probabilities are the law's, within eight errors that are far below those of draws", arguments: [8, 11])
  func accuracy(bits: Int) throws {
    let own = try Self.result(Self.plan(16 << bits)).summary(.balance)
    let drawn = try Self.result(Self.plan(16 << bits, smooths: false)).summary(.balance)
    for percent in [5.0, 50, 95] {
      let smooth = try #require(own.percentiles.first { $0.percent == percent })
      let rough = try #require(drawn.percentiles.first { $0.percent == percent })
      let (interval, other) = (try #require(smooth.interval), try #require(rough.interval))
      let width = interval.upperBound - interval.lowerBound
      #expect(width < 0.3 * (other.upperBound - other.lowerBound))
      let reach = 8 / 2.131 * width / 2
      #expect(Self.share(below: smooth.value - reach) < percent / 100 && Self.share(below: smooth.value + reach) > percent / 100)
    }
    let probability = own.exceedances[0].probabilityBelow
    let error = try #require(probability.standardError)
    #expect((probability.value - Self.share(below: 15)).magnitude < 8 * error + 1e-6)
    #expect(error < 0.3 * (try #require(drawn.exceedances[0].probabilityBelow.standardError)))
    #expect(own.percentiles[0] == drawn.percentiles[0], "the least draw is one of the draws")
    // Var X = 20²/12; what is left is the revenue's.
    let mean = own.mean
    #expect((mean.value - drawn.mean.value).magnitude < 8 * (try #require(drawn.mean.standardError)) + 1e-9)
    #expect((own.standardDeviation.value / drawn.standardDeviation.value - 1).magnitude < 0.01)
  }

  @Test(
    "Any threads and any shards give the same bytes, drawn or kept",
    arguments: [(PointSet.sobol, 8), (.lattice, 8), (.latin, 8), (.sobol, 12)])
  func invariance(set: PointSet, bits: Int) throws {
    let plan = Self.plan(6 << bits, set, replicates: 6)
    let one = try Self.result(plan, threads: 1).everything
    #expect(try Self.result(plan, threads: 3).everything == one)
    let model = try Self.model(plan)
    let parts = try (1...3).map { index in
      var run = DistributionRun(
        model, plan: plan, shard: try #require(Shard(index, of: 3)), threads: 1 + index % 2, kernels: Self.kernels)
      run.advance(threads: 1 + index % 2)
      return run.tally.encoded
    }
    #expect(try merge(parts, model: model, plan: plan).everything == one)
  }

  @Test("Random draws are what they were, whatever could be averaged")
  func random() throws {
    let plan = Plan(draws: 2_000, seed: 5)
    let own = try Self.result(plan).everything
    #expect(try simulate(CompiledModel(Self.promise()), plan: plan, threads: 1, kernels: Self.kernels).everything == own)
  }
}

import Analysis
import Distributions
import Simulation
import Statistics
import TariffModel
import TestSupport
import Testing
import VectorMath

/// One line of 100 with a duty of 0 under the linear form: V' = 100·max(0, 1 − ε·r), and a duty of r on it.
@Suite("Ratios to trade that is gone")
struct UndefinedRatioTests {
  private static let kernels = KernelChoice(.detected)

  private func model(elasticity: Distribution, rate: Distribution) throws -> CompiledModel {
    var study = study([line("a", duty: 0, elasticity: elasticity)])
    study.exports[0].response = .ownPrice(
      .linear(elasticity: Quantity(.distribution(elasticity), path: "exports/a/elasticity"), passThrough: nil))
    study.measures[0].rate = .uniform(Quantity(.distribution(rate), path: "measures/tariff/rate"))
    return try CompiledModel(study, reportsLines: true)
  }

  private func result(_ model: CompiledModel, draws: Int = 9_001, threads: Int = 2) throws -> SimulationResult {
    try simulate(model, plan: Plan(draws: draws, seed: 5, reportsLines: true), threads: threads, kernels: Self.kernels)
  }

  private static let ratios: Set<Outcome> = [.effectiveTariffRate, .buyerIncidence, .exporterIncidence]

  private func expectNothingSold(_ result: SimulationResult) throws {
    #expect(result.unsolved == nil)
    let revenue = try result.summary(.exportRevenue)
    let percent = try result.summary(.exportRevenueChangePercent)
    #expect(revenue.minimum == 0 && revenue.maximum == 0)
    #expect(percent.minimum == -100 && percent.maximum == -100)
    #expect(Set(result.undefined.filter { $0.key.slice == .total }.map(\.key.outcome)) == Self.ratios)
    #expect(result.outcomes.allSatisfy { !Self.ratios.contains($0.key.outcome) })
  }

  @Test("A certain tariff that ends all trade is an answer without an effective rate, not an error")
  func certain() throws {
    try expectNothingSold(result(model(elasticity: .constant(2), rate: .constant(0.6))))
  }

  @Test("The same where either number is drawn, narrowly or with one value", arguments: [9_001, 20_011])
  func drawn(draws: Int) throws {
    let one = try Distribution.discrete(values: [0.6], probabilities: [1])
    let narrow = try Distribution.uniform(lower: 2, upper: 2 + 1e-12)
    for (elasticity, rate) in [
      (narrow, Distribution.constant(0.6)), (.constant(2), one), (narrow, one),
      (try .uniform(lower: 2, upper: 3), try .uniform(lower: 0.5, upper: 0.9)),
    ] {
      try expectNothingSold(result(model(elasticity: elasticity, rate: rate), draws: draws))
    }
  }

  /// ε is even on [1, 3] and r is 0.5: trade ends in half of the draws, and the rate is 0.5 in the others, a constant by itself.
  @Test("A rate that is certain where there is trade rests on the draws with trade", arguments: [9_001, 40_011], [1, 3])
  func half(draws: Int, threads: Int) throws {
    let model = try model(elasticity: .uniform(lower: 1, upper: 3), rate: .constant(0.5))
    let result = try result(model, draws: draws, threads: threads)
    #expect(result.unsolved == nil && result.undefined.isEmpty)
    let revenue = try result.summary(.exportRevenue)
    #expect(revenue.draws == draws && revenue.minimum == 0)
    let rate = try result.summary(.effectiveTariffRate)
    // A binomial count within 6 standard errors: fails with a chance of 2·10⁻⁹, were the seed not fixed.
    #expect((Double(rate.draws) / Double(draws) - 0.5).magnitude < 3 / Double(draws).squareRoot())
    #expect(rate.minimum == 0.5 && rate.maximum == 0.5 && rate.mean.value == 0.5)
    #expect(try result.summary(.buyerIncidence).draws == rate.draws)
  }

  @Test("Shards change nothing where ratios are undefined in some draws", arguments: [9_001, 40_011])
  func shards(draws: Int) throws {
    let model = try model(elasticity: .uniform(lower: 1, upper: 3), rate: .uniform(lower: 0.4, upper: 0.6))
    let plan = Plan(draws: draws, seed: 5, reportsLines: true)
    let whole = try simulate(model, plan: plan, threads: 2, kernels: Self.kernels)
    let parts = try (1...3).map { index in
      let shard = try #require(Shard(index, of: 3))
      var run = DistributionRun(model, plan: plan, shard: shard, threads: index, kernels: Self.kernels)
      run.advance(threads: 2)
      return run.tally.encoded
    }
    let merged = try merge(parts, model: model, plan: plan)
    #expect(whole.everything == merged.everything && whole.undefined == merged.undefined && merged.unsolved == nil)
  }
}

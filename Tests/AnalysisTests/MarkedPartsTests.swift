import Analysis
import Distributions
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

/// What is marked or left blank in one run is so in its parts put together, and in a run that was stopped and went on.
@Suite struct MarkedPartsTests {
  private let plan = Plan(draws: 60_011, seed: 5, percentiles: [0.1, 5, 50, 95, 99.98, 99.995])

  /// Imports of a half of Cauchy's law, and an export line whose value has one in 5,000 far away, which a pilot of 4,096 hardly meets.
  private func study() throws -> Study {
    var study = AnalysisTests.study([line("a", elasticity: .constant(1))])
    let value = try Distribution.mixture(
      weights: [0.9998, 0.0002],
      components: [.uniform(lower: 0, upper: 100), .lognormal(logMean: 12, logStandardDeviation: 2)])
    study.exports[0].baseValue = Quantity(.distribution(value), path: "exports/a/value")
    study.imports = [
      ImportLine(
        id: "i",
        baseValue: Quantity(
          .distribution(try .studentT(degreesOfFreedom: 1).truncated(lower: 0)), path: "imports/i/base_value"),
        tariff: number(0.1), response: .log(elasticity: number(1), passThrough: nil))
    ]
    return study
  }

  private func start(_ shard: Shard = .whole) throws -> DistributionRun {
    DistributionRun(
      try CompiledModel(study()), plan: plan, shard: shard, threads: 2, kernels: KernelChoice(.detected))
  }

  private func expectMarks(_ result: SimulationResult) throws {
    let exports = try result.summary(.exportRevenue)
    #expect(exports.percentiles.contains(where: \.isWidened) && !exports.percentiles.allSatisfy(\.isWidened))
    #expect(exports.toldMean != nil)
    for outcome in [Outcome.imports, .balance] {
      let summary = try result.summary(outcome)
      #expect(summary.toldMean == nil && summary.toldStandardDeviation == nil && summary.toldSkewness == nil)
      #expect(summary.toldUpperShortfall == nil)
    }
  }

  @Test func `merged shards`() throws {
    let whole = try run(study(), plan)
    try expectMarks(whole)
    let parts = try (1...3).map { index in
      var run = try start(try #require(Shard(index, of: 3)))
      run.advance(threads: index)
      return run.tally.encoded
    }
    let merged = try merge(parts, model: CompiledModel(study()), plan: plan)
    #expect(merged.everything == whole.everything && merged.notes == whole.notes)
  }

  @Test func `a run that went on`() throws {
    let whole = try run(study(), plan)
    var run = try start()
    run.advance(threads: 2, isCancelled: { true })
    #expect(!run.isFinished)
    let kept = run.tally.encoded
    run = try start()
    try run.resume(from: kept)
    run.advance(threads: 2)
    let resumed = try run.result(threads: 2)
    try expectMarks(resumed)
    #expect(resumed.everything == whole.everything && resumed.notes == whole.notes)
  }
}

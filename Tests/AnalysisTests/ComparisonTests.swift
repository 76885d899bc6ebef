import Analysis
import Distributions
import Glibc
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("Which of several choices is better")
struct ComparisonTests {
  /// A study with one line under a tariff that is known, and a purchase of an uncertain amount.
  ///
  /// Scenarios: `tariff` and `package`, which has the purchase too, and `twice`, which has it at double scale.
  private static func purchases(_ amount: Distribution) throws -> Study {
    var purchases = study([line("a", elasticity: try .uniform(lower: 1, upper: 2))])
    purchases.imports = [
      ImportLine(id: "i", baseValue: number(100), tariff: number(0.1), response: .log(elasticity: number(1), passThrough: nil))
    ]
    purchases.commitments = [
      PurchaseCommitment(
        name: "crude", amount: .value(Quantity(.distribution(amount), path: "commitments/crude/amount")),
        basis: .increment(overlap: nil), importLine: "i", additionality: .share(number(1)))
    ]
    purchases.scenarios = [
      PolicyScenario(name: "tariff", measures: [PolicyScenario.Use("tariff")]),
      PolicyScenario(
        name: "package", measures: [PolicyScenario.Use("tariff")], commitments: [PolicyScenario.Use("crude")]),
      PolicyScenario(
        name: "twice", measures: [PolicyScenario.Use("tariff")], commitments: [PolicyScenario.Use("crude", scale: number(2))]),
    ]
    return purchases
  }

  private static func question(
    _ studies: [Study], _ names: [(Int, String)], reference: Int = 0, plan: Plan = Plan(draws: 40_000, seed: 2),
    directions: [Outcome: Direction] = [:]
  ) throws -> ComparisonQuestion {
    ComparisonQuestion(
      models: try studies.map { try CompiledModel($0, outcomes: [.exportRevenue, .imports, .balance, .effectiveTariffRate]) },
      choices: names.map { .init(model: $0, scenario: $1, label: "\($0)/\($1)") }, reference: reference, plan: plan,
      directions: directions, kernels: KernelChoice(.detected))
  }

  private static func result(_ question: ComparisonQuestion, threads: Int = 2) throws -> ComparisonResult {
    var run = ExperimentInProgress(question.experiment, shard: .whole, threads: threads)
    run.advance(threads: threads)
    return try question.result(of: run.tally, threads: threads)
  }

  private static func row(_ result: ComparisonResult, _ outcome: Outcome) throws -> ComparedOutcome {
    try #require(result.rows.first { $0.outcome == outcome && $0.slice == .total })
  }

  /// The package's balance is the tariff's less the purchase, in every draw, so that all of the difference's law is known.
  @Test("Two scenarios that differ by a known purchase differ by it", arguments: [4_000, 40_000])
  func knownPurchase(draws: Int) throws {
    let result = try Self.result(
      Self.question(
        [Self.purchases(.constant(50))], [(0, "tariff"), (0, "package")], plan: Plan(draws: draws, seed: 1)))
    let comparison = try #require(try Self.row(result, .balance).comparisons.first)
    #expect((comparison.difference.mean.value + 50).magnitude < 1e-11)
    #expect(comparison.difference.standardDeviation.value < 1e-11)
    #expect(comparison.better.value == 0 && comparison.worse.value == 1)
    #expect(comparison.pair.percentileDifferences.allSatisfy { ($0.value + 50).magnitude < 1e-11 })
    let imports = try #require(try Self.row(result, .imports).comparisons.first)
    #expect((imports.percentChange?.mean.value ?? 0) > 0 && imports.worse.value == 1)
    let revenue = try #require(try Self.row(result, .exportRevenue).comparisons.first)
    #expect(revenue.better.value == 0 && revenue.worse.value == 0 && revenue.difference.maximum == 0)
  }

  @Test("Choices share their draws")
  func sharedDraws() throws {
    var study = study([])
    study.exports = [
      ExportLine(
        id: "a", baseValue: Quantity(.distribution(try .uniform(lower: 90, upper: 110)), path: "exports/a/value"),
        baseDuty: number(0.1), response: .ownPrice(.levels(elasticity: number(1), passThrough: number(1))))
    ]
    study.scenarios = [
      PolicyScenario(name: "half", measures: [PolicyScenario.Use("tariff", scale: number(0.5))]),
      PolicyScenario(name: "whole", measures: [PolicyScenario.Use("tariff")]),
    ]
    let result = try Self.result(Self.question([study], [(0, "whole"), (0, "half")]))
    let comparison = try #require(try Self.row(result, .exportRevenue).comparisons.first)
    // Revenue is V/τ in either, with τ = 1.39/1.1 and 1.245/1.1: the half beats the whole in every draw, by a share of V.
    let share = 1.1 / 1.245 - 1.1 / 1.39
    #expect(comparison.better.value == 1)
    #expect((comparison.difference.minimum / 90 - share).magnitude < 1e-3 * share)
    #expect(comparison.dominates.firstOrder == .yes && comparison.isDominated.firstOrder == .no)
    // Their ranges overlap: had the draws been others, the whole would be ahead in many.
    let levels = try Self.row(result, .exportRevenue).levels
    #expect(try #require(levels[0]).maximum > (try #require(levels[1])).minimum)
  }

  @Test("The chance that one of two choices is better is the closed form, and regrets are the halves of their difference")
  func closedForm() throws {
    var study = study([], rate: 0)
    let t = 0.2
    study.measures = ["x", "y"].map { TariffMeasure(name: $0, rate: number(t), countries: ["Home"]) }
    study.exports = [
      ExportLine(
        id: "a", baseValue: number(100), baseDuty: number(0),
        response: .ownPrice(
          .constantElasticity(
            .demand(
              elasticity: Quantity(
                .distribution(try .lognormal(mean: 2, standardDeviation: 0.2)), path: "exports/a/elasticity")))))
    ]
    study.measures[1].rate = .uniform(
      Quantity(.distribution(try .uniform(lower: 0.1, upper: 0.3)), path: "measures/y/rate"))
    study.scenarios = [
      PolicyScenario(name: "x", measures: [PolicyScenario.Use("x")]),
      PolicyScenario(name: "y", measures: [PolicyScenario.Use("y")]),
    ]
    // y has the larger revenue exactly where its rate is below 20 %: in half of the draws, whatever the elasticity.
    let result = try Self.result(Self.question([study], [(0, "x"), (0, "y")]))
    let comparison = try #require(try Self.row(result, .exportRevenue).comparisons.first)
    #expect((comparison.better.value - 0.5).magnitude < 6 * 0.5 / 40_000.0.squareRoot())
    let regrets = try Self.row(result, .exportRevenue).regrets
    #expect((regrets[0].best.value + regrets[1].best.value - 1).magnitude < 1e-12)
    // Regrets are the two halves of the difference: their means differ by its mean.
    let gap = regrets[0].regret.mean.value - regrets[1].regret.mean.value
    #expect((gap - comparison.difference.mean.value).magnitude < 1e-9)
  }

  @Test("What is better can be turned")
  func turned() throws {
    let study = try Self.purchases(try .uniform(lower: 10, upper: 20))
    let names = [(0, "tariff"), (0, "package")]
    let more = try Self.row(try Self.result(Self.question([study], names)), .balance)
    let less = try Self.row(try Self.result(Self.question([study], names, directions: [.balance: .less])), .balance)
    #expect(more.comparisons[0].better.value == 0 && less.comparisons[0].better.value == 1)
    #expect(more.comparisons[0].dominates.firstOrder == .no && less.comparisons[0].dominates.firstOrder == .yes)
    #expect(more.regrets[0].regret.maximum == 0 && less.regrets[1].regret.maximum == 0)
    #expect(more.regrets[1].regret.mean.value == less.regrets[0].regret.mean.value)
  }

  @Test("Scenarios of two studies share the draws of equal paths", arguments: [8_000, 40_000])
  func twoStudies(draws: Int) throws {
    let first = try Self.purchases(try .uniform(lower: 10, upper: 20))
    var second = first
    second.title = "another"
    second.exports[0].baseValue = number(200)
    let result = try Self.result(
      Self.question(
        [first, second], [(0, "package"), (1, "package")], plan: Plan(draws: draws, seed: 3)))
    let imports = try #require(try Self.row(result, .imports).comparisons.first)
    #expect(imports.difference.minimum == 0 && imports.difference.maximum == 0)
    let revenue = try #require(try Self.row(result, .exportRevenue).comparisons.first)
    #expect((try #require(revenue.percentChange).mean.value - 100).magnitude < 1e-9)
  }

  /// A description of a result has every bit of its numbers.
  @Test("Threads, shards and interruptions change nothing, to the last bit", arguments: [9_001, 20_011])
  func invariance(draws: Int) throws {
    var study = try richStudy()
    study.scenarios.append(PolicyScenario(name: "none", measures: [PolicyScenario.Use("tariff", scale: number(0.5))]))
    let question = try Self.question(
      [study], [(0, "policy"), (0, "none")], plan: Plan(draws: draws, seed: 3))
    let whole = "\(try Self.result(question, threads: 1))"
    for threads in [2, 3, 7] { #expect("\(try Self.result(question, threads: threads))" == whole) }
    for count in [2, 5] {
      let parts = try (1...count).map { index in
        let shard = try #require(Shard(index, of: count))
        var first = ExperimentInProgress(question.experiment, shard: shard, threads: 2)
        first.advance(threads: 2, isCancelled: { true })
        var run = ExperimentInProgress(question.experiment, shard: shard, threads: 1)
        try run.resume(from: first.tally.encoded)
        run.advance(threads: 3)
        return run.tally.encoded
      }
      #expect("\(try question.result(of: question.experiment.joined(parts), threads: 2))" == whole)
    }
  }

  /// What a figure rests on does not depend on what else is asked, but for the bins of its sketch.
  @Test("Levels are those of a run")
  func levels() throws {
    var study = try richStudy()
    study.scenarios.append(PolicyScenario(name: "half", measures: [PolicyScenario.Use("tariff", scale: number(0.5))]))
    let plan = Plan(draws: 40_000, seed: 5)
    let compared = try Self.row(
      try Self.result(Self.question([study], [(0, "policy"), (0, "half")], plan: plan)), .exportRevenue)
    let run = try simulate(try CompiledModel(study), plan: plan, threads: 2, kernels: KernelChoice(.detected))
    for (index, name) in ["policy", "half"].enumerated() {
      let level = try #require(compared.levels[index])
      let own = try #require(
        run.outcomes.first { $0.key.scenario == name && $0.key.outcome == .exportRevenue && $0.key.slice == .total }
      ).summary
      #expect((level.mean.value - own.mean.value).magnitude <= 1e-12 * own.mean.value)
      for (mine, theirs) in zip(level.percentiles, own.percentiles) {
        let width = try #require(theirs.interval.map { ($0.upperBound - $0.lowerBound) / 3.92 })
        #expect((mine.value - theirs.value).magnitude < 0.05 * width)
      }
    }
  }

  @Test("A ratio that is not defined under one choice is compared in the draws in which both exist")
  func undefinedRatio() throws {
    // A linear response of slope 2 ends all trade where the rate is over one half.
    var study = study([
      ExportLine(
        id: "a", baseValue: number(100), baseDuty: number(0),
        response: .ownPrice(.linear(elasticity: number(2), passThrough: number(1))))
    ])
    study.measures[0].rate = .uniform(
      Quantity(.distribution(try .uniform(lower: 0.4, upper: 0.6)), path: "measures/tariff/rate"))
    study.scenarios = [
      PolicyScenario(name: "whole", measures: [PolicyScenario.Use("tariff")]),
      PolicyScenario(name: "half", measures: [PolicyScenario.Use("tariff", scale: number(0.5))]),
    ]
    let result = try Self.result(Self.question([study], [(0, "half"), (0, "whole")]))
    let rate = try #require(try Self.row(result, .effectiveTariffRate).comparisons.first)
    let revenue = try #require(try Self.row(result, .exportRevenue).comparisons.first)
    #expect((Double(rate.pair.draws) / 40_000 - 0.5).magnitude < 6 * 0.5 / 200)
    #expect(rate.difference.draws == rate.pair.draws && revenue.pair.draws == 40_000)
    #expect(result.unsolved == nil)
  }

  @Test("Where an outcome is not defined under one choice, nothing is compared with it and nobody is best")
  func neverDefined() throws {
    var study = study([
      ExportLine(
        id: "a", baseValue: number(100), baseDuty: number(0),
        response: .ownPrice(
          .linear(
            elasticity: Quantity(.distribution(try .uniform(lower: 2, upper: 3)), path: "exports/a/elasticity"),
            passThrough: number(1))))
    ])
    study.measures[0].rate = .uniform(number(3, "measures/tariff/rate"))
    study.scenarios = [
      PolicyScenario(name: "none"), PolicyScenario(name: "all", measures: [PolicyScenario.Use("tariff")]),
      PolicyScenario(name: "some", measures: [PolicyScenario.Use("tariff", scale: number(0.05))]),
    ]
    let result = try Self.result(Self.question([study], [(0, "none"), (0, "all"), (0, "some")]))
    let rate = try Self.row(result, .effectiveTariffRate)
    #expect(rate.comparisons.map(\.choice) == [2] && rate.regrets.isEmpty)
    #expect(try Self.row(result, .exportRevenue).comparisons.count == 2)
  }
}

import Analysis
import Distributions
import Simulation
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("What every run of a study compares")
struct StudyComparisonTests {
  private func compared() throws -> Study {
    var study = study([line("a", elasticity: try .uniform(lower: 1, upper: 2)), line("b", elasticity: .constant(1), group: "g")])
    study.imports = [
      ImportLine(id: "i", baseValue: number(100), tariff: number(0.1), response: .log(elasticity: number(1), passThrough: nil))
    ]
    study.commitments = [
      PurchaseCommitment(
        name: "crude",
        amount: .value(Quantity(.distribution(try .uniform(lower: 10, upper: 20)), path: "commitments/crude/amount")),
        basis: .increment(overlap: nil), importLine: "i", additionality: .share(number(1)))
    ]
    study.scenarios = [
      PolicyScenario(name: "nothing"), PolicyScenario(name: "tariff", measures: [PolicyScenario.Use("tariff")]),
      PolicyScenario(name: "package", measures: [PolicyScenario.Use("tariff")], commitments: [PolicyScenario.Use("crude")]),
    ]
    study.comparisons = [
      ScenarioComparison(
        scenarios: ["tariff", "package"], against: "tariff", outcomes: [.balance, .imports], directions: [.balance: .less]),
      ScenarioComparison(scenarios: ["nothing", "tariff", "package"], against: "nothing", includesParts: true),
    ]
    return study
  }

  @Test("A run tells what a comparison does", arguments: [4_000, 40_000])
  func sameAnswers(draws: Int) throws {
    let plan = Plan(draws: draws, seed: 6, thresholds: [.init(outcome: .balance, value: 50)])
    let result = try run(compared(), plan)
    #expect(result.comparisons.map(\.choices.count) == [2, 3])
    let own = result.comparisons[0]
    #expect(own.rows.map(\.outcome) == [.imports, .balance] && own.choices[own.reference].label == "tariff")
    let question = ComparisonQuestion(
      models: [try CompiledModel(compared(), outcomes: [.imports, .balance])],
      choices: ["tariff", "package"].map { .init(model: 0, scenario: $0, label: $0) }, reference: 0, plan: plan,
      directions: [.balance: .less], kernels: KernelChoice(.detected))
    var work = ExperimentInProgress(question.experiment, shard: .whole, threads: 2)
    work.advance(threads: 2)
    let other = try question.result(of: work.tally, threads: 2)
    for (mine, theirs) in zip(own.rows, other.rows) {
      let (first, second) = (try #require(mine.comparisons.first), try #require(theirs.comparisons.first))
      #expect(mine.outcome == theirs.outcome && mine.direction == theirs.direction)
      #expect((first.difference.mean.value - second.difference.mean.value).magnitude < 1e-11)
      #expect(first.better == second.better && first.worse == second.worse && first.dominates == second.dominates)
      #expect(mine.regrets.map(\.best) == theirs.regrets.map(\.best))
    }
    let parts = result.comparisons[1].rows.filter { $0.slice == .group("g") }.map(\.outcome)
    #expect(parts.contains(.exportRevenue))
    // Nothing else moves.
    var alone = try compared()
    alone.comparisons = []
    #expect(try run(alone, plan).everything == result.everything)
  }

  @Test("It does so in parts, on any number of threads")
  func parts() throws {
    let plan = Plan(draws: 20_011, seed: 6)
    let model = try CompiledModel(compared())
    let encoded = try (1...3).map { index in
      var work = DistributionRun(
        model, plan: plan, shard: try #require(Shard(index, of: 3)), threads: index, kernels: KernelChoice(.detected))
      work.advance(threads: index)
      return work.tally.encoded
    }
    let merged = try merge(encoded, model: model, plan: plan)
    #expect("\(merged.comparisons)" == "\(try run(compared(), plan, threads: 7).comparisons)")
  }

  @Test("Outcomes that are not asked for are not compared")
  func selection() throws {
    let plan = Plan(draws: 1_000, selection: [.balance])
    let result = try simulate(
      CompiledModel(compared(), outcomes: plan.computed), plan: plan, threads: 1, kernels: KernelChoice(.detected))
    #expect(result.comparisons.map { $0.rows.map(\.outcome) } == [[.balance], [.balance]])
    var none = plan
    none.selection = [.exportRevenue]
    let rest = try simulate(
      CompiledModel(compared(), outcomes: none.computed), plan: none, threads: 1, kernels: KernelChoice(.detected))
    #expect(rest.comparisons.count == 1)
  }
}

import Analysis
import Distributions
import Sampling
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("What each policy adds to those before it")
struct WaterfallTests {
  /// Exports of 90 to 110 at elasticity 1 under two duties, imports of 100, a purchase of 50 of which a random share is used.
  private static func study() throws -> Study {
    var study = AnalysisTests.study([])
    study.exports = [
      ExportLine(
        id: "a", baseValue: Quantity(.distribution(try .uniform(lower: 90, upper: 110)), path: "exports/a/value"),
        baseDuty: number(0.1), response: .ownPrice(.levels(elasticity: number(1), passThrough: number(1))))
    ]
    study.imports = [
      ImportLine(id: "i", baseValue: number(100), tariff: number(0.1), response: .log(elasticity: number(1), passThrough: nil))
    ]
    study.measures = [
      TariffMeasure(name: "rivals", rate: number(0.5), countries: ["Elsewhere"]),
      TariffMeasure(name: "first", rate: number(0.1), countries: ["Home"]),
      TariffMeasure(name: "second", rate: number(0.2)),
    ]
    study.commitments = [
      PurchaseCommitment(
        name: "crude", amount: .value(number(50, "commitments/crude/amount")), basis: .increment(overlap: nil), importLine: "i",
        additionality: .share(number(1)))
    ]
    let scale = Quantity(.distribution(try .uniform(lower: 0.5, upper: 1)), path: "scenarios/deal/commitments/crude")
    study.scenarios = [
      PolicyScenario(name: "one", measures: [.init("first")]),
      PolicyScenario(
        name: "deal", measures: [.init("rivals"), .init("first"), .init("second")], commitments: [.init("crude", scale: scale)]),
    ]
    return study
  }

  private static func waterfall(_ study: Study, _ plan: Plan) throws -> Waterfall? {
    guard let question = try WaterfallQuestion(study.checked(), plan: plan) else { return nil }
    let model = try CompiledModel(question.study.study, outcomes: question.plan.computed)
    return question.answer(from: try simulate(model, plan: question.plan, threads: 2, kernels: KernelChoice(.detected)))
  }

  @Test("Steps are those of the formula, in the stated order, and add up")
  func closedForm() throws {
    let fall = try #require(try Self.waterfall(Self.study(), Plan(draws: 20_000, seed: 3)))
    #expect(fall.falls.map(\.scenario) == ["deal", "deal"], "a scenario of one policy is no sum of several")
    let revenue = try #require(fall.falls.first { $0.outcome == .exportRevenue })
    #expect(revenue.steps.map(\.policy.name) == ["first", "second", "rivals", "crude"])
    #expect(revenue.steps.map(\.policy.kind) == [.measure, .measure, .rivalMeasure, .commitment])
    // Revenue is V·1.1/(1 + t): with both duties t is 0.4. A rival's duty does not reach a line without a market.
    let base = revenue.base.mean.value
    let shares = [1.1 / 1.2 - 1, 1.1 / 1.4 - 1.1 / 1.2, 0, 0]
    for (step, share) in zip(revenue.steps, shares) {
      #expect((step.change.mean.value - base * share).magnitude < 1e-10 * base, "\(step.policy.name)")
    }
    #expect((base - 100).magnitude < 5 * 20 / (12.0 * 20_000).squareRoot(), "fails in fewer than one case in a million")
    let balance = try #require(fall.falls.first { $0.outcome == .balance })
    let bought = try #require(balance.steps.last?.change)
    #expect(bought.minimum >= -50 && bought.maximum <= -25 && bought.maximum - bought.minimum > 24.9)
    let sum = balance.steps.reduce(balance.base.mean.value) { $0 + $1.change.mean.value }
    #expect((sum - (balance.steps.last?.level.mean.value ?? 0)).magnitude < 1e-10)
  }

  @Test("The last level is what the run tells of the scenario")
  func sameDraws() throws {
    let (study, plan) = (try Self.study(), Plan(draws: 20_000, seed: 3))
    let run = try simulate(
      try CompiledModel(study, outcomes: plan.computed), plan: plan, threads: 2, kernels: KernelChoice(.detected))
    for fall in try #require(try Self.waterfall(study, plan)).falls {
      let whole = try #require(
        run.outcomes.first { $0.key.scenario == "deal" && $0.key.outcome == fall.outcome && $0.key.slice == .total }
      ).summary
      let last = try #require(fall.steps.last?.level)
      #expect((whole.mean.value - last.mean.value).magnitude < 1e-12 * whole.mean.value.magnitude)
    }
  }

  @Test("There is nothing to take apart where other outcomes are asked for, or points instead of draws")
  func nothing() throws {
    let study = try Self.study()
    #expect(try Self.waterfall(study, Plan(draws: 1000, seed: 1, selection: [.imports])) == nil)
    #expect(try Self.waterfall(study, Plan(draws: WaterfallQuestion.mostDraws + 1, seed: 1)) == nil)
    let design = try #require(Design(name: "sobol", replicates: 16))
    #expect(try Self.waterfall(study, Plan(draws: 16 * 64, seed: 1, design: design)) == nil)
    var only = study
    only.scenarios.removeLast()
    #expect(try Self.waterfall(only, Plan(draws: 1000, seed: 1)) == nil)
  }
}

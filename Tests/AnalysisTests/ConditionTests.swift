import Analysis
import ByteCoding
import Distributions
import Sampling
import Simulation
import Statistics
import TariffModel
import Testing

@Suite("Conditions")
struct ConditionTests {
  @Test(
    "A condition is read, and told in one form",
    arguments: [
      ("balance<2000", "balance < 2000"), ("  P( balance <= -1.5e3 )", "balance <= -1500"),
      ("balance < 2_000 and export_revenue_change_pct >= -10%", "balance < 2000 and export_revenue_change_pct >= -10"),
      ("effective_tariff_rate > 12.5%", "effective_tariff_rate > 0.125"),
      ("balance < 2000 given imports > 3000 and imports<4000", "balance < 2000 given imports > 3000 and imports < 4000"),
      ("export_revenue[Bed linen]@2025 Q4 > 1", "export_revenue[Bed linen]@2025 Q4 > 1"),
      ("export_revenue[\"meat and fish\"] > 1", "export_revenue[\"meat and fish\"] > 1"),
      ("deal-19: balance - \"a - b\": balance > 0", "deal-19: balance - \"a - b\": balance > 0"),
      ("balance - imports < -3", "balance - imports < -3"),
    ])
  func reading(text: String, told: String) throws {
    let condition = try Condition(parsing: text)
    #expect(condition.text == told)
    #expect(try Condition(parsing: told) == condition)
  }

  @Test(
    "What is no condition says where and why",
    arguments: [
      ("", 0, "an outcome is missing, as in 'balance < 2000'"),
      ("balance", 7, "one of <, <=, > and >= is missing, as in 'balance < 2000'"),
      ("balanc < 1", 0, "no outcome 'balanc': did you mean balance?"), ("balance <", 9, "a number is missing, as in 2000 or -10"),
      ("balance < 2,000", 10, "'2,000' is not a number: write it without commas"),
      ("balance < 5%", 10, "'5%' is a percentage, and the outcome is in USD m"),
      ("balance < 1 or imports > 2", 12, "'or imports > 2' is too much here: join conditions with and, or with given"),
      ("balance[a < 1", 10, "a ] is missing after the group, as in balance[a]"),
      ("P(balance < 1", 13, "a ) is missing"), ("balance < 1 and", 15, "an outcome is missing, as in 'balance < 2000'"),
      ("balance - jobs_change < 1", 10, "jobs_change is in another unit than balance: take like from like"),
      ("\"a: balance < 1", 0, "a quotation never ends"),
      (
        "effective_tariff_rate > 20", 24, "the outcome is a fraction, of which 20 is 2000 %: write 20% for percent"
      ),
    ])
  func refusal(text: String, offset: Int, words: String) {
    let error = #expect(throws: ConditionError.self) { try Condition(parsing: text) }
    #expect(error?.offset == offset && error?.words == words, "\(error as Any)")
  }

  /// Imports are a known base and an uncertain purchase, uniform on 10 to 20; the elasticity is uniform too and independent of it.
  private func purchases() throws -> Study {
    var study = study([line("a", elasticity: try .uniform(lower: 1, upper: 2))])
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
      PolicyScenario(name: "tariff", measures: [PolicyScenario.Use("tariff")]),
      PolicyScenario(name: "package", measures: [PolicyScenario.Use("tariff")], commitments: [PolicyScenario.Use("crude")]),
    ]
    return study
  }

  private func results(_ texts: [String], draws: Int, threads: Int = 2) throws -> [ConditionResult] {
    let plan = Plan(draws: draws, seed: 9, conditions: try texts.map { try Condition(parsing: $0) })
    return try run(purchases(), plan, threads: threads).conditions
  }

  /// Six standard errors: a failure by chance has probability 2e-9.
  @Test("Probabilities are the closed forms", arguments: [12_000, 60_000])
  func closedForms(draws: Int) throws {
    // The response of exports is linear in the elasticity: half of the draws lie on either side of its middle.
    let middle = try run(purchases(), Plan(draws: 200_001, seed: 77)).summary(.exportRevenue, scenario: "tariff")
    let median = try #require(middle.percentiles.first { $0.percent == 50 }).value
    let found = try results(
      [
        "imports < 112.5", "imports < 112.5 and export_revenue < \(median)", "imports < 112.5 given imports < 115",
        "package: imports - tariff: imports >= 17.5", "imports < 0 given imports < 1",
      ], draws: draws)
    func share(_ text: String, _ scenario: String?) throws -> ConditionResult {
      try #require(found.first { $0.condition.text.hasPrefix(text) && $0.scenario == scenario })
    }
    #expect(found.count == 9 && found.allSatisfy { $0.draws == draws })
    let error = { (p: Double, n: Int) in 6 * (p * (1 - p) / Double(n)).squareRoot() + 0.01 * 0.004 }
    let below = try share("imports < 112.5", "package")
    #expect((try #require(below.probability).value - 0.25).magnitude < error(0.25, draws))
    #expect(try #require(share("imports < 112.5", "tariff").probability).value == 1)
    let joint = try share("imports < 112.5 and", "package")
    #expect((try #require(joint.probability).value - 0.125).magnitude < error(0.125, draws) + 0.005)
    let given = try share("imports < 112.5 given", "package")
    #expect((try #require(given.probability).value - 0.5).magnitude < error(0.5, draws / 3))
    #expect(given.given < draws && given.hits == below.hits)
    let difference = try share("package: imports", nil)
    #expect((try #require(difference.probability).value - 0.25).magnitude < error(0.25, draws))
    #expect(try share("imports < 0", "package").probability == nil)
    let exact = try #require(ProbabilityInterval.interval(hits: given.hits, draws: given.given))
    #expect(try #require(given.probability?.interval) == exact)
  }

  /// Student's t with 15 degrees of freedom exceeds 8 with probability 9e-7; of Wilson's interval 2.131 errors are half the width.
  @Test("Under a design intervals come from replicates, and are narrower than those of independent draws", arguments: [8, 12])
  func designs(bits: Int) throws {
    // Levels between the strata of the points: on their borders no replicate differs from another.
    let texts = ["imports < 113.1", "imports < 113.1 given imports < 114.7"]
    let plan = Plan(
      draws: 16 << bits, seed: 9, design: .replicated(.sobol, replicates: 16),
      conditions: try texts.map { try Condition(parsing: $0) })
    let found = try run(purchases(), plan).conditions.filter { $0.scenario == "package" }
    for (result, truth) in zip(found, [0.31, 0.31 / 0.47]) {
      let probability = try #require(result.probability)
      let interval = try #require(probability.interval)
      let exact = try #require(ProbabilityInterval.interval(hits: result.hits, draws: result.given))
      #expect(result.replicates.count == 16 && result.replicates.reduce(0) { $0 + $1.hits } == result.hits)
      let half = (interval.upperBound - interval.lowerBound) / 2
      #expect((probability.value - truth).magnitude <= 8 / 2.131 * half && interval.contains(probability.value))
      #expect(half < 0.5 * (exact.upperBound - exact.lowerBound) / 2)
    }
    #expect(try run(purchases(), plan, threads: 1).conditions == run(purchases(), plan, threads: 3).conditions)
  }

  @Test("Counts do not depend on threads", arguments: [12_000, 60_000])
  func threads(draws: Int) throws {
    let texts = ["imports < 112.5 given export_revenue < 80", "package: imports - tariff: imports > 12"]
    let one = try results(texts, draws: draws, threads: 1)
    for threads in [2, 3, 7] { #expect(try results(texts, draws: draws, threads: threads) == one) }
  }
}

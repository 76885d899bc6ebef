import Analysis
import Reporting
import Statistics
import TariffModel

/// Hand-made results: every figure is written down or follows from two numbers by a line of arithmetic.
enum Fixture {
  /// Where a result comes from.
  static let origin = RunOrigin(
    identity: "5a", date: "2026-01-02T03:04:05Z", command: "tariffsim run 'my case.toml'", scenario: "my case.toml")

  /// A summary that looks like a normal distribution: percentile p at centre + spread·z(p), with round errors.
  ///
  /// `centre` is mean and median, `spread` the standard deviation (0: an outcome that does not vary), `error` the standard error
  /// of every figure; thresholds come with their probability of falling below.
  static func summary(
    _ centre: Double, spread: Double, error: Double = 0.5, thresholds: [(Double, Double)] = [],
    percents: [Double] = [5, 25, 50, 75, 95]
  ) -> SampleSummary {
    let scores: [Double: Double] = [5: -1.645, 10: -1.282, 25: -0.674, 50: 0, 75: 0.674, 90: 1.282, 95: 1.645]
    let percentiles = percents.map { percent in
      let value = centre + spread * (scores[percent] ?? 0)
      return PercentileEstimate(percent: percent, value: value, interval: value - 1.96 * error...value + 1.96 * error)
    }
    return SampleSummary(
      draws: 1000, minimum: centre - 3 * spread, maximum: centre + 3 * spread, mean: Estimate(centre, standardError: error),
      standardDeviation: Estimate(spread, standardError: error), skewness: Estimate(0, standardError: 0.0775),
      percentiles: percentiles,
      exceedances: thresholds.map {
        ExceedanceEstimate(threshold: $0.0, probabilityBelow: Estimate($0.1, standardError: 0.015))
      },
      lowerShortfall: ShortfallEstimate(tailPercent: 5, mean: Estimate(centre - 2 * spread, standardError: error)),
      upperShortfall: ShortfallEstimate(tailPercent: 5, mean: Estimate(centre + 2 * spread, standardError: error)),
      histogram: Histogram(
        lower: centre - 3 * spread, upper: centre + 3 * spread, counts: [2, 17, 44, 92, 150, 195, 195, 150, 92, 44, 17, 2]))
  }

  static func outcome(
    _ scenario: String, _ outcome: Outcome, _ summary: SampleSummary, period: String = "year", slice: OutcomeSlice = .total
  ) -> OutcomeResult {
    var summary = summary
    // Of the ratios, which are defined in all draws of the plan.
    if outcome.isRatio, summary.draws > 1 { summary.draws = plan.draws }
    return OutcomeResult(key: OutcomeKey(scenario: scenario, period: period, outcome: outcome, slice: slice), summary: summary)
  }

  static let zero = summary(0, spread: 0, error: 0)

  /// One outcome with one percentile, one threshold, and figures that are hard to print.
  static let small: SimulationResult = {
    var one = summary(-0.1, spread: 0, error: 0, thresholds: [(2000, 0.25)], percents: [2.5])
    one.percentiles = [PercentileEstimate(percent: 2.5, value: 1e-7, interval: nil)]
    one.exceedances[0].interval = 0.125...0.5
    one.standardDeviation = Estimate(-0.0, standardError: nil)
    one.skewness = Estimate(12_345_678.901234567, standardError: 1.0 / 3)
    one.lowerShortfall = ShortfallEstimate(tailPercent: 2.5, mean: Estimate(5000, standardError: nil))
    one.upperShortfall = ShortfallEstimate(tailPercent: 2.5, mean: Estimate(1e21, standardError: 0.25))
    let key = OutcomeKey(scenario: "a, \"b\"", period: "year", outcome: .balance, slice: .group("Knit"))
    let plan = Plan(
      draws: 1000, seed: 0, percentiles: [2.5], thresholds: [.init(outcome: .balance, value: 2000)], shortfallPercent: 2.5)
    return SimulationResult(plan: plan, outcomes: [OutcomeResult(key: key, summary: one)], notes: [])
  }()

  /// The scenarios that most tests speak of: a tariff, the same with a package, and another tariff.
  static let scenarios = [
    PolicyScenario(name: "pause-10", summary: "Ten per cent on every origin.", measures: [.init("base")]),
    PolicyScenario(name: "reciprocal-29", measures: [.init("base"), .init("reciprocal")]),
    PolicyScenario(
      name: "reciprocal-29-with-package", measures: [.init("base"), .init("reciprocal")],
      commitments: [.init("crude"), .init("cotton"), .init("soybeans")]),
  ]

  static func description(scenarios: [PolicyScenario] = scenarios) -> RunDescription {
    var study = Study(title: "Pakistan and the April 2025 tariffs", home: "Pakistan", partner: "United States")
    study.horizon = "first year"
    study.scenarios = scenarios
    study.parameters = ["usPassThrough": .constant(0.9, path: "parameters/usPassThrough")]
    var description = RunDescription(
      study: study, stem: "pakistan-us-2025", files: [.init(name: "scenario.toml", sha256: "00ff")],
      overrides: [.init(path: "parameters/usPassThrough", value: "0.9")])
    description.assumptions = [
      AssumptionRow(
        path: "exports/6302/elasticity", distribution: "lognormal with mean 1.6 and sd 0.5", mean: 1.6, standardDeviation: 0.5,
        p5: 0.95, p50: 1.53, p95: 2.5, source: "Kee, Nicita & Olarreaga (2008), \"Import demand\"", isJudgement: false),
      AssumptionRow(
        path: "parameters/usPassThrough", distribution: "0.9", mean: 0.9, standardDeviation: 0, p5: 0.9, p50: 0.9, p95: 0.9,
        source: nil, isJudgement: true),
    ]
    return description
  }

  static let facts = ProgramFacts(version: "0.1.0", scenarioSchema: 1, blasCore: "ZEN")

  static let plan = Plan(
    draws: 100_000, seed: 1, thresholds: [.init(outcome: .balance, value: 2000), .init(outcome: .balance, value: 2500)])

  /// Two draws that do not solve, of so many.
  static func unsolved(count: Int) -> UnsolvedReport {
    UnsolvedReport(
      count: count, paths: ["parameters/e", "exports/a/elasticity"],
      draws: [
        .init(number: 7, scenarios: ["policy"], outcomes: [.effectiveTariffRate], values: [1.25, 0.1]),
        .init(
          number: 513, scenarios: ["policy", "other"], outcomes: [.exportRevenue, .effectiveTariffRate], values: [1.5, 1e-7]),
      ])
  }

  /// A whole result in USD m that hangs together: 5,100 of exports, 2,130 of imports.
  static let full = SimulationResult(
    plan: plan,
    outcomes: scenario("pause-10", percent: -7, bought: 0) + scenario("reciprocal-29", percent: -19, bought: 0)
      + scenario("reciprocal-29-with-package", percent: -19, bought: 880),
    notes: [
      ModelNote(scenario: "pause-10", subject: .ownPriceUnderUniversalTariff(measure: "base")),
      ModelNote(scenario: nil, subject: .cifFactorAssumed),
    ])

  private static func scenario(_ name: String, percent: Double, bought: Double) -> [OutcomeResult] {
    let change = 51.075 * percent
    let spread = change.magnitude * 0.37
    let balance = 5107.5 + change - 2130 - bought
    let purchases = bought == 0 ? zero : summary(bought * 1.2, spread: 130, error: 0.4)
    let increment = bought == 0 ? zero : summary(bought, spread: 120, error: 0.4)
    let imports = bought == 0 ? summary(2130, spread: 0, error: 0) : summary(2130 + bought, spread: 120, error: 0.4)
    let groups = [("Bed linen", 0.32), ("Knitted apparel", 0.45), ("Other", 0.23)].map { group, share in
      outcome(name, .exportRevenueChange, summary(change * share, spread: spread * share, error: 0.6), slice: .group(group))
    }
    return [
      outcome(name, .exportRevenue, summary(5107.5 + change, spread: spread, error: 1.2)),
      outcome(name, .exportRevenueChange, summary(change, spread: spread, error: 1.2)),
    ] + groups + [
      outcome(name, .exportRevenueChangePercent, summary(percent, spread: percent.magnitude * 0.37, error: 0.024)),
      outcome(name, .redirectedExports, zero),
      outcome(name, .totalExportRevenue, summary(5107.5 + change, spread: spread, error: 1.2)),
      outcome(name, .imports, imports),
      outcome(name, .commitmentPurchases, purchases),
      outcome(name, .commitmentIncrement, increment),
      outcome(
        name, .balance,
        summary(balance, spread: spread + bought / 10, error: 1.3, thresholds: [(2000, 0.4321), (2500, 0.87)])),
      outcome(name, .balanceChange, summary(change - bought, spread: spread + bought / 10, error: 1.3)),
      outcome(name, .totalBalanceChange, summary(change - bought * 0.4, spread: spread + bought / 20, error: 1.3)),
      outcome(name, .effectiveTariffRate, summary(0.09 + percent.magnitude / 70, spread: 0.01, error: 0.0001)),
    ]
  }
}

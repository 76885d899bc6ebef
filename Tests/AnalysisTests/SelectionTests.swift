import Analysis
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("What alone is asked for")
struct SelectionTests {
  private func result(_ selection: OutcomeSelection, draws: Int, thresholds: [Plan.Threshold] = []) throws -> SimulationResult {
    let plan = Plan(draws: draws, seed: 5, percentiles: [2, 5, 50, 95], thresholds: thresholds, selection: selection)
    return try simulate(
      CompiledModel(richStudy(), outcomes: plan.computed), plan: plan, threads: 2, kernels: .init(.detected))
  }

  /// The thresholds lie on outcomes that share a column with those asked for alone; the percentiles are not symmetric, and some of the
  /// outcomes are images of a column with a scale below 0.
  private let thresholds = [
    Plan.Threshold(outcome: .exportRevenue, value: 350), Plan.Threshold(outcome: .partnerTariffRevenue, value: 130),
  ]

  @Test(
    "A figure does not depend on what else is asked for",
    arguments: [10_000, 40_000],
    [[Outcome.exportRevenueChangePercent], [.balance, .exportRevenueChange], [.partnerTariffRevenue, .effectiveTariffRate]])
  func independence(draws: Int, outcomes: [Outcome]) throws {
    let all = try result(.all, draws: draws, thresholds: thresholds)
    let some = try result(OutcomeSelection(outcomes: Set(outcomes)), draws: draws, thresholds: thresholds)
    #expect(some.outcomes.map(\.key) == all.outcomes.map(\.key).filter { outcomes.contains($0.outcome) })
    let known = Dictionary(uniqueKeysWithValues: all.outcomes.map { ($0.key, $0.summary) })
    var (squares, count) = (0.0, 0)
    for outcome in some.outcomes {
      let (own, other) = (outcome.summary, try #require(known[outcome.key]))
      let scale = max(own.minimum.magnitude, own.maximum.magnitude)
      #expect((own.mean.value - other.mean.value).magnitude <= 1e-12 * scale, "\(outcome.key)")
      #expect(own.exceedances.map(\.probabilityBelow.value) == other.exceedances.map(\.probabilityBelow.value))
      for (mine, theirs) in zip(own.percentiles, other.percentiles) {
        let difference = (mine.value - theirs.value).magnitude
        if draws <= 16_384 {
          #expect(difference <= 1e-12 * scale, "\(outcome.key) \(mine.percent)")
        } else if let interval = mine.interval, interval.upperBound > interval.lowerBound {
          let share = difference / ((interval.upperBound - interval.lowerBound) / (2 * 1.96))
          squares += share * share
          count += 1
          #expect(share < 0.05, "\(outcome.key) \(mine.percent): \(share) of the Monte Carlo error")
        }
      }
    }
    if count > 0 { #expect((squares / Double(count)).squareRoot() < 0.01) }
  }

  @Test("Groups and periods are left out where they are not asked for, and lines are not groups")
  func groups() throws {
    let model = try CompiledModel(
      richStudy(), reportsLines: true, outcomes: OutcomeSelection(outcomes: [.exportRevenue], groups: ["first"]))
    #expect(model.outcomes.map(\.key.slice) == [.group("first")] + (0..<5).map { .line("\($0)") })
    #expect(try CompiledModel(richStudy(), outcomes: OutcomeSelection(periods: ["2030"])).outcomes.isEmpty)
    #expect(try CompiledModel(richStudy(), outcomes: OutcomeSelection(scenarios: ["another"])).outcomes.isEmpty)
  }

  @Test("What conditions read is computed, and not reported for it")
  func conditions() throws {
    let condition = try Condition(parsing: "export_revenue[first] < 100 given imports >= 0")
    let plan = Plan(
      draws: 1_000, selection: OutcomeSelection(outcomes: [.balance], groups: ["total"]), conditions: [condition])
    #expect(plan.computed.outcomes == [.balance, .exportRevenue, .imports] && plan.computed.groups == ["total", "first"])
    let result = try simulate(
      CompiledModel(richStudy(), outcomes: plan.computed), plan: plan, threads: 1, kernels: .init(.detected))
    #expect(result.outcomes.map(\.key.outcome) == [.balance])
    #expect(result.conditions.count == 1)
  }
}

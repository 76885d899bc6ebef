import Sampling
package import TariffModel

/// The question what each policy of a scenario adds to those before it: every scenario taken apart into stages, which are
/// scenarios on the same draws, and each stage compared with the one before.
package struct WaterfallQuestion: Sendable {
  /// The study with the stages for scenarios, and a comparison for each step.
  package let study: CheckedStudy
  /// The run's plan for what is told of a step.
  package let plan: Plan
  /// By scenario that is taken apart, in order: its steps, and the names of its stages, one more.
  private let cases: [Case]

  private struct Case {
    var scenario: String
    var steps: [PolicyStep]
    var stages: [String]
  }

  /// Outcomes whose levels are followed.
  package static let outcomes: [Outcome] = [.exportRevenue, .balance]
  /// More scenarios than this are not taken apart, and runs of more draws not at all: each stage takes the time of a scenario.
  package static let (mostScenarios, mostDraws) = (12, 10_000_000)

  /// Takes the scenarios of a study apart that have two policies or more.
  ///
  /// Nothing where there is nothing to tell: no such scenario, other outcomes asked for, a design whose draws are not independent,
  /// or too many draws.
  ///
  /// - Throws: ``ModelError`` where a stage breaks a rule that the whole scenario does not.
  package init?(_ checked: CheckedStudy, plan: Plan) throws(ModelError) {
    guard plan.draws <= Self.mostDraws, plan.design == .random else { return nil }
    let outcomes = Set(Self.outcomes.filter { plan.selection.outcomes?.contains($0) ?? true })
    guard !outcomes.isEmpty, plan.selection.contains(.total) else { return nil }
    let study = checked.study
    var names: [PolicyScenario: String] = [:]
    var stages: [PolicyScenario] = []
    func name(_ stage: PolicyScenario) -> String {
      var bare = stage
      (bare.name, bare.summary) = ("", nil)
      if let name = names[bare] { return name }
      let name = "stage \(names.count + 1)"
      names[bare] = name
      bare.name = name
      stages.append(bare)
      return name
    }
    var comparisons: [ScenarioComparison] = []
    var pairs: Set<[String]> = []
    var cases: [Case] = []
    for scenario in study.scenarios where plan.selection.scenarios?.contains(scenario.name) ?? true {
      let steps = study.steps(of: scenario)
      guard steps.count > 1, cases.count < Self.mostScenarios else { continue }
      var own = [name(PolicyScenario(name: ""))]
      for step in steps {
        let next = name(step.after)
        if let last = own.last, pairs.insert([last, next]).inserted {
          comparisons.append(ScenarioComparison(scenarios: [last, next], against: last, outcomes: outcomes))
        }
        own.append(next)
      }
      cases.append(Case(scenario: scenario.name, steps: steps.map(\.step), stages: own))
    }
    guard !cases.isEmpty else { return nil }
    self.cases = cases
    self.study = try checked.with(scenarios: stages, comparisons: comparisons)
    var own = plan
    (own.thresholds, own.conditions, own.reportsLines, own.seeksExactPercentiles) = ([], [], false, false)
    own.selection = OutcomeSelection(
      outcomes: outcomes, groups: [OutcomeSlice.total.groupColumn], periods: plan.selection.periods)
    let periods = study.reportedPeriods
    if plan.selection.periods == nil, periods.contains(OutcomeKey.allPeriods) { own.selection.periods = [OutcomeKey.allPeriods] }
    self.plan = own
  }

  /// The answer from the result of a run of the study.
  package func answer(from result: SimulationResult) -> Waterfall {
    var byPair: [[String]: ComparisonResult] = [:]
    for comparison in result.comparisons { byPair[comparison.choices.map(\.scenario)] = comparison }
    var falls: [Waterfall.Fall] = []
    for entry in cases {
      let found = zip(entry.stages, entry.stages.dropFirst()).map { byPair[[$0, $1]] }
      guard let first = found.first ?? nil else { continue }
      for row in first.rows {
        let rows = found.map { $0?.rows.first { $0.outcome == row.outcome && $0.period == row.period } }
        let steps = zip(entry.steps, rows).compactMap { step, row -> Waterfall.Step? in
          guard let row, let change = row.comparisons.first?.difference, let level = row.levels.last ?? nil else { return nil }
          return Waterfall.Step(policy: step, change: change, level: level)
        }
        guard steps.count == entry.steps.count, let base = row.levels.first ?? nil else { continue }
        falls.append(
          Waterfall.Fall(scenario: entry.scenario, period: row.period, outcome: row.outcome, base: base, steps: steps))
      }
    }
    return Waterfall(falls: falls)
  }
}

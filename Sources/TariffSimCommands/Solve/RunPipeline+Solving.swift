package import Analysis
internal import CommandLineKit
internal import Simulation
package import TariffModel

extension RunPipeline {
  /// A goal, and what is varied for it.
  package struct Solving: Sendable {
    package var study: CheckedStudy
    package var path: NumberPath
    /// Nothing where the range is to be found around the present value.
    package var range: ClosedRange<Double>?
    package var goal: Goal
    /// That of terms which name none; likewise the period.
    package var scenario: String?
    package var period: String?
    package var plan: Plan
  }

  /// Searches the value at which a goal begins to hold.
  static func solve(
    _ solving: Solving, _ conduct: Conduct
  ) throws(CommandFailure) -> (range: ClosedRange<Double>, result: GoalResult) {
    let present = solving.study.study.presentNumber(at: solving.path)
    let kernels = try kernels()
    var selection = OutcomeSelection(
      outcomes: Set(solving.goal.terms.map(\.outcome)), groups: Set(solving.goal.terms.map(\.group)))
    selection.periods = Set(solving.goal.terms.compactMap { $0.period ?? solving.period })
    selection.scenarios = Set(solving.goal.terms.compactMap { $0.scenario ?? solving.scenario })
    var plan = solving.plan
    plan.selection = selection
    try checkMemory(
      solving.study, plan, threads: conduct.threads, limit: MemoryLimit(given: conduct.memoryLimit, threads: conduct.threads))
    let extent = Extent(draws: solving.plan.draws, seed: solving.plan.seed)
    var computed = 0
    func number(_ x: Double) throws(CommandFailure) -> GoalValue {
      let study = try solving.study(at: x)
      let model: CompiledModel
      do throws(ModelError) {
        model = try CompiledModel(checked: study, outcomes: selection)
      } catch {
        throw solving.failure(at: x, error.problems)
      }
      guard
        let question = GoalQuestion(
          solving.goal, of: model, scenario: solving.scenario, period: solving.period, extent: extent, kernels: kernels)
      else {
        throw .contradiction(
          "the study has not all outcomes of '\(solving.goal.text)'\(solving.place): statistics.csv of a run lists what it has",
          command: "solve")
      }
      let before = computed
      var own = conduct
      own.progress = { conduct.progress(before + $0) }
      let tally = try work(question.experiment, .whole, own)
      computed += extent.draws
      conduct.announce(max(computed + extent.draws, expectedValues * extent.draws))
      do throws(GoalFailure) {
        return try question.value(of: tally, threads: conduct.threads)
      } catch {
        throw solving.failure(at: x, error)
      }
    }
    let range: ClosedRange<Double>
    if let stated = solving.range { range = stated } else { range = try solving.usualRange(around: present) }
    let result = try solving.goal.search(
      over: range, present: present, draws: extent.draws, number: number)
    if result.there.value.isUndefined { throw solving.failure(at: result.there.x, .undefined) }
    return (range, result)
  }

  /// About how many values a search looks at.
  static let expectedValues = 16
}

extension RunPipeline.Solving {
  /// The study with a value in place.
  func study(at x: Double) throws(CommandFailure) -> CheckedStudy {
    do throws(ReplacementFailure) {
      return try study.replacing([path.replacement(by: x)])
    } catch {
      switch error {
      case .broken(let problems): throw failure(at: x, problems)
      case .meetsNothing(_, _, let nearest):
        throw .contradiction(
          "--vary: '\(path.description)' names no number of the study"
            + (nearest.map { ": did you mean '\($0)'?" } ?? "; assumptions.csv of a run lists their paths"), command: "solve")
      case .hasNoMean(let path, let law):
        throw .contradiction("--vary: \(path) is \(law), whose mean cannot be moved: scale it with '\(path)*'", command: "solve")
      case .notComputable(let path, let law):
        throw .contradiction("--vary: \(path) is \(law), and cannot be \(x): take a smaller range", command: "solve")
      }
    }
  }

  /// From 0 to four times the present value, as far as the study's rules let it be.
  func usualRange(around present: Double?) throws(CommandFailure) -> ClosedRange<Double> {
    guard let present, present != 0 else {
      // A path that is none is told before a range that is missing.
      _ = try study(at: present ?? 1)
      throw .contradiction(
        "--vary: say in which range '\(path.description)' is looked for, as in '\(path.description)=0..10'", command: "solve")
    }
    let ends = [allowed(0, from: present), allowed(4 * present, from: present)]
    guard ends[0] != ends[1] else {
      throw .contradiction(
        "--vary: say in which range '\(path.description)' is looked for, as in '\(path.description)=0..10'", command: "solve")
    }
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }

  /// The value nearest to the wanted one that the rules let stand, between it and one that does.
  private func allowed(_ wanted: Double, from present: Double) -> Double {
    if (try? study(at: wanted)) != nil { return wanted }
    var (good, bad) = (present, wanted)
    for _ in 0..<30 {
      let middle = (good + bad) / 2
      if (try? study(at: middle)) != nil { good = middle } else { bad = middle }
    }
    return good
  }

  func failure(at x: Double, _ problems: [ModelProblem]) -> CommandFailure {
    let words = problems.prefix(3).map { "\($0.path) \($0.rule.statement)" + ($0.suggestion.map { "; \($0)" } ?? "") }
    return .contradiction(
      "--vary: with \(path.description) at \(x) the study breaks a rule: \(words.joined(separator: "; ")); take a range without it",
      command: "solve")
  }

  func failure(at x: Double, _ failure: GoalFailure) -> CommandFailure {
    let words =
      switch failure {
      case .unsolved(let draws): "\(draws) draws do not solve, more than an answer may leave out: take a range without it"
      case .undefined: "'\(goal.text)'\(place) has no draw to be taken from: take another range, or a condition that draws meet"
      case .withoutMean: "'\(goal.text)'\(place) is about a mean, and the law has none: ask for a percentile, as in P50(…)"
      }
    return .contradiction("with \(path.description) at \(x) \(words)", command: "solve")
  }

  /// Under which scenario, in words.
  var place: String { scenario.map { " under \($0)" } ?? "" }
}

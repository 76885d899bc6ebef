internal import Expressions
internal import Simulation
internal import Statistics
internal import TariffModel
internal import VectorMath

/// Tells of the draws that do not solve: they are counted while a run goes on, and computed again at its end.
struct UnsolvedTelling {
  let experiment: Experiment
  /// Draws of the result.
  let draws: Int
  /// The models of the experiment's programs, in their order.
  let models: [CompiledModel]
  /// Every outcome and the columns that it reads.
  let outcomes: [(key: OutcomeKey, columns: [Int])]

  /// The unsolved draws of a tally of all blocks, where they are few enough to be left out.
  func checked(_ tally: Tally, columns: [ColumnSummary]) throws(SimulationError) -> UnsolvedDraws {
    let unsolved = experiment.unsolvedDraws(of: tally, columns: columns)
    guard unsolved.count * UnsolvedFailure.mostLeftOut <= draws else {
      throw .unsolved(failure(unsolved, columns: columns))
    }
    return unsolved
  }

  /// What is told of the draws that a result leaves out; nothing where there are none.
  func report(_ unsolved: UnsolvedDraws, of tally: Tally) -> UnsolvedReport? {
    guard unsolved.count > 0 else { return nil }
    let listed = Array(unsolved.first.prefix(UnsolvedReport.mostListed))
    let (paths, values) = uncertainNumbers(in: listed)
    let columns = experiment.columns(inDraws: listed)
    let names = models.flatMap { $0.study.scenarios.map(\.name) }.uniqued
    return UnsolvedReport(
      count: unsolved.count, paths: paths,
      draws: listed.indices.map { index in
        let without = columns.indices.map { experiment.isUnsolved(columns[$0][index], ofColumn: $0, in: tally) }
        let keys = outcomes.filter { $0.columns.contains { without[$0] } }.map(\.key)
        let (scenarios, outcomes) = (Set(keys.map(\.scenario)), Set(keys.map(\.outcome)))
        return UnsolvedReport.Draw(
          number: listed[index] + 1, scenarios: names.filter(scenarios.contains),
          outcomes: Outcome.allCases.filter(outcomes.contains), values: values.map { $0[index] })
      })
  }

  /// What is told where a result would leave out too many draws.
  private func failure(_ unsolved: UnsolvedDraws, columns: [ColumnSummary]) -> UnsolvedFailure {
    func counts(ofRatios: Bool) -> [Int] {
      outcomes.map { outcome in
        outcome.columns.filter { ofRatios || !experiment.columns[$0].isRatio }.map { columns[$0].unusableDraws }.max() ?? 0
      }
    }
    // A ratio lacks the draws in which it is not defined, too: it is told of only where nothing else is asked for.
    let flows = counts(ofRatios: false)
    let counts = flows.contains { $0 > 0 } ? flows : counts(ofRatios: true)
    let most = counts.max() ?? 0
    guard let index = counts.firstIndex(of: most) else { preconditionFailure("a draw is unsolved where an outcome has no value") }
    let sample = Array(0..<min(experiment.extent.draws, Self.sampledDraws))
    let (paths, values) = uncertainNumbers(in: unsolved.first)
    return UnsolvedFailure(
      count: unsolved.count, draws: draws, outcome: outcomes[index].key, outcomeCount: most,
      cause: UnsolvedCause(paths: paths, unsolved: values, all: uncertainNumbers(in: sample).values))
  }

  /// Draws, the first of the run, that stand for all of them.
  private static let sampledDraws = 4_096

  /// The paths of every uncertain number, each once, and its values in some draws.
  private func uncertainNumbers(in draws: [Int]) -> (paths: [String], values: [[Double]]) {
    var paths: [String] = []
    var values: [[Double]] = []
    var known: Set<String> = []
    for model in models {
      let numbers = UncertainNumbers(model.study)
      let columns = experiment.outputs(of: numbers.program, inDraws: draws)
      for (path, image) in zip(numbers.paths, numbers.images) where known.insert(path).inserted {
        let value = LinearImage(scale: image.scale, offset: image.offset)
        paths.append(path)
        values.append(columns[image.output].map { value($0) })
      }
    }
    return (paths, values)
  }
}

internal import Expressions
internal import Statistics
internal import TariffModel
internal import VectorMath

/// Draws that do not solve: counted while the run goes on, and computed again at its end to tell of them.
extension Run {
  /// The draws in which some column is not solved; a ratio that is not defined is.
  func unsolvedDraws(of partial: PartialResult, columns: [ColumnSummary]) -> UnsolvedDraws {
    guard plan.keepsDraws else { return partial.unsolved }
    var numbers: Set<Int> = []
    for (column, draws) in partial.draws.enumerated() where columns[column].unusableDraws > 0 {
      for (number, value) in draws.enumerated()
      where Unusable.isUnsolved(value, isRatio: model.isRatio[column]) { numbers.insert(number) }
    }
    return UnsolvedDraws(numbers.sorted())
  }

  /// What is told of the draws that a result leaves out; nothing where there are none.
  func report(_ unsolved: UnsolvedDraws, of partial: PartialResult) -> UnsolvedReport? {
    guard unsolved.count > 0 else { return nil }
    let listed = Array(unsolved.first.prefix(UnsolvedReport.mostListed))
    let numbers = UncertainNumbers(model.study)
    let values = values(of: numbers, in: listed)
    let columns = draws(listed, of: model.program)
    return UnsolvedReport(
      count: unsolved.count, paths: numbers.paths,
      draws: listed.indices.map { index in
        let without = columns.indices.map { column in
          let (value, isRatio) = (columns[column][index], model.isRatio[column])
          return plan.keepsDraws
            ? Unusable.isUnsolved(value, isRatio: isRatio)
            : partial.sketches[column].grid.isUnsolved(value, isRatio: isRatio)
        }
        let keys = model.outcomes.filter { outcome in
          guard case .column(let number, _, _) = outcome.value else { return false }
          return without[number]
        }.map(\.key)
        let (scenarios, outcomes) = (Set(keys.map(\.scenario)), Set(keys.map(\.outcome)))
        return UnsolvedReport.Draw(
          number: listed[index] + 1, scenarios: model.study.scenarios.map(\.name).filter(scenarios.contains),
          outcomes: Outcome.allCases.filter(outcomes.contains), values: values.map { $0[index] })
      })
  }

  /// What is told where a result would leave out too many draws.
  func failure(_ unsolved: UnsolvedDraws, columns: [ColumnSummary]) -> UnsolvedFailure {
    func counts(ofRatios: Bool) -> [Int] {
      model.outcomes.map { outcome in
        guard case .column(let number, _, _) = outcome.value, ofRatios || !model.isRatio[number] else { return 0 }
        return columns[number].unusableDraws
      }
    }
    // A ratio lacks the draws in which it is not defined, too: it is told of only where nothing else is asked for.
    let flows = counts(ofRatios: false)
    let counts = flows.contains { $0 > 0 } ? flows : counts(ofRatios: true)
    let most = counts.max() ?? 0
    guard let index = counts.firstIndex(of: most) else { preconditionFailure("a draw is unsolved where an outcome has no value") }
    let numbers = UncertainNumbers(model.study)
    let sample = Array(0..<min(plan.draws, Self.sampledDraws))
    return UnsolvedFailure(
      count: unsolved.count, draws: plan.draws, outcome: model.outcomes[index].key, outcomeCount: most,
      cause: UnsolvedCause(
        paths: numbers.paths, unsolved: values(of: numbers, in: unsolved.first), all: values(of: numbers, in: sample)))
  }

  /// Draws, the first of the run, that stand for all of them.
  private static let sampledDraws = 4_096

  /// Every uncertain number in some draws, by the number's place and then the draw's.
  private func values(of numbers: UncertainNumbers, in draws: [Int]) -> [[Double]] {
    let columns = self.draws(draws, of: numbers.program)
    return numbers.images.map { image in
      let value = LinearImage(scale: image.scale, offset: image.offset)
      return columns[image.output].map { value($0) }
    }
  }

  /// The outputs of a program in some draws of the run, ascending by number from 0: by the output's number, then the draw's place.
  private func draws(_ numbers: [Int], of program: BlockProgram) -> [[Double]] {
    var columns = [[Double]](repeating: [], count: program.outputCount)
    var workspace = program.makeWorkspace()
    var start = 0
    while start < numbers.count {
      let block = numbers[start] / Plan.drawsPerBlock
      let end = numbers[start...].firstIndex { $0 / Plan.drawsPerBlock > block } ?? numbers.count
      program.run(block: UInt64(block), seed: plan.seed, kernels: kernels.kernels, in: &workspace) { output, values in
        for number in numbers[start..<end] { columns[output].append(values[number % Plan.drawsPerBlock]) }
      }
      start = end
    }
    return columns
  }
}

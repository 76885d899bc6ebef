internal import Expressions
package import Simulation
internal import Statistics
package import TariffModel
package import VectorMath

/// The number of a goal under one scenario in one period of a model.
///
/// Models of one study with another number somewhere share their draws, so that their numbers differ by what the other number does.
package struct GoalQuestion: Sendable {
  package let experiment: Experiment
  private let statistic: Goal.Statistic
  /// The measure's column, what makes it of the column, and the order of its moments; nothing for a probability.
  private let reading: Reading?

  private struct Reading: Sendable {
    let column: Int?
    let image: LinearImage
    let momentOrder: Double
  }

  /// Nothing where the model has not all of the goal's outcomes, or where one is defined in no draw.
  ///
  /// - Parameters:
  ///   - model: Compiled for the goal's outcomes, or more.
  ///   - scenario: That of terms which name none; likewise the period.
  package init?(
    _ goal: Goal, of model: CompiledModel, scenario: String?, period: String?, extent: Extent, kernels: KernelChoice
  ) {
    let index = ConditionIndex(model)
    statistic = goal.statistic
    var columns = (0..<model.program.outputCount).map { number in
      ObservedColumn(
        .output(OutputPlace(number: number)), request: SketchRequest(percentiles: []), isRatio: model.isRatio[number])
    }
    var events: [ObservedEvent] = []
    switch goal.statistic {
    case .probability(let condition):
      guard let event = index.observed(condition, scenario: scenario, period: period) else { return nil }
      events = [event]
      reading = nil
    case .percentile(_, let measure), .mean(let measure):
      let places = measure.terms.compactMap { index.place(of: $0, scenario: scenario, period: period) }
      let operands = places.compactMap(index.operand)
      guard operands.count == measure.terms.count else { return nil }
      let order = places.map { index.outcome($0).momentOrder }.min() ?? .infinity
      var request = SketchRequest(percentiles: [])
      if case .percentile(let percent, _) = goal.statistic { request.percentiles = [percent] }
      if operands.count == 1 {
        let image = LinearImage(scale: operands[0].scale, offset: operands[0].offset)
        if let output = operands[0].output { columns[output.number].request = image.preimage(of: request) }
        reading = Reading(column: operands[0].output?.number, image: image, momentOrder: order)
      } else {
        columns.append(
          ObservedColumn(
            .derived(.difference(operands[0], operands[1])), request: request, isRatio: operands.contains(where: \.isRatio)))
        reading = Reading(column: columns.count - 1, image: LinearImage(scale: 1, offset: 0), momentOrder: order)
      }
    }
    experiment = Experiment(extent, programs: [model.program], columns: columns, events: events, kernels: kernels)
  }

  /// The number, from a tally of all blocks.
  package func value(of tally: Tally, threads: Int) throws(GoalFailure) -> GoalValue {
    let extent = experiment.extent
    let columns = experiment.columnSummaries(of: tally, threads: threads)
    let unsolved = experiment.unsolvedDraws(of: tally, columns: columns).count
    guard unsolved * UnsolvedFailure.mostLeftOut <= extent.draws else { throw .unsolved(draws: unsolved) }
    guard let reading else {
      guard let counted = experiment.eventTallies(of: tally).first else { throw .undefined }
      guard counted.given > 0 else { return .undefined }
      return GoalValue(ProbabilityEstimate(hits: counted.hits, draws: counted.given), draws: counted.given)
    }
    guard let column = reading.column else {
      return GoalValue(reading.image.offset, interval: reading.image.offset...reading.image.offset, draws: extent.draws)
    }
    var request = SketchRequest(percentiles: [])
    if case .percentile(let percent, _) = statistic { request.percentiles = [percent] }
    guard var summary = columns[column].summary?.transformed(by: reading.image, answering: request) else { throw .undefined }
    summary.momentOrder = reading.momentOrder
    if let percentile = summary.percentiles.first { return GoalValue(percentile, draws: summary.draws) }
    guard let mean = summary.toldMean else { throw .withoutMean }
    // What does not vary is known.
    if summary.minimum == summary.maximum {
      return GoalValue(mean.value, interval: mean.value...mean.value, draws: summary.draws)
    }
    return GoalValue(mean, draws: summary.draws)
  }
}

/// Why a goal has no number at some value.
package enum GoalFailure: Error, Hashable, Sendable {
  /// More draws do not solve than an answer may leave out.
  case unsolved(draws: Int)
  /// There is no draw to take it from.
  case undefined
  /// The law of the measure has no mean.
  case withoutMean
}

internal import Expressions
package import Simulation
internal import Statistics
package import TariffModel
package import VectorMath

/// The question how well a study's forecasts under one scenario told what was counted (the model's §9a).
package struct BacktestQuestion: Sendable {
  package let records: BacktestRecords
  /// What has to be computed for it.
  package let experiment: Experiment
  /// By actual: the law of its forecast ratio.
  private let ratios: [CompiledOutcome.Value]

  /// - Parameters:
  ///   - study: Makes forecasts.
  ///   - scenario: The name of one of its scenarios.
  package init(
    _ study: CheckedStudy, scenario: String, records: BacktestRecords, extent: Extent, kernels: KernelChoice
  ) {
    self.records = records
    let compiled = CompiledForecasts(study, scenario: scenario, parts: records.actuals.map(\.forecast))
    ratios = compiled.ratios
    let request = SketchRequest(percentiles: [50])
    experiment = Experiment(
      extent, programs: [compiled.program],
      columns: (0..<compiled.program.outputCount).map {
        ObservedColumn(.output(OutputPlace(number: $0)), request: request, isRatio: true)
      }, kernels: kernels)
  }

  /// Bytes that all draws of the answer take.
  package var drawBytes: Int { experiment.columns.count * experiment.extent.draws * MemoryLayout<Double>.size * 3 }

  /// The scores; the same for any number of threads.
  ///
  /// - Parameters:
  ///   - progress: Told the draws done so far.
  /// - Throws: `cancelled`.
  package func result(
    threads: Int, progress: (Int) -> Void, isCancelled: () -> Bool
  ) throws(SimulationError) -> BacktestResult {
    var draws = [[Double]](repeating: [], count: experiment.columns.count)
    let extent = experiment.extent
    var block = 0
    while block < extent.blockCount {
      let blocks = block..<min(block + max(threads, Self.blocksAtOnce), extent.blockCount)
      for (column, more) in experiment.draws(in: blocks, threads: threads).enumerated() { draws[column] += more }
      block = blocks.upperBound
      progress(extent.draws(in: 0..<block))
      if isCancelled() { throw .cancelled(drawsDone: extent.draws(in: 0..<block)) }
    }
    let naive = NaiveForecasts(records)
    let found = draws
    let scores = concurrentMap(records.actuals.indices, threads: threads) { actual in
      ActualScore(records.actuals[actual], draws: ratio(of: actual, in: found), naive: naive.forecasts(of: actual))
    }
    return BacktestResult(scores: scores, records: records, naive: naive, extent: extent)
  }

  private static let blocksAtOnce = 8

  /// The draws of an actual's forecast ratio.
  private func ratio(of actual: Int, in draws: [[Double]]) -> [Double] {
    switch ratios[actual] {
    case .certain(let value): [value]
    case .undefined: []
    case .column(let number, let scale, let offset): draws[number].map { scale * $0 + offset }
    }
  }
}

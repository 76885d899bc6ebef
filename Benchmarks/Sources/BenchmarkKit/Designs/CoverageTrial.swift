internal import Expressions
internal import Glibc
package import Sampling
internal import Simulation
internal import Statistics
package import VectorMath

/// An outcome whose law is known, for intervals to be held against: the exponential of a weighted sum of four normals.
package struct CoverageTrial: Sendable {
  /// A figure with its true value and where a summary has its interval.
  package struct Figure: Sendable {
    package let name: String
    let truth: Double
    let interval: @Sendable (SampleSummary) -> ClosedRange<Double>?
  }

  private static let weights = [0.4, 0.25, 0.15, 0.1]
  private let program: BlockProgram
  private let request: SketchRequest
  package let figures: [Figure]

  package init() {
    let graph = ExpressionGraph()
    let normals = Self.weights.indices.map { graph.standardNormal(stream: "z\($0)") }
    let sum = graph.sum(zip(normals, Self.weights).map { $0 * $1 })
    program = BlockProgram(graph: graph, outputs: [exp(sum).outputView?.column].compactMap { $0 })
    let sigma = Self.weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let mean = Glibc.exp(sigma * sigma / 2)
    func below(_ z: Double) -> Double { erfc(-z * 0.5.squareRoot()) / 2 }
    let z = 1.6448536269514722
    request = SketchRequest(percentiles: [5, 50, 95], thresholds: [Glibc.exp(sigma)])
    figures = [
      Figure(name: "P5", truth: Glibc.exp(-z * sigma)) { $0.percentiles[0].interval },
      Figure(name: "P50", truth: 1) { $0.percentiles[1].interval },
      Figure(name: "P95", truth: Glibc.exp(z * sigma)) { $0.percentiles[2].interval },
      Figure(name: "probability", truth: below(1)) { $0.exceedances[0].interval },
      Figure(name: "mean", truth: mean) { interval($0.mean, $0) },
      Figure(name: "sd", truth: mean * expm1(sigma * sigma).squareRoot()) { interval($0.standardDeviation, $0) },
      Figure(name: "shortfall", truth: mean * below(sigma - z) / 0.05) { interval($0.upperShortfall.mean, $0) },
    ]
  }

  /// In how many runs under seeds from 1 up each figure's 95 % interval holds the truth, in percent of the runs that tell one.
  package func coverage(_ design: Design, draws: Int, runs: Int, threads: Int, kernels: KernelChoice) -> [Double] {
    let held = concurrentMap(0..<runs, threads: threads) { run in
      let experiment = Experiment(
        Extent(draws: draws, seed: UInt64(run + 1), design: design), programs: [program],
        columns: [ObservedColumn(.output(OutputPlace(number: 0)), request: request, isRatio: false)], kernels: kernels)
      let tally = ExperimentInProgress(experiment, shard: .whole, threads: 1).tally
      let summary = experiment.columnSummaries(of: tally, threads: 1)[0].summary
      return figures.map { figure in summary.flatMap(figure.interval)?.contains(figure.truth) }
    }
    return figures.indices.map { figure in
      let told = held.compactMap { $0[figure] }
      return 100 * Double(told.count { $0 }) / Double(told.count)
    }
  }
}

/// The interval of an estimate, by the deviate of what its error rests on.
private func interval(_ estimate: Estimate, _ summary: SampleSummary) -> ClosedRange<Double>? {
  estimate.standardError.map { error in
    let half = summary.replication.deviate * error
    return (estimate.value - half)...(estimate.value + half)
  }
}

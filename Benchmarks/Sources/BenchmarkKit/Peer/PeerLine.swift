package import Analysis
internal import Statistics

/// One result line of the form that all peers print: a JSON object on one line.
///
/// `seconds` covers drawing, model and percentiles. The percentiles come from sketches that fill up while the draws are made, so
/// there is no separate time for them.
package struct PeerLine: Hashable, Codable, Sendable {
  /// One output of the workload.
  package struct Output: Hashable, Codable, Sendable {
    package var p05: Double?
    package var p50: Double?
    package var p95: Double?
    package var mean: Double
    package var sd: Double
    /// By percent, as in `5`.
    package var percentiles: [String: Double]
  }

  package var peer: String
  package var workload: String
  package var draws: Int
  package var threads: Int
  package var seconds: Double
  package var secondsSimulate: Double
  package var secondsQuantiles: Double
  /// What came before: reading the scenario file, and compiling the model.
  package var secondsLoad: Double
  package var secondsCompile: Double
  package var maxRSSMB: Double
  package var outputs: [String: Output]

  enum CodingKeys: String, CodingKey {
    case peer, workload, draws, threads, seconds, outputs
    case secondsSimulate = "seconds_simulate"
    case secondsQuantiles = "seconds_quantiles"
    case secondsLoad = "seconds_load"
    case secondsCompile = "seconds_compile"
    case maxRSSMB = "max_rss_mb"
  }

  package init(
    peer: String, run: WorkloadRun, result: SimulationResult, threads: Int, seconds: Double, peakBytes: Int
  ) {
    self.peer = peer
    workload = run.workload.rawValue.uppercased()
    draws = result.plan.draws
    self.threads = threads
    self.seconds = seconds
    secondsSimulate = seconds
    secondsQuantiles = 0
    secondsLoad = run.loadSeconds
    secondsCompile = run.compileSeconds
    maxRSSMB = Double(peakBytes) / 0x1p20
    outputs = [:]
    for outcome in result.outcomes { outputs[run.workload.name(of: outcome.key)] = Output(outcome.summary) }
  }

  /// The line with its line feed.
  package var text: String { JSONText.line(self) }
}

extension PeerLine.Output {
  init(_ summary: SampleSummary) {
    percentiles = [:]
    for estimate in summary.percentiles { percentiles[Self.name(estimate.percent)] = estimate.value }
    p05 = percentiles["5"]
    p50 = percentiles["50"]
    p95 = percentiles["95"]
    mean = summary.mean.value
    sd = summary.standardDeviation.value
  }

  /// `5` for 5 %, `2.5` for 2.5 %.
  private static func name(_ percent: Double) -> String {
    Int(exactly: percent).map(String.init) ?? String(percent)
  }
}

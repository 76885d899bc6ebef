internal import Analysis
internal import CommandLineKit
internal import Glibc
internal import Reporting
internal import Sampling
internal import Statistics
internal import TariffSimCommands
internal import VectorMath

/// `benchmarks designs`: how much more exact percentiles are under each design than with as many random draws.
struct DesignsCommand {
  /// Runs of each design, under seeds from 1 up.
  private static let runs = 16
  private static let percentiles: [Double] = [5, 50, 95]
  var workload: ReferenceWorkload
  var draws: Int
  var threads: Int
  var console: Console

  init(_ parsed: ParsedCommand, console: Console) {
    workload = parsed.value("case").flatMap(ReferenceWorkload.init) ?? .w1
    draws = Design.usualReplicates << (parsed.wholeNumber("points").map(Int.init) ?? 14)
    threads = parsed.threads
    self.console = console
  }

  func run() throws(BenchmarkFailure) -> Int32 {
    try BuildMode.requireOptimised()
    let run = try WorkloadRun(workload, places: try .current())
    var table = TextTable(columns: [.init("design", .left), .init("variance ratio"), .init("ms a run"), .init("variance × time")])
    var plain: (variances: [Double], seconds: Double)?
    let smoothing = try WorkloadRun(workload, places: .current(), smooths: true)
    for layout in Self.layouts {
      console.show(layout.name)
      let own = try measured(layout.smooths ? smoothing : run, layout)
      let base = plain ?? own
      plain = base
      // Figures that do not vary say nothing.
      let logs = zip(base.variances, own.variances).filter { $0 > 0 && $1 > 0 }.map { log($0 / $1) }
      let gain = exp(logs.reduce(0, +) / Double(logs.count))
      table.rows.append([
        layout.name, NumberText.rounded(gain, place: -1), NumberText.rounded(own.seconds * 1e3, place: 0),
        NumberText.rounded(gain * base.seconds / own.seconds, place: -1),
      ])
    }
    console.show("")
    let heading =
      "\(workload.rawValue), \(NumberText.count(draws)) draws, P5, P50 and P95 of all outcomes over \(Self.runs) seeds: variance of random "
      + "draws over that of the design, geometric mean."
    try console.report(heading + "\n\n" + table.lines().map { $0 + "\n" }.joined())
    return ExitCode.success.rawValue
  }

  /// A design with what it does besides.
  private struct Layout {
    var design: Design
    var rotates = false
    var smooths = false

    var name: String { design.name + (rotates ? ", rotated" : "") + (smooths ? ", smoothed" : "") }
  }

  private static let layouts =
    [Layout(design: .random)]
    + PointSet.allCases.flatMap { points -> [Layout] in
      let design = Design.replicated(points, replicates: Design.usualReplicates)
      guard design.gainsByRotation else { return [Layout(design: design)] }
      return [
        Layout(design: design), Layout(design: design, rotates: true), Layout(design: design, smooths: true),
        Layout(design: design, rotates: true, smooths: true),
      ]
    }

  /// The variance of every percentile over seeds, and the seconds of a run.
  private func measured(
    _ run: WorkloadRun, _ layout: Layout
  ) throws(BenchmarkFailure) -> (variances: [Double], seconds: Double) {
    var values: [[Double]] = []
    var times: [Double] = []
    for seed in 1...UInt64(Self.runs) {
      var plan = run.plan
      (plan.draws, plan.seed, plan.percentiles) = (draws, seed, Self.percentiles)
      (plan.design, plan.rotates, plan.smooths) = (layout.design, layout.rotates, layout.smooths)
      let (result, seconds) = try run.simulated(plan, threads: threads, kernels: KernelChoice())
      values.append(result.outcomes.flatMap { $0.summary.percentiles.map(\.value) })
      times.append(seconds)
    }
    let variances = values[0].indices.map { figure in
      let own = values.map { $0[figure] }
      let mean = own.reduce(0, +) / Double(own.count)
      return own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(own.count - 1)
    }
    return (variances, SampleStatistics(times).median)
  }
}

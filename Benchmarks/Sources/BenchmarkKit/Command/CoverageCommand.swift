internal import CommandLineKit
internal import Reporting
internal import Sampling
internal import TariffSimCommands
internal import VectorMath

/// `benchmarks coverage`: how often intervals of 95 % hold a truth that is known.
struct CoverageCommand {
  private static let runs = 2_000
  /// Few enough for all draws to be kept.
  private static let pointBits = 9
  var threads: Int
  var console: Console

  init(_ parsed: ParsedCommand, console: Console) {
    threads = parsed.threads
    self.console = console
  }

  func run() throws(BenchmarkFailure) -> Int32 {
    let trial = CoverageTrial()
    var table = TextTable(columns: [.init("design", .left)] + trial.figures.map { .init($0.name) })
    for design in [Design.random] + PointSet.allCases.map({ .replicated($0, replicates: Design.usualReplicates) }) {
      console.show(design.name)
      let coverage = trial.coverage(
        design, draws: Design.usualReplicates << Self.pointBits, runs: Self.runs, threads: threads, kernels: KernelChoice())
      table.rows.append([design.name] + coverage.map { NumberText.rounded($0, place: -1) })
    }
    console.show("")
    let heading =
      "Of \(NumberText.count(Self.runs)) runs of \(Design.usualReplicates << Self.pointBits) draws, in percent; one of 95 is off by 0.5 by chance."
    try console.report(heading + "\n\n" + table.lines().map { $0 + "\n" }.joined())
    return ExitCode.success.rawValue
  }
}

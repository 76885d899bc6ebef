internal import CommandLineKit
internal import FoundationEssentials
internal import Reporting
internal import TariffSimCommands

/// `benchmarks run`: measures, prints, writes and compares.
struct MeasureCommand {
  /// The exit code that says that something got slower.
  static let slower: Int32 = 1

  var filter: NameFilter
  var isList: Bool
  var threads: Int
  var path: String?
  var earlier: String?
  var format: ResultFormat
  var console: Console

  init(_ parsed: ParsedCommand, console: Console) {
    filter = NameFilter(parsed.value("filter") ?? "")
    isList = parsed.has("list")
    threads = parsed.threads
    path = parsed.value("json")
    earlier = parsed.value("compare")
    format = parsed.value("format").flatMap(ResultFormat.init) ?? .table
    self.console = console
  }

  /// Measures what the filter names; the exit code says whether something got slower than in the earlier results.
  func run() throws(BenchmarkFailure) -> Int32 {
    if !isList { try BuildMode.requireOptimised() }
    let chosen = BenchmarkSuite.all(places: try .current(), threads: threads).filter { filter.accepts($0.name) }
    guard !chosen.isEmpty else { throw .nothingMatches(filter: filter.text) }
    if isList {
      try console.report(chosen.map { $0.name + "\n" }.joined())
      return ExitCode.success.rawValue
    }
    // Read first: a wrong path should not cost the minutes of a run.
    var before = try earlier.map { path throws(BenchmarkFailure) in try BenchmarkReport(path: path) }
    before?.results.removeAll { !filter.accepts($0.name) }
    let report = BenchmarkReport(machine: .current(), results: try measured(chosen))
    if let path { try TextFile.write(report.text, to: path) }
    let comparison = before.map { Comparison(report, with: $0) }
    try console.report(text(of: report, comparison))
    return comparison?.hasSlower == true ? Self.slower : ExitCode.success.rawValue
  }

  private func measured(_ benchmarks: [Benchmark]) throws(BenchmarkFailure) -> [BenchmarkResult] {
    defer { console.show("") }
    var results: [BenchmarkResult] = []
    for (index, benchmark) in benchmarks.enumerated() {
      console.show("\(index + 1)/\(benchmarks.count) \(benchmark.name)")
      let samples = try benchmark.measure(Sampler())
      results.append(BenchmarkResult(name: benchmark.name, unit: benchmark.unit, statistics: SampleStatistics(samples)))
    }
    return results
  }

  private func text(of report: BenchmarkReport, _ comparison: Comparison?) -> String {
    switch format {
    case .table: ResultTable(report, comparison: comparison, style: console.style).text
    case .raw: report.text
    case .bencher: BencherMetrics(report).text
    case .github: ActionBenchmarkEntry.text(report)
    }
  }
}

extension ParsedCommand {
  /// The workers asked for; one for each processor unless said otherwise.
  var threads: Int { wholeNumber("threads").map(Int.init) ?? MachineFacts.processorCount }
}

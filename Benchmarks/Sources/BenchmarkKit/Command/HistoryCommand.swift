internal import CommandLineKit
internal import TariffSimCommands

/// `benchmarks history`: tracked results over time, in the terminal and as a picture.
struct HistoryCommand {
  var filter: NameFilter
  var folder: String?
  var picture: String?
  var console: Console

  init(_ parsed: ParsedCommand, console: Console) {
    filter = NameFilter(parsed.value("filter") ?? "")
    folder = parsed.value("folder")
    picture = parsed.value("svg")
    self.console = console
  }

  func run() throws(BenchmarkFailure) -> Int32 {
    let history: History
    if let folder {
      history = try History(folder: folder)
    } else {
      history = try History(folder: PackagePlaces.current().file("Benchmarks/History"))
    }
    guard !history.series(matching: filter).isEmpty else { throw .nothingMatches(filter: filter.text) }
    if let picture { try TextFile.write(HistoryChart(history, filter: filter).svg, to: picture) }
    try console.report(HistoryTable.text(history, filter: filter))
    return ExitCode.success.rawValue
  }
}

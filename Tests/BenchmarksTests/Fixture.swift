import BenchmarkKit
import CommandLineKit
import FoundationEssentials
import Glibc
import TariffSimCommands
import TestSupport

/// Results for tests.
enum Fixture {
  static let machine = MachineFacts(
    processor: "Test Processor", processors: 2, instructionSet: "v4", blasCore: "SkylakeX", blasVersion: "0.3.21",
    compiler: "Swift 6.3", commit: "0123456789abcdef+", date: "2026-11-25T10:00:00Z")

  /// A result with a median, its minimum and its 90th percentile 1 % away unless said otherwise.
  static func result(
    _ name: String, _ median: Double, unit: BenchmarkUnit = .milliseconds, spread: Double = 0.01
  ) -> BenchmarkResult {
    BenchmarkResult(
      name: name, unit: unit,
      statistics: SampleStatistics([median * (1 - spread), median, median * (1 + spread)]))
  }

  static func report(_ results: [BenchmarkResult], machine: MachineFacts = machine) -> BenchmarkReport {
    BenchmarkReport(machine: machine, results: results)
  }

  /// The same machine on another day.
  static func machine(on date: String) -> MachineFacts {
    var machine = machine
    machine.date = date + "T10:00:00Z"
    return machine
  }
}

/// Where the package's files are, found from where this source file stands.
let places: PackagePlaces = {
  let package = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  return PackagePlaces(package: package, programs: package + "/.build/release")
}()

/// A folder that is gone at the end of the body.
func withScratchFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: "benchmarks-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// What a run of the program printed, and how it ended.
struct Transcript {
  var code: Int32
  var output: String
  var errors: String
}

/// Runs the program in this process, its channels led into scratch files.
func run(
  _ arguments: [String], terminal: Terminal = Terminal(outputIsTerminal: false, errorIsTerminal: false)
) -> Transcript {
  let output = scratchFile()
  let errors = scratchFile()
  let console = Console(
    output: OutputChannel(descriptor: output), errors: OutputChannel(descriptor: errors), terminal: terminal)
  let code = BenchmarkProgram(console: console).run(arguments)
  lseek(output, 0, SEEK_SET)
  lseek(errors, 0, SEEK_SET)
  return Transcript(code: code, output: readAll(output), errors: readAll(errors))
}

package import CommandLineKit

/// Why a benchmark command did not do what was asked; the one place where its failures become text and exit codes.
package enum BenchmarkFailure: Error, Hashable, Sendable {
  /// The command line is wrong; the command is named where it was understood.
  case usage(UsageError, command: String?)
  /// An instruction set that cannot be forced, in words.
  case instructionSet(String)
  /// The program was built without optimisation.
  case debugBuild
  /// No benchmark has the text in its name.
  case nothingMatches(filter: String)
  /// The folder that holds `Package.swift` is not above the program.
  case noPackage(program: String)
  /// A program that is measured is not there.
  case missingProgram(path: String)
  case cannotRead(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  /// A file that does not hold raw results of this program.
  case notResults(path: String)
  /// A folder without raw results.
  case noHistory(folder: String)
  /// A scenario file with problems.
  case badScenario(path: String)
  /// A child process did not end well.
  case childFailed(command: [String], reason: String)
  /// A child process took less memory at its peak than this process, so that nobody can tell how much.
  case peakHidden(below: Int)
  /// A pass of a program that no benchmark measures.
  case noUnitCost(pass: String)
  case standardOutput(reason: String)

  package var exitCode: ExitCode {
    switch self {
    case .usage, .instructionSet, .nothingMatches, .debugBuild: .usage
    case .missingProgram, .cannotRead, .noPackage, .noHistory: .missingFile
    case .notResults, .badScenario: .badInput
    case .cannotWrite, .standardOutput: .cannotWrite
    case .childFailed, .noUnitCost, .peakHidden: .internalError
    }
  }

  /// The message with a line feed at its end.
  package var message: String {
    let program = ProgramSyntax.benchmarks.name
    guard case .usage(_, let command) = self else { return "\(program): \(words)\n" }
    return "\(program): \(words)\nTry '\(program) help\(command.map { " " + $0 } ?? "")'.\n"
  }

  private var words: String {
    switch self {
    case .usage(let error, _): error.message
    case .instructionSet(let words): words
    case .debugBuild: "a debug build says nothing about speed; use 'swift run -c release benchmarks'"
    case .nothingMatches(let filter): "no benchmark has '\(filter)' in its name; --list prints them"
    case .noPackage(let path): "the package's folder is not above \(path)"
    case .missingProgram(let path): "\(path) is missing; first 'swift build -c release'"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    case .notResults(let path): "\(path) does not hold raw results of this program"
    case .noHistory(let folder): "no results in \(folder)"
    case .badScenario(let path): "\(path) has problems; 'tariffsim validate' prints them"
    case .childFailed(let command, let reason): "'\(command.joined(separator: " "))' failed: \(reason)"
    case .peakHidden(let bytes):
      "the memory of a child process is hidden below the \(bytes / 1_000_000) MB of this one; use '--filter memory'"
    case .noUnitCost(let pass): "no benchmark measures the pass '\(pass)'"
    case .standardOutput(let reason): "cannot write to standard output: \(reason)"
    }
  }
}

package import Analysis
package import CommandLineKit
package import Files
package import PartFiles
package import Reporting
package import TariffModel
internal import TextFormats
internal import Workbooks

/// Why a command did not do what was asked; the one place where failures become text and exit codes.
package enum CommandFailure: Error, Hashable, Sendable {
  /// The command line is wrong; the command is named where it was understood.
  case usage(UsageError, command: String?)
  /// Options or files that do not go together, in words.
  case contradiction(String, command: String)
  case missingInput(path: String, reason: String)
  /// Problems of the content.
  case badInput(path: String, problems: ProblemList)
  /// Problems that show when the outcomes are written down, without their places.
  case notCompiled([ModelProblem])
  /// A study that cannot be had with something replaced.
  case notReplaced(ReplacementFailure)
  /// Problems with reading the file or its tables.
  case unreadableInput(path: String, problems: ProblemList)
  /// A part or a checkpoint that cannot be used.
  case part(PartFailure)
  /// A result folder whose files tell no result.
  case damagedResult(folder: String, ResultReadingFailure)
  case outputFolder(OutputFolder.Failure)
  /// The part of another run stands in the place.
  case takenPlace(path: String, RunIdentity.Difference)
  /// A part or a checkpoint that cannot be written.
  case outputFile(FileFailure)
  /// Standard output takes no more.
  case standardOutput(reason: String)
  case interrupted
  /// Interrupted, with all that was done kept in a checkpoint.
  case interruptedAndKept(path: String)
  /// A request to stop when the result was in its place, and there was only to tell of it.
  case interruptedAfterResult(path: String)
  /// Too many draws in which an outcome is no number, such as a rate on no trade at all.
  case unsolvedDraws(UnsolvedFailure)
  /// A library that the program needs is not there, in the system's words.
  case missingLibrary(reason: String)
  /// The system gives, or the user allows, less memory than the work takes; in words, with a way out.
  case tooLittleMemory(String)
  /// A mistake of the program's own.
  case internalError(String)

  package var exitCode: ExitCode {
    switch self {
    case .usage, .contradiction: .usage
    case .missingInput, .unreadableInput: .missingFile
    case .badInput, .notCompiled, .notReplaced, .part, .damagedResult, .unsolvedDraws: .badInput
    case .outputFolder, .takenPlace, .outputFile, .standardOutput: .cannotWrite
    case .interrupted, .interruptedAndKept, .interruptedAfterResult: .interrupted
    case .missingLibrary, .tooLittleMemory: .systemShortage
    case .internalError: .internalError
    }
  }

  /// The message with a line feed at its end.
  package var message: String {
    let program = ProgramSyntax.tariffSim.name
    switch self {
    case .usage(_, let command): return "\(program): \(summary)\n" + Self.help(command)
    case .contradiction(_, let command): return "\(program): \(summary)\n" + Self.help(command)
    case .missingInput, .notCompiled, .notReplaced, .part, .damagedResult, .outputFolder, .takenPlace, .outputFile,
      .standardOutput, .interrupted,
      .interruptedAndKept, .interruptedAfterResult, .unsolvedDraws, .missingLibrary, .tooLittleMemory:
      // Paths may be of any length; a screen has 24 lines.
      return "\(program): \(summary.count > 2_000 ? summary.prefix(2_000) + "…" : summary)\n"
    case .badInput(_, let problems), .unreadableInput(_, let problems):
      return problems.text + "\(program): \(summary)\n"
    case .internalError:
      return "\(program): \(summary)\nThis is a mistake in the program: please report it with the scenario file.\n"
    }
  }

  /// What happened in one line, for the row of a batch.
  package var summary: String { ShownText.line(words) }

  private var words: String {
    switch self {
    case .usage(let error, _): error.message
    case .contradiction(let words, _): words
    case .missingInput(let path, let reason): "\(path): \(reason)"
    case .badInput(let path, let problems), .unreadableInput(let path, let problems):
      "\(NumberText.count(problems.all.count)) \(problems.all.count == 1 ? "problem" : "problems") in \(path)"
    case .notCompiled(let problems):
      problems.map { "\($0.path): \($0.rule.statement)" + ($0.suggestion.map { "; \($0)" } ?? "") }.joined(separator: "; ")
    case .notReplaced(let failure): failure.statement
    case .part(let failure): failure.words
    case .damagedResult(let folder, let failure): FileStore.joined(folder, failure.words)
    case .outputFolder(let failure): failure.words
    case .takenPlace(let path, let difference):
      "\(path) is a part of another run: \(PartFailure.comparison(difference, "there", "here")); "
        + "move it away, choose another place with --output, or drop it with --replace"
    case .outputFile(let failure): failure.words
    case .standardOutput(let reason): "cannot write to standard output: \(reason)"
    case .interrupted: "interrupted; nothing half done was left behind"
    case .interruptedAfterResult(let path): "interrupted after the work; the result stands complete in \(path)"
    case .interruptedAndKept(let path): "interrupted; \(path) keeps what was done, and the same command goes on from there"
    case .unsolvedDraws(let failure): failure.words
    case .missingLibrary(let reason): "OpenBLAS cannot be loaded: \(reason)"
    case .tooLittleMemory(let words): words
    case .internalError(let words): words
    }
  }

  /// The same with a line for every problem.
  var tellingAllProblems: CommandFailure {
    switch self {
    case .badInput(let path, let problems): .badInput(path: path, problems: problems.unabridged)
    case .unreadableInput(let path, let problems): .unreadableInput(path: path, problems: problems.unabridged)
    default: self
    }
  }

  /// Does something to a part or a checkpoint.
  static func writing<Value>(_ body: () throws(FileFailure) -> Value) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw .outputFile(error)
    }
  }

  private static func help(_ command: String?) -> String {
    "Try 'tariffsim help\(command.map { " " + $0 } ?? "")'.\n"
  }
}

extension OutputFolder.Failure {
  /// What is wrong and what to do about it, in one line.
  fileprivate var words: String {
    switch self {
    case .notAFolder(let path): "\(path) is not a folder; choose another place with --output"
    case .foreign(let path): "\(path) holds no result of this program and is left alone; choose another place with --output"
    case .mixed(let path, let entry, true):
      "\(path) holds \(entry), which is no part of a result; move it away, or lose it with --force"
    case .mixed(let path, let entry, false):
      "\(path) holds \(entry), which is no plain file; move it away, or choose another place with --output"
    case .otherFilesystem(let path):
      "\(path) is a filesystem of its own and cannot be replaced in one step; choose another place with --output"
    case .system(let failure): failure.words
    }
  }
}

extension UnsolvedFailure {
  /// How many draws, of which outcome, and which range causes it, in one line.
  var words: String {
    let share = NumberText.short(100 * Double(count) / Double(draws))
    let limit = NumberText.short(100 / Double(Self.mostLeftOut))
    let opening =
      "\(NumberText.count(count)) of \(NumberText.count(draws)) draws (\(share) %) do not solve, and a result may leave out "
      + "\(limit) %; \(outcome.outcome.rawValue) under \(outcome.scenario) has no finite value in "
      + NumberText.count(outcomeCount)
    guard let cause else { return opening }
    return opening + (cause.isClear ? "; the range of " : "; no range stands out, least unlike that of ") + cause.path
      + (cause.isClear ? " causes it: from " : ": from ") + Self.words(cause.amongUnsolved)
      + " in nine tenths of these draws, from " + Self.words(cause.amongAll) + " in all: narrow it"
  }

  private static func words(_ range: ClosedRange<Double>) -> String {
    NumberText.short(range.lowerBound) + " to " + NumberText.short(range.upperBound)
  }
}

extension CommandFailure {
  /// Why a result makes no workbook.
  init(_ failure: ResultWorkbook.Failure, folder: String) {
    switch failure {
    case .unreadable(let failure): self = .damagedResult(folder: folder, failure)
    case .tooManyRows(let file, let rows, let limit):
      self = .contradiction(
        "\(file) has \(NumberText.count(rows)) rows, and a sheet of a workbook holds \(NumberText.count(limit)): read the file itself, or run "
          + "again without --by-line", command: "report")
    }
  }
}

extension ResultReadingFailure {
  /// The file and what is wrong with it, with a way out.
  fileprivate var words: String {
    switch self {
    case .missing(let file): "\(file) is missing; compute the result again with 'tariffsim run'"
    case .damaged(let file, let reason):
      "\(file): \(reason); compute the result again with this version: 'tariffsim run'"
    }
  }
}

extension FileFailure {
  fileprivate var words: String { "cannot write \(path): \(reason)" }
}

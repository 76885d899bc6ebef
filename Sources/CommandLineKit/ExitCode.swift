/// How a program ends, after `sysexits.h`.
package enum ExitCode: Int32, Hashable, Sendable, CaseIterable {
  case success = 0
  /// A question has no clear answer, and `--strict` says that this is a failure.
  case unanswered = 1
  /// The command line is wrong.
  case usage = 64
  /// An input file is there and its content is wrong.
  case badInput = 65
  /// An input file is missing or cannot be read.
  case missingFile = 66
  /// A mistake of the program's own.
  case internalError = 70
  /// The system gives too little memory, or a library is missing.
  case systemShortage = 71
  /// An output cannot be created or written.
  case cannotWrite = 73
  /// Stopped by the user; nothing was left half done, and it can be started again.
  case interrupted = 75

  /// What the help says of it.
  package var meaning: String {
    switch self {
    case .success: "all went well"
    case .unanswered: "with --strict: a question has no clear answer"
    case .usage: "the command line is wrong"
    case .badInput: "an input file has problems"
    case .missingFile: "an input file is missing or cannot be read"
    case .internalError: "a mistake in the program"
    case .systemShortage: "too little memory, or a library is missing"
    case .cannotWrite: "an output cannot be written"
    case .interrupted: "interrupted; nothing half done was left behind"
    }
  }
}

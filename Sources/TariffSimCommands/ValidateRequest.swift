internal import CommandLineKit

/// What the options of `validate` ask for.
struct ValidateRequest {
  var inputs: [String]
  var tellsAllProblems: Bool
  /// Where the nearest matrix goes that could stand in place of one that is refused.
  var matrixFile: String?

  init(_ parsed: ParsedCommand) {
    inputs = parsed.operands
    tellsAllProblems = parsed.has("all-problems")
    matrixFile = parsed.value("nearest-matrix")
  }
}

/// One run of the program: how it ended and what it printed.
struct Transcript: CustomStringConvertible {
  var command: String
  var ending: ChildProcess.Ending
  var output: String
  var errors: String

  /// Everything, for the message of a failed expectation.
  var description: String {
    "\(command)\nended with \(ending)\n--- standard output\n\(Self.shortened(output))\n--- standard error\n\(Self.shortened(errors))"
  }

  private static func shortened(_ text: String) -> String {
    text.utf8.count > 4_000 ? String(text.prefix(4_000)) + "\n… and more" : text
  }
}

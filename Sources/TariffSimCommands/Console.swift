package import CommandLineKit
package import Reporting
internal import TextFormats

/// Where a command prints: results on one channel, everything else on the other.
package struct Console: Sendable {
  package var output: OutputChannel
  package var errors: OutputChannel
  package var terminal: Terminal

  package init(output: OutputChannel, errors: OutputChannel, terminal: Terminal) {
    self.output = output
    self.errors = errors
    self.terminal = terminal
  }

  /// The channels of this process.
  package static func standard() -> Console {
    Console(output: .standardOutput, errors: .standardError, terminal: .current())
  }

  /// Prints a result.
  func print(_ text: String) throws(CommandFailure) {
    do {
      try output.write(text)
    } catch {
      throw .standardOutput(reason: error.reason)
    }
  }

  /// Prints a message beside the results.
  package func tell(_ text: String) {
    // Where even messages cannot be written, the exit code remains.
    try? errors.write(text)
  }

  /// How results are marked, and how wide they may be.
  package var style: TextStyle { TextStyle(isColoured: terminal.outputTakesColour, width: terminal.outputWidth) }
}

extension Console {
  /// Prints what became of an earlier result, and what else is at work in its place; also where the user wants to hear nothing,
  /// because something of theirs is not where it was.
  func tell(_ notices: [OutputNotice]) {
    for notice in notices { tell("\(ProgramSyntax.tariffSim.name): \(ShownText.line(notice.words))\n") }
  }
}

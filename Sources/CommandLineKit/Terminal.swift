internal import Glibc

/// What is known about where output goes.
package struct Terminal: Hashable, Sendable {
  package var outputIsTerminal: Bool
  package var errorIsTerminal: Bool
  /// Columns; 80 where nothing is known.
  package var width: Int
  /// Whether text on standard output may be coloured: a terminal that is not dumb, and no `NO_COLOR` (https://no-color.org).
  package var outputTakesColour: Bool

  package init(outputIsTerminal: Bool, errorIsTerminal: Bool, width: Int = 80, outputTakesColour: Bool = false) {
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
    self.outputTakesColour = outputTakesColour
  }

  /// The facts of this process.
  package static func current() -> Terminal {
    let output = isatty(STDOUT_FILENO) == 1
    let dumb = Environment.value("TERM") == "dumb"
    let plain = !(Environment.value("NO_COLOR") ?? "").isEmpty
    return Terminal(
      outputIsTerminal: output, errorIsTerminal: isatty(STDERR_FILENO) == 1, width: columns(),
      outputTakesColour: output && !dumb && !plain)
  }

  private static func columns() -> Int {
    for descriptor in [STDERR_FILENO, STDOUT_FILENO] {
      var size = winsize()
      if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    }
    return 80
  }
}

/// The environment variables of this process.
package enum Environment {
  /// The value of a variable, or nothing where it is not set.
  package static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

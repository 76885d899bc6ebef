internal import Glibc

/// What is known about where output goes.
package struct Terminal: Hashable, Sendable {
  package var outputIsTerminal: Bool
  package var errorIsTerminal: Bool
  /// Columns at the start; 80 where nothing is known.
  package var width: Int
  /// Whether the terminal takes no control sequences (`TERM=dumb`).
  package var isDumb: Bool
  /// Whether text on standard output may be coloured: a terminal that is not dumb, and no `NO_COLOR` (https://no-color.org).
  package var outputTakesColour: Bool
  /// Columns that lines on standard output should take: those of its terminal, else what the variable `COLUMNS` says; nothing where
  /// they may be as long as they need.
  package var outputWidth: Int?

  package init(
    outputIsTerminal: Bool, errorIsTerminal: Bool, width: Int = 80, isDumb: Bool = false, outputTakesColour: Bool = false,
    outputWidth: Int? = nil
  ) {
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
    self.isDumb = isDumb
    self.outputTakesColour = outputTakesColour
    self.outputWidth = outputWidth
  }

  /// Whether a line on standard error can be drawn again.
  package var takesControl: Bool { errorIsTerminal && !isDumb }

  /// The facts of this process.
  package static func current() -> Terminal {
    let output = isatty(STDOUT_FILENO) == 1
    let dumb = Environment.value("TERM") == "dumb"
    let plain = !(Environment.value("NO_COLOR") ?? "").isEmpty
    return Terminal(
      outputIsTerminal: output, errorIsTerminal: isatty(STDERR_FILENO) == 1,
      width: columns(of: STDERR_FILENO) ?? columns(of: STDOUT_FILENO) ?? 80,
      isDumb: dumb,
      outputTakesColour: output && !dumb && !plain,
      outputWidth: columns(of: STDOUT_FILENO) ?? Environment.value("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil })
  }

  /// The columns of the terminal behind a descriptor at this moment; nothing where there is none.
  package static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
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

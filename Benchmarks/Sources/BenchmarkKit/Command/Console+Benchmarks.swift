internal import CommandLineKit
internal import TariffSimCommands

extension Console {
  /// Prints a result.
  func report(_ text: String) throws(BenchmarkFailure) {
    do {
      try output.write(text)
    } catch {
      throw .standardOutput(reason: error.reason)
    }
  }

  /// Shows on a terminal what is being done; an empty text takes it away.
  func show(_ progress: String) {
    guard terminal.takesControl else { return }
    tell("\r" + progress.prefix(max(0, terminal.width - 1)) + "\u{1B}[K")
  }
}

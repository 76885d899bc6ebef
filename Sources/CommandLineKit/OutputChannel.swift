internal import Glibc

/// A file descriptor that text is written to.
package struct OutputChannel: Hashable, Sendable {
  /// Why text could not be written: the system's error number.
  package struct Failure: Error, Hashable, Sendable {
    package var code: Int32

    /// The system's words for it.
    package var reason: String { unsafe String(cString: strerror(code)) }
  }

  package var descriptor: Int32

  package init(descriptor: Int32) { self.descriptor = descriptor }

  package static let standardOutput = OutputChannel(descriptor: STDOUT_FILENO)
  package static let standardError = OutputChannel(descriptor: STDERR_FILENO)

  /// Writes all of the text, however many calls that takes.
  ///
  /// A reader that has gone away (`| head`) is no failure: the rest is dropped. Needs `ignoreWriteSignals()` once at the
  /// start, or the signal ends the program first.
  package func write(_ text: String) throws(Failure) {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { buffer in unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        throw Failure(code: errno)
      }
    }
  }

  /// Makes writing to a closed pipe, or beyond the size that files may have (`ulimit -f`), an error of the call instead of the
  /// end of the program.
  package static func ignoreWriteSignals() {
    for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
  }
}

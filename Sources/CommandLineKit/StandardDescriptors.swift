internal import Glibc

/// Standard input, output and error of a process that may have been started without them (`>&-`).
package enum StandardDescriptors {
  /// Fills the places of those that are closed, so that no file that is opened later comes to stand there and takes what is meant
  /// for them.
  ///
  /// What fills them fails as the closed ones would: writing to standard output is an error and not silence.
  package static func fill() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      // The lowest free number is given, which is this one: those below are taken.
      let mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
      _ = unsafe open("/dev/null", mode)
    }
  }
}

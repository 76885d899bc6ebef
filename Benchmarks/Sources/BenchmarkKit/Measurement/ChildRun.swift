internal import FoundationEssentials
internal import Glibc

/// What a program that ran to its end took, as the system counts it.
package struct ChildRun: Hashable, Sendable {
  /// From the start of the process to its end.
  package var seconds: Double
  /// Peak resident memory, and never less than this process's own peak: a child starts in the memory of its parent, and Linux counts
  /// that as its own.
  package var peakBytes: Int
  /// Whether the child's own peak is lost below this process's.
  package var peakIsHidden: Bool

  /// Runs a command, the first word of which is the program's path, with its output thrown away.
  ///
  /// - Parameter environment: Variables on top of this process's own.
  /// - Throws: ``BenchmarkFailure/childFailed(command:reason:)`` unless it ends with exit code 0.
  package init(_ command: [String], environment: [String: String] = [:]) throws(BenchmarkFailure) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY)] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
    }
    var words = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    let merged = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    var variables = unsafe merged.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for index in unsafe variables.indices { unsafe free(variables[index]) } }

    let clock = ContinuousClock()
    let start = clock.now
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, command[0], &actions, nil, &words, &variables)
    guard code == 0 else { throw .childFailed(command: command, reason: unsafe String(cString: strerror(code))) }
    var status: Int32 = 0
    var usage = rusage()
    while unsafe wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw .childFailed(command: command, reason: unsafe String(cString: strerror(errno))) }
    }
    seconds = (clock.now - start) / .seconds(1)
    // Linux counts in units of 1,024 bytes (getrusage(2)).
    peakBytes = usage.ru_maxrss * 1024
    peakIsHidden = peakBytes <= OwnMemory.peakBytes
    // The macros of <sys/wait.h> are not visible: the low seven bits are the signal, the next byte the exit code.
    let signal = status & 0x7F
    guard signal == 0 else { throw .childFailed(command: command, reason: "signal \(signal)") }
    let exitCode = status >> 8 & 0xFF
    guard exitCode == 0 else { throw .childFailed(command: command, reason: "exit code \(exitCode)") }
  }
}

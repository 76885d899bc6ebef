import FoundationEssentials
import Glibc

/// A process that a test started, alone in its process group; it does not outlive the value.
///
/// Its standard output and standard error go to files: a file takes everything at once, where two pipes would need a reader each.
struct ChildProcess: ~Copyable {
  /// How a process came to its end.
  enum Ending: Hashable {
    case exit(Int32)
    case signal(Int32)
    /// Killed here, because it took longer than it was given.
    case timeLimit
  }

  /// Why there is no process: the system's words.
  struct SpawnFailure: Error {
    var program: String
    var reason: String
  }

  let id: pid_t
  private var isReaped = false

  /// Starts `command`, the first of which is the program's path, in a folder.
  init(
    _ command: [String], environment: [String: String], folder: String, outputPath: String, errorsPath: String
  ) throws(SpawnFailure) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (descriptor, path) in [(STDOUT_FILENO, outputPath), (STDERR_FILENO, errorsPath)] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }

    // Threads of the test runner block signals and a mask is inherited: without a clean one nothing could interrupt the program.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    unsafe posix_spawnattr_setsigmask(&attributes, &blocked)
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGXFSZ] { unsafe sigaddset(&usual, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

    // A folder to start in is not among the visible actions; the shell goes there and becomes the command.
    let moved = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + command
    var words = unsafe moved.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for index in unsafe variables.indices { unsafe free(variables[index]) } }
    var process: pid_t = 0
    let code = unsafe posix_spawn(&process, moved[0], &actions, &attributes, &words, &variables)
    guard code == 0 else { throw SpawnFailure(program: moved[0], reason: unsafe String(cString: strerror(code))) }
    id = process
  }

  deinit {
    guard !isReaped else { return }
    kill(-id, SIGKILL)
    waitpid(id, nil, 0)
  }

  /// Sends a signal to the process and to those it started.
  func send(_ signal: Int32) { kill(-id, signal) }

  /// Processor time used so far in seconds, of all threads; nothing where the process has ended.
  var processorSeconds: Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return nil }
    // The name stands in parentheses and may hold anything; user and system time are the 12th and 13th words after it (proc(5)).
    guard let words = text.split(separator: ")").last?.split(separator: " "), words.count > 12, words[0] != "Z" else {
      return nil
    }
    guard let user = Double(words[11]), let system = Double(words[12]) else { return nil }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Waits for the end; kills the process and those it started when the seconds are over.
  ///
  /// Blocks its thread: so there are never more children than the test runner has threads.
  mutating func wait(seconds: Int) -> Ending {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while unsafe waitpid(id, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(-id, SIGKILL)
        waitpid(id, nil, 0)
        isReaped = true
        return .timeLimit
      }
      usleep(2_000)
    }
    isReaped = true
    // The macros of <sys/wait.h> are not visible: the low seven bits are the signal, the next byte the exit code.
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}

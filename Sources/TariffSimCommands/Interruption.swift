internal import Glibc
internal import Synchronization

/// Requests to stop (Ctrl-C, the request to terminate, a terminal that is gone): the first is noted and waited for, the second ends
/// the program at once.
package enum Interruption {
  private static let wasAsked = Atomic<Bool>(false)
  /// Posted by the handler; the watching thread waits on it.
  private static let request = Request()

  /// Notes the first SIGINT, SIGTERM and SIGHUP from now on.
  ///
  /// SIGHUP stays ignored where the program was started so (`nohup`). SIGQUIT ends the program as it does others: the language's
  /// runtime would take it for a crash and write pages.
  package static func watch() {
    // Made now, because a signal handler must not be the first to touch a lazy global.
    wasAsked.store(false, ordering: .relaxed)
    request.touch()
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in Interruption.note() }
    // Reset on delivery: the second signal has its usual effect.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    for number in [SIGINT, SIGTERM, SIGHUP] where number != SIGHUP || !isIgnored(number) {
      unsafe sigaction(number, &action, nil)
    }
    _ = signal(SIGQUIT, SIG_DFL)
  }

  /// Whether the work should stop.
  package static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }

  /// Does something on a thread of its own once a stop has been asked for and the program has had some time to come to it itself.
  static func afterRequest(_ body: @escaping @Sendable () -> Void) {
    request.whenPosted {
      usleep(timeToStop)
      body()
    }
  }

  /// Of the half second in which the first signal is to be obeyed, in microseconds.
  private static let timeToStop: UInt32 = 100_000

  private static func note() {
    wasAsked.store(true, ordering: .relaxed)
    request.post()
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    // `SIG_IGN` is the handler at address 1.
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}

/// A semaphore that a signal handler may post and a thread that waits for it.
///
/// The pointer is written once, when the value is made, and POSIX lets any thread post and wait: that is what
/// `nonisolated(unsafe)` vouches for.
@safe
private final class Request: Sendable {
  private nonisolated(unsafe) let semaphore: UnsafeMutablePointer<sem_t>

  init() {
    unsafe semaphore = .allocate(capacity: 1)
    unsafe sem_init(semaphore, 0, 0)
  }

  func touch() {}

  func post() { unsafe sem_post(semaphore) }

  /// Starts the thread; where there is no room for one, nothing is done.
  func whenPosted(_ body: @escaping @Sendable () -> Void) {
    let work = unsafe Unmanaged.passRetained(
      Work { [self] in
        while unsafe sem_wait(semaphore) != 0 {}
        body()
      })
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setstacksize(&attributes, 256 << 10)
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, unsafe work.toOpaque())
    if code != 0 { unsafe work.release() }
  }

  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

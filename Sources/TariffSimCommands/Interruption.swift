internal import Glibc
internal import Synchronization

/// Ctrl-C and the request to terminate: the first is noted and waited for, the second ends the program at once.
package enum Interruption {
  private static let wasAsked = Atomic<Bool>(false)

  /// Notes the first SIGINT and the first SIGTERM from now on.
  package static func watch() {
    // Made now, because a signal handler must not be the first to touch a lazy global.
    wasAsked.store(false, ordering: .relaxed)
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in Interruption.wasAsked.store(true, ordering: .relaxed) }
    // Reset on delivery: the second signal has its usual effect.
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    for number in [SIGINT, SIGTERM] { unsafe sigaction(number, &action, nil) }
  }

  /// Whether the work should stop.
  package static var isRequested: Bool { wasAsked.load(ordering: .relaxed) }
}

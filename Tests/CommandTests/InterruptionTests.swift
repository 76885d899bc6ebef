import Glibc
import TariffSimCommands
import Testing

/// The only test that lets signals through; all others are given their own answer to "was a stop asked for".
@Suite("Ctrl-C", .serialized)
struct InterruptionTests {
  @Test("the first signal is noted, the second has its usual effect", arguments: [SIGINT, SIGTERM])
  func signals(number: Int32) {
    Interruption.watch()
    defer { Interruption.watch() }
    #expect(!Interruption.isRequested)
    // Test threads block signals; without that a raised one is handled before `raise` returns.
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, number)
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    #expect(Interruption.isRequested)
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    // The default action is the null handler.
    #expect(unsafe action.__sigaction_handler.sa_handler == nil)
  }
}

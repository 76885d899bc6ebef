internal import CommandLineKit
internal import Files
internal import Glibc
internal import Synchronization

/// The end of the process, which comes once: from the work, or after a request to stop from the thread that waits for those.
///
/// Most of the work looks out for such a request. Where it does not in time, in the middle of a file that is read, a study that is
/// checked, a block of a large model or a table that is written, the other thread removes what is half done and ends the process.
/// Only a run that is about to keep its work in a checkpoint is waited for.
enum ProgramEnd {
  private static let isTaken = Atomic<Bool>(false)
  private static let checkpoint = Mutex(CheckpointState())

  private struct CheckpointState {
    var path: String?
    var isAwaited = false
    var holdsWork = false
    /// The folder of a result that is complete.
    var result: String?

    /// What is told of an end in this state.
    var failure: CommandFailure {
      if let result { return .interruptedAfterResult(path: result) }
      if let path, holdsWork { return .interruptedAndKept(path: path) }
      return .interrupted
    }
  }

  /// Returns for the first that asks; any other waits for the end, which is near.
  static func take() {
    if isTaken.exchange(true, ordering: .relaxed) { while true { pause() } }
  }

  /// Ends the process in time after a request to stop, whatever it is doing.
  static func comesInTime(console: Console) {
    Interruption.afterRequest {
      let state = checkpoint.withLock { $0 }
      if let path = state.path, state.isAwaited {
        console.tell("\(wiped(console))\(ProgramSyntax.tariffSim.name): interrupted; what was done is being kept in \(path)\n")
        return
      }
      take()
      HalfDone.removeAll {
        // Asked here, where no result can be on its way into its place.
        let failure = checkpoint.withLock { $0 }.failure
        console.tell(wiped(console) + failure.message)
        _exit(failure.exitCode.rawValue)
      }
    }
  }

  /// Says that work is being done that will be kept.
  static func awaitsCheckpoint(at path: String, holdsWork: Bool) {
    checkpoint.withLock { $0 = CheckpointState(path: path, isAwaited: true, holdsWork: holdsWork) }
  }

  /// Says that all that can be kept is kept.
  static func hasKeptAll() {
    checkpoint.withLock {
      $0.isAwaited = false
      $0.holdsWork = $0.path != nil
    }
  }

  /// Says that a result stands complete in its place: what is left is to tell of it.
  static func hasResult(at folder: String) { checkpoint.withLock { $0.result = folder } }

  /// Says that work on another result begins.
  static func beginsResult() { checkpoint.withLock { $0.result = nil } }

  /// Says that there is no checkpoint any more.
  static func hasNoCheckpoint() { checkpoint.withLock { $0 = CheckpointState(result: $0.result) } }

  /// Takes a progress bar off the line.
  private static func wiped(_ console: Console) -> String { console.terminal.takesControl ? "\r\u{1B}[K" : "" }
}

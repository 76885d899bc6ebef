internal import Files
internal import PartFiles
internal import Reporting
internal import Synchronization

/// What is done of a sweep, taken in from several workers, and the file that keeps it where there is one.
final class SweepCheckpoint: Sendable {
  private let path: String?
  private let state: Mutex<State>
  private let start = ContinuousClock.now
  private let secondsBefore: Double

  private struct State {
    var file: SweepFile
    var kept = ContinuousClock.now
    var interval = SweepCheckpoint.shortestInterval
    var failure: CommandFailure?
  }

  /// Reads the file, if there is to be one and it is there, and checks that it belongs to the very sweep.
  init(path: String?, identity: String, variantCount: Int) throws(CommandFailure) {
    self.path = path
    var file = SweepFile(identity: identity, variantCount: variantCount)
    if let path {
      FileStore.removeLeftovers(in: FileStore.parent(of: path))
      if try CommandFailure.writing({ () throws(FileFailure) in try FileStore.checkPlace(path) }) {
        file = try KeptFile.read(path) { bytes throws(PartFileFailure) in try SweepFile(decoding: bytes) }
        guard file.identity == identity, file.variantCount == variantCount else {
          throw .part(.checkpointOfAnotherSweep(path: path))
        }
      }
    }
    secondsBefore = file.wallSeconds
    state = Mutex(State(file: file))
  }

  /// What shards have done, kept elsewhere.
  init(joined file: SweepFile) {
    path = nil
    secondsBefore = file.wallSeconds
    state = Mutex(State(file: file))
  }

  /// Work between two keepings: at least a second, and so much that keeping takes one part in 250 of the time.
  private static let shortestInterval = Duration.seconds(1)
  private static let keepingShare = 250

  /// The variants that are done.
  var endings: [Int: VariantEnding] { state.withLock { $0.file.endings } }

  /// Seconds of work so far, those of earlier processes included.
  var wallSeconds: Double { secondsBefore + (ContinuousClock.now - start) / .seconds(1) }

  /// Takes in a variant, and keeps all when it is time; returns how many are done.
  func take(_ ending: VariantEnding, of variant: Int) -> Int {
    state.withLock { state in
      state.file.endings[variant] = ending
      if ContinuousClock.now - state.kept >= state.interval { keep(&state) }
      return state.file.endings.count
    }
  }

  /// Says that work begins which will be kept.
  func begin() {
    if let path { ProgramEnd.awaitsCheckpoint(at: path, holdsWork: !endings.isEmpty) }
  }

  /// Keeps all that is done; returns where.
  func keepAll() throws(CommandFailure) -> String? {
    defer { if path != nil { ProgramEnd.hasKeptAll() } }
    let failure = state.withLock { state in
      keep(&state)
      return state.failure
    }
    if let failure { throw failure }
    return path
  }

  private func keep(_ state: inout State) {
    guard let path else { return }
    let start = ContinuousClock.now
    state.file.wallSeconds = wallSeconds
    let bytes = state.file.encoded
    do throws(CommandFailure) {
      try CommandFailure.writing { () throws(FileFailure) in try FileStore.replace(path, with: bytes) }
    } catch {
      state.failure = error
    }
    let end = ContinuousClock.now
    state.kept = end
    state.interval = max(Self.shortestInterval, (end - start) * Self.keepingShare)
  }

  /// Removes the file once the result is in its place.
  func remove() throws(CommandFailure) {
    guard let path else { return }
    if try CommandFailure.writing({ () throws(FileFailure) in try FileStore.checkPlace(path) }) {
      try CommandFailure.writing { () throws(FileFailure) in try FileStore.removeFile(path) }
    }
    ProgramEnd.hasNoCheckpoint()
  }
}

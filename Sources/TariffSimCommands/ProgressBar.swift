package import CommandLineKit
internal import Synchronization

/// A progress bar on a terminal, drawn again at most ten times a second; on anything else it draws nothing.
///
/// May be told of progress from several threads; numbers that come late and are smaller are ignored.
package final class ProgressBar: Sendable {
  private struct State {
    var total: Int
    var furthest = 0
    var lastDrawn: ContinuousClock.Instant?
    var isShown = false
  }

  private let channel: OutputChannel
  private let isEnabled: Bool
  private let doneBefore: Int
  private let unit: String
  private let width: Int
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  /// A bar for `total` things of a kind, in the plural, of which some were done before it; one that is not enabled draws nothing
  /// at all.
  package init(total: Int, doneBefore: Int = 0, unit: String, channel: OutputChannel, width: Int, isEnabled: Bool) {
    state = Mutex(State(total: total))
    self.doneBefore = doneBefore
    self.unit = unit
    self.channel = channel
    self.width = width
    self.isEnabled = isEnabled
  }

  /// Tells how much there is to do in all, where that becomes known on the way.
  package func expect(total: Int) {
    state.withLock { $0.total = total }
  }

  /// Tells how much is done in all.
  package func update(done: Int) {
    guard isEnabled else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard done > state.furthest else { return }
      state.furthest = done
      if let last = state.lastDrawn, now - last < .milliseconds(100) { return }
      state.lastDrawn = now
      state.isShown = true
      let seconds = (now - start) / .seconds(1)
      let line = ProgressLine(done: done, doneBefore: doneBefore, total: state.total, seconds: seconds, unit: unit)
      draw("\r" + line.text(width: width - 1) + "\u{1B}[K")
    }
  }

  /// Takes the bar off the terminal.
  package func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      draw("\r\u{1B}[K")
    }
  }

  private func draw(_ text: String) {
    // A bar that cannot be drawn is no reason to stop the work it shows.
    try? channel.write(text)
  }
}

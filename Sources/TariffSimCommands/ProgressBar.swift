package import CommandLineKit
internal import Synchronization

/// A progress bar on a terminal, drawn again at most ten times a second and as wide as the terminal is at that moment; a line now
/// and then on a terminal that takes no control sequences; on anything else nothing.
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
  private let isDumb: Bool
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  /// A bar for `total` things of a kind, in the plural, of which some were done before it; one that is not enabled draws nothing
  /// at all.
  ///
  /// - Parameter width: Columns where the channel does not know them.
  package init(
    total: Int, doneBefore: Int = 0, unit: String, channel: OutputChannel, width: Int, isDumb: Bool = false, isEnabled: Bool
  ) {
    state = Mutex(State(total: total))
    self.doneBefore = doneBefore
    self.unit = unit
    self.channel = channel
    self.width = width
    self.isDumb = isDumb
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
      if now - (state.lastDrawn ?? firstDrawn) < (isDumb ? Self.betweenLines : .milliseconds(100)) { return }
      state.lastDrawn = now
      let seconds = (now - start) / .seconds(1)
      let line = ProgressLine(done: done, doneBefore: doneBefore, total: state.total, seconds: seconds, unit: unit)
      // A bar as wide as the window was when the run began would fill two lines of a narrower one, and only the last is drawn again.
      let text = line.text(width: (Terminal.columns(of: channel.descriptor) ?? width) - 1)
      state.isShown = !isDumb
      draw(isDumb ? text + "\n" : "\r" + text + "\u{1B}[K")
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

  /// Lines that stay are few.
  private static let betweenLines = Duration.seconds(20)

  /// What the time to the first drawing is counted from: a bar appears at once.
  private var firstDrawn: ContinuousClock.Instant { isDumb ? start : start - .seconds(1) }

  private func draw(_ text: String) {
    // A bar that cannot be drawn is no reason to stop the work it shows.
    try? channel.write(text)
  }
}

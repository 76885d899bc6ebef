/// What happened to a result folder besides being written, and what else is at work there.
package enum OutputNotice: Hashable, Sendable {
  /// An earlier result of another run stands at another place now.
  case moved(from: String, to: String)
  /// An earlier result of another run could not be moved to another place, and is at this hidden one.
  case stuck(path: String)
  /// An earlier result of another run was dropped.
  case dropped(path: String)
  /// A run that was killed between two steps had left the place empty, and the result stands there again.
  case restored(path: String)
  /// A result that a killed run had left under a hidden name stands at a place of its own now.
  case recovered(path: String, to: String)
  /// Another process of this machine is at work on the same place.
  case shared(path: String, process: Int32)
  /// Another process wrote a result to the place while this run was at work.
  case writtenMeanwhile(path: String)
  /// Something under a hidden name of which is not known whether its process is still there; the host's name, where it has one.
  case left(path: String, host: String?)
}

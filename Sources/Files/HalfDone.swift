internal import Synchronization

/// Files and folders of this process that are not in their places yet: removed where it ends in the middle of its work.
package enum HalfDone {
  private static let paths = Mutex<[String]>([])

  /// Does something that makes or moves such files: either wholly, or not at all where the process is ending.
  ///
  /// - Parameter body: Is given the paths that are half done, what lies in another after it, to change.
  package static func changing<Value: Sendable>(
    _ body: (inout [String]) throws(FileFailure) -> Value
  ) throws(FileFailure) -> Value {
    try paths.withLock { paths throws(FileFailure) in try body(&paths) }
  }

  /// Says that something is in its place, or gone.
  package static func forget(_ done: [String]) {
    paths.withLock { paths in paths.removeAll(where: done.contains) }
  }

  /// Removes all that is half done and ends the process; whatever would make more of it waits for that end.
  package static func removeAll(andThen end: () -> Never) -> Never {
    paths.withLock { paths in
      // Only what has a hidden name of ours goes with its content; a folder that was made for it may hold another process's by now.
      for path in paths.reversed() {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        if HiddenName(name) != nil { FileStore.remove(path) } else { FileStore.removeFolders([path]) }
      }
      end()
    }
  }
}

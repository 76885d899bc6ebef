internal import Files

/// Files that the commands write.
enum TextFile {
  /// Writes a file whole or not at all; folders that are missing are made.
  static func write(_ text: String, to path: String) throws(BenchmarkFailure) {
    do {
      try FileStore.replace(path, with: Array(text.utf8))
    } catch {
      throw .cannotWrite(path: path, reason: error.reason)
    }
  }
}

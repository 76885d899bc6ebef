internal import Files
internal import PartFiles

extension PartFile {
  /// The most bytes that are read of a part: a hundred times the largest study that a machine can hold.
  private static let sizeLimit = 1 << 34

  /// Reads a part or a checkpoint.
  init(path: String) throws(CommandFailure) {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path, limit: Self.sizeLimit)
    } catch {
      throw .missingInput(path: path, reason: error.reason)
    }
    do {
      try self.init(decoding: bytes)
    } catch {
      throw .part(.unreadable(path: path, error))
    }
  }
}

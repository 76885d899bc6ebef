internal import Files
internal import PartFiles

/// A file in which work that is half done stands.
enum KeptFile {
  /// The most bytes that are read: a hundred times the largest study that a machine can hold.
  private static let sizeLimit = 1 << 34

  /// Reads a file whose bytes are decoded into its content or refused.
  static func read<Content>(
    _ path: String, _ decode: ([UInt8]) throws(PartFileFailure) -> Content
  ) throws(CommandFailure) -> Content {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path, limit: sizeLimit)
    } catch {
      throw .missingInput(path: path, reason: error.reason)
    }
    do {
      return try decode(bytes)
    } catch {
      throw .part(.unreadable(path: path, error))
    }
  }
}

extension PartFile {
  /// Reads a part or a checkpoint.
  init(path: String) throws(CommandFailure) {
    self = try KeptFile.read(path) { bytes throws(PartFileFailure) in try PartFile(decoding: bytes) }
  }
}

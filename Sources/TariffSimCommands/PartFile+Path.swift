internal import PartFiles
internal import ScenarioFiles

extension PartFile {
  /// Reads a part or a checkpoint.
  init(path: String) throws(CommandFailure) {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(path)
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

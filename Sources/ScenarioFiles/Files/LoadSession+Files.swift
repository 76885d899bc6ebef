internal import Files

extension LoadSession {
  /// The bytes of a table beside the scenario file.
  func bytes(ofTable name: String, at field: Field) -> [UInt8]? {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      report(field, .wrongKind(expected: "the path of a file"))
      return nil
    }
    do throws(FileBytes.Failure) {
      return try bytes(of: name)
    } catch {
      report(field, .cannotRead(reason: error.reason))
      return nil
    }
  }
}

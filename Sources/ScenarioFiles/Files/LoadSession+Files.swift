internal import Files

extension LoadSession {
  /// The bytes of a table beside the scenario file.
  ///
  /// - Parameter name: As ``fileName(_:at:)`` has it.
  func bytes(ofTable name: String, at field: Field) -> [UInt8]? {
    guard !name.isEmpty, !name.utf8.contains(0) else {
      report(field, .wrongKind(expected: "the path of a file"))
      return nil
    }
    return bytes(ofFile: name, at: field)
  }

  /// The bytes of a file that a field names.
  func bytes(ofFile name: String, at field: Field) -> [UInt8]? {
    do throws(FileBytes.Failure) {
      return try bytes(of: name)
    } catch {
      report(field, .cannotRead(reason: error.reason))
      return nil
    }
  }

  /// The name of a table from the folder of the scenario file on: an included file names what stands beside itself.
  func fileName(_ name: String, at field: Field) -> String {
    field.location.file == fileName || name.isEmpty ? name : RelativePath.resolved(name, from: field.location.file)
  }
}

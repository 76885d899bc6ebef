extension LoadSession {
  /// The bytes of a table beside the scenario file, read and digested once.
  func bytes(ofTable name: String, at field: Field) -> [UInt8]? {
    if let bytes = tableBytes[name] { return bytes }
    guard !name.isEmpty, !name.utf8.contains(0) else {
      report(field, .wrongKind(expected: "the path of a file"))
      return nil
    }
    let path = name.hasPrefix("/") ? name : "\(folder)/\(name)"
    do throws(FileBytes.Failure) {
      let bytes = try FileBytes.read(path)
      digests.append(FileDigest(name: name, of: bytes))
      tableBytes[name] = bytes
      return bytes
    } catch {
      report(field, .cannotRead(reason: error.reason))
      return nil
    }
  }
}

package import ByteCoding

/// The form of the file.
extension PartFile {
  /// The version of the form that is written and read.
  package static let formatVersion: UInt64 = 4

  private static let frame = FileFrame("TSPART", version: formatVersion)

  /// The bytes of the file.
  package var encoded: [UInt8] {
    var content = ByteWriter()
    encodeContent(to: &content)
    return Self.frame.bytes(around: content.bytes)
  }

  /// Reads the bytes of a file: any bytes end in a part or in an error.
  package init(decoding bytes: [UInt8]) throws(PartFileFailure) {
    var content = try Self.frame.content(of: bytes)
    do throws(DamagedBytes) {
      try self.init(content: &content)
      try content.end()
    } catch {
      throw .damaged(error)
    }
  }
}

/// Why bytes are no part.
package enum PartFileFailure: Error, Hashable, Sendable {
  /// They are something else altogether.
  case foreign
  /// They are of another version of the form, a newer one or damaged.
  case otherForm(UInt64)
  case damaged(DamagedBytes)
}

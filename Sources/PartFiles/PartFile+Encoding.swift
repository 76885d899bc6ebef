package import ByteCoding

/// The form of the file: magic bytes, version of the form, length in bytes, content, checksum of all before it.
extension PartFile {
  /// The version of the form that is written and read.
  package static let formatVersion: UInt64 = 2

  /// A byte that is no text, so that no text file is taken for a part, and a line feed that a transfer as text would change.
  static let magic: [UInt8] = [0x89] + Array("TSPART\n".utf8)

  /// Bytes before the content, and after it.
  private static let headSize = 24
  private static let checksumSize = 8

  /// The bytes of the file.
  package var encoded: [UInt8] {
    var content = ByteWriter()
    encodeContent(to: &content)
    var head = ByteWriter()
    head.word(Self.formatVersion)
    head.word(UInt64(Self.headSize + content.bytes.count + Self.checksumSize))
    let bytes = Self.magic + head.bytes + content.bytes
    var checksum = ByteWriter()
    checksum.word(CRC64.checksum(of: bytes[...]))
    return bytes + checksum.bytes
  }

  /// Reads the bytes of a file: any bytes end in a part or in an error.
  package init(decoding bytes: [UInt8]) throws(PartFileFailure) {
    guard bytes.starts(with: Self.magic) else { throw .foreign }
    var head = ByteReader(Array(bytes[Self.magic.count...]))
    if let version = try? head.word(), version != Self.formatVersion { throw .otherForm(version) }
    do throws(DamagedBytes) {
      var content = try Self.content(of: bytes, after: head)
      try self.init(content: &content)
      try content.end()
    } catch {
      throw .damaged(error)
    }
  }

  /// What stands between the head, of which the version was read, and the checksum; both must hold.
  private static func content(of bytes: [UInt8], after head: ByteReader) throws(DamagedBytes) -> ByteReader {
    var head = head
    let length = try head.word()
    guard length == UInt64(bytes.count), bytes.count >= headSize + checksumSize else {
      throw DamagedBytes("it should have \(length) bytes and has \(bytes.count)")
    }
    let end = bytes.count - checksumSize
    var checksum = ByteReader(Array(bytes[end...]))
    guard try checksum.word() == CRC64.checksum(of: bytes[..<end]) else { throw DamagedBytes("its checksum is wrong") }
    return ByteReader(Array(bytes[headSize..<end]))
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

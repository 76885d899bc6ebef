internal import ByteCoding

/// What stands around the content of a file of ours: magic bytes, version of the form, length in bytes, content, checksum of all
/// before it.
struct FileFrame: Sendable {
  /// Eight bytes.
  let magic: [UInt8]
  let version: UInt64

  /// Begins with a byte that is no text, so that no text file is taken for one of ours, and ends with a line feed that a transfer as
  /// text would change.
  init(_ name: StaticString, version: UInt64) {
    magic = [0x89] + Array("\(name)".utf8) + [0x0A]
    self.version = version
  }

  /// Bytes before the content, and after it.
  private static let headSize = 24
  private static let checksumSize = 8

  /// The bytes of a file with this content.
  func bytes(around content: [UInt8]) -> [UInt8] {
    var head = ByteWriter()
    head.word(version)
    head.word(UInt64(Self.headSize + content.count + Self.checksumSize))
    let bytes = magic + head.bytes + content
    var checksum = ByteWriter()
    checksum.word(CRC64.checksum(of: bytes[...]))
    return bytes + checksum.bytes
  }

  /// What a file holds; its length and its checksum must hold.
  func content(of bytes: [UInt8]) throws(PartFileFailure) -> ByteReader {
    guard bytes.starts(with: magic) else { throw .foreign }
    var head = ByteReader(Array(bytes[magic.count...]))
    if let found = try? head.word(), found != version { throw .otherForm(found) }
    do throws(DamagedBytes) {
      let length = try head.word()
      guard length == UInt64(bytes.count), bytes.count >= Self.headSize + Self.checksumSize else {
        throw DamagedBytes("it should have \(length) bytes and has \(bytes.count)")
      }
      let end = bytes.count - Self.checksumSize
      var checksum = ByteReader(Array(bytes[end...]))
      guard try checksum.word() == CRC64.checksum(of: bytes[..<end]) else { throw DamagedBytes("its checksum is wrong") }
      return ByteReader(Array(bytes[Self.headSize..<end]))
    } catch {
      throw .damaged(error)
    }
  }
}

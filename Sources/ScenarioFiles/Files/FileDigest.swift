internal import CMessageDigest

/// The SHA-256 digest of an input file (FIPS 180-4), for the provenance of a result.
package struct FileDigest: Hashable, Sendable {
  /// The file as the scenario names it, relative to the scenario's folder.
  package var name: String
  /// 64 lower-case hexadecimal digits.
  package var sha256: String

  package init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }

  /// The digest of bytes that were read.
  package init(name: String, of bytes: [UInt8]) {
    var context = SHA2_CTX()
    unsafe SHA256Init(&context)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe SHA256Update(&context, buffer.baseAddress, buffer.count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      unsafe SHA256Final(buffer.baseAddress, &context)
    }
    self.init(name: name, sha256: digest.map { Self.hexadecimal($0 >> 4) + Self.hexadecimal($0 & 15) }.joined())
  }

  private static func hexadecimal(_ digit: UInt8) -> String { String(digit, radix: 16) }
}

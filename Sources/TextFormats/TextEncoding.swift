/// How the bytes of a file are letters.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  /// Windows-1252, with the five bytes that it leaves open as the controls of ISO 8859-1.
  case cp1252

  /// The letter of a byte above 127 in Windows-1252.
  package func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? Self.high[Int(byte - 0x80)] : Unicode.Scalar(byte)
  }

  /// The same text in UTF-8; bytes that are said to be that stay as they are.
  ///
  /// O(bytes).
  package func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard self != .utf8 else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text += String(scalar(byte)).utf8 }
    }
    return text
  }

  /// Bytes 0x80 to 0x9F, from the WHATWG Encoding Standard.
  private static let high: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}", "\u{90}", "‘", "’", "“", "”",
    "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}

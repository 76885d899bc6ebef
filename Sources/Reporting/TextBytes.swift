/// A text under construction, as its bytes in UTF-8.
///
/// Result files consist of some hundred thousand short pieces, and a string keeps books of every piece it takes.
struct TextBytes {
  private(set) var bytes: [UInt8] = []

  /// The whole text.
  ///
  /// O(bytes).
  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ text: String) {
    // Through a span: the collection of a string's bytes counts its references at every turn.
    unsafe text.utf8Span.span.withUnsafeBufferPointer { unsafe bytes += $0 }
  }

  mutating func add(_ text: TextBytes) { bytes += text.bytes }

  mutating func addSpaces(_ count: Int) { bytes += repeatElement(UInt8(ascii: " "), count: count) }

  mutating func add(ascii scalar: Unicode.Scalar) { bytes.append(UInt8(ascii: scalar)) }

  /// Puts other bytes in place of those from `start` on.
  mutating func replace(from start: Int, with other: [UInt8]) { bytes.replaceSubrange(start..., with: other) }

  /// Puts another character in place of the last one, which has one byte too.
  mutating func replaceLast(byASCII scalar: Unicode.Scalar) { bytes[bytes.count - 1] = UInt8(ascii: scalar) }
}

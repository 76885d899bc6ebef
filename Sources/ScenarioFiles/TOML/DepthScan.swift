/// Finds text that would nest too deeply, before a parser that recurses sees it.
///
/// One pass that knows strings, comments, brackets and the dots of bare keys, and forgives all else: what is not TOML is the
/// parser's to report. The depth at a place is the number of open brackets, each with the segments of the key before it, plus the
/// segments of the key at hand.
enum DepthScan {
  /// The first place deeper than `limit`, or nothing.
  static func firstPlace(in bytes: [UInt8], deeperThan limit: Int) -> (line: Int, column: Int)? {
    var scan = Scan(bytes: bytes)
    while scan.position < bytes.count {
      scan.step()
      if scan.depth > limit { return place(of: scan.position, in: bytes) }
    }
    return nil
  }

  private static func place(of position: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes[..<min(position, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

private struct Scan {
  let bytes: [UInt8]
  var position = 0
  /// Levels that each open bracket added.
  private var open: [Int] = []
  private var openDepth = 0
  /// Dots since the key at hand began.
  private var dots = 0
  /// Segments of the key whose value is being read.
  private var keySegments = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var depth: Int { openDepth + max(dots, keySegments) }

  /// Takes one byte, or a whole string or comment.
  mutating func step() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
    case UInt8(ascii: "#"): skipLine()
    case UInt8(ascii: "."):
      dots += 1
      position += 1
    case UInt8(ascii: "="):
      keySegments = dots + 1
      dots = 0
      position += 1
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      openBracket()
      position += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      closeBracket()
      position += 1
    case UInt8(ascii: ","), UInt8(ascii: "\n"):
      dots = 0
      keySegments = 0
      position += 1
    default: position += 1
    }
  }

  private mutating func openBracket() {
    let levels = max(keySegments, 1)
    open.append(levels)
    openDepth += levels
    dots = 0
    keySegments = 0
  }

  private mutating func closeBracket() {
    openDepth -= open.popLast() ?? 0
    dots = 0
    keySegments = 0
  }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  /// Skips a string, one line or many; one that does not end goes to the end of its line, or of the text.
  private mutating func skipString(_ quote: UInt8) {
    let isLong = starts(with: quote, at: position + 1) && starts(with: quote, at: position + 2)
    position += isLong ? 3 : 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        position += 2
      } else if byte == quote, !isLong || (starts(with: quote, at: position + 1) && starts(with: quote, at: position + 2)) {
        position += isLong ? 3 : 1
        return
      } else if byte == UInt8(ascii: "\n"), !isLong {
        return
      } else {
        position += 1
      }
    }
  }

  private func starts(with byte: UInt8, at index: Int) -> Bool { index < bytes.count && bytes[index] == byte }
}

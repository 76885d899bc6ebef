internal import Files
internal import TextFormats

/// Reads a file of cells between separators row by row, in constant memory.
///
/// Cells may be quoted as RFC 4180 has it. A byte order mark is skipped, and so are empty lines; rows end with LF, CRLF or CR. One
/// chunk of the file is in memory at a time and grows where a row is longer. Linear in the bytes.
struct DelimitedReader: ~Copyable {
  private let file: FileStream
  private let separator: UInt8
  private let encoding: TextEncoding
  private var buffer: [UInt8] = []
  private var position = 0
  private var isBegun = false
  private var isAtEnd = false
  private var line = 1

  /// A row longer than this is none: a quotation mark was not closed.
  private static let longestRow = 1 << 24
  private static let chunk = 1 << 20

  /// Opens a file.
  init(_ path: String, separator: UInt8, encoding: TextEncoding) throws(FileBytes.Failure) {
    file = try FileStream(path)
    self.separator = separator
    self.encoding = encoding
  }

  /// What became of a row.
  enum Outcome {
    case row
    /// The row cannot be told from what follows it; the reader stands behind its line.
    case damaged(line: Int, column: Int, DropReason)
    case end
  }

  /// Puts the next row into `row`.
  mutating func next(_ row: inout CellRow) throws(FileBytes.Failure) -> Outcome {
    if !isBegun {
      try refill()
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
      isBegun = true
    }
    while true {
      while position < buffer.count, isLineEnd(buffer[position]) { try takeLineEnd() }
      if position < buffer.count { break }
      if isAtEnd { return .end }
      try refill()
    }
    while true {
      let start = (position, line)
      row.clear(line: line)
      if let outcome = parse(&row) { return outcome }
      // The chunk ends within the row, which is read once more with what follows.
      (position, line) = start
      if buffer.count - position > Self.longestRow {
        while position < buffer.count, !isLineEnd(buffer[position]) { position += 1 }
        return .damaged(line: line, column: 1, .unterminatedQuote)
      }
      try refill()
    }
  }

  /// Reads a row; nothing where the buffer ends before it does.
  private mutating func parse(_ row: inout CellRow) -> Outcome? {
    var column = 1
    while true {
      let (cellLine, cellColumn) = (line, column)
      if position < buffer.count, buffer[position] == quote {
        position += 1
        column += 1
        guard let ending = quotedCell(&row, &column) else { return isAtEnd ? damaged(cellLine, cellColumn) : nil }
        if !ending { return skip(column) }
      } else {
        let start = position
        (position, column) = Self.end(buffer.span, from: position, column, separator, encoding)
        append(start..<position, to: &row)
      }
      guard position < buffer.count || isAtEnd else { return nil }
      row.endCell(line: cellLine, column: cellColumn)
      guard position < buffer.count else { return .row }
      if isLineEnd(buffer[position]) {
        // A return at the end of a chunk may have its line feed in the next one.
        if buffer[position] == carriageReturn, position + 1 == buffer.count, !isAtEnd { return nil }
        stepOverLineEnd()
        return .row
      }
      position += 1
      column += 1
    }
  }

  /// Where a cell without quotes ends, and the column there.
  private static func end(
    _ bytes: Span<UInt8>, from start: Int, _ column: Int, _ separator: UInt8, _ encoding: TextEncoding
  ) -> (position: Int, column: Int) {
    var (position, continuations) = (start, 0)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == lineFeed || byte == carriageReturn { break }
      if byte & 0xC0 == 0x80 { continuations += 1 }
      position += 1
    }
    return (position, column + position - start - (encoding == .utf8 ? continuations : 0))
  }

  /// Reads to the closing mark; false where text follows it, nothing where the buffer ends before.
  private mutating func quotedCell(_ row: inout CellRow, _ column: inout Int) -> Bool? {
    while position < buffer.count {
      let byte = buffer[position]
      if byte == quote {
        guard position + 1 < buffer.count || isAtEnd else { return nil }
        position += 1
        column += 1
        guard position < buffer.count, buffer[position] == quote else {
          return position == buffer.count || buffer[position] == separator || isLineEnd(buffer[position])
        }
      }
      append(byte, to: &row)
      if byte == lineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      position += 1
    }
    return nil
  }

  private func append(_ range: Range<Int>, to row: inout CellRow) {
    if encoding == .utf8 { return row.append(buffer.span.extracting(range)) }
    for byte in buffer[range] { append(byte, to: &row) }
  }

  private func append(_ byte: UInt8, to row: inout CellRow) {
    if byte < 0x80 || encoding == .utf8 {
      row.append(byte)
    } else {
      for unit in String(encoding.scalar(byte)).utf8 { row.append(unit) }
    }
  }

  /// A cell that is not closed before the end of the file.
  private mutating func damaged(_ line: Int, _ column: Int) -> Outcome {
    position = buffer.count
    return .damaged(line: line, column: column, .unterminatedQuote)
  }

  /// Goes to the end of the line of a row that cannot be read.
  private mutating func skip(_ column: Int) -> Outcome? {
    let place = line
    while position < buffer.count, !isLineEnd(buffer[position]) { position += 1 }
    guard position < buffer.count || isAtEnd else { return nil }
    return .damaged(line: place, column: column, .strayQuote)
  }

  private mutating func takeLineEnd() throws(FileBytes.Failure) {
    if buffer[position] == carriageReturn, position + 1 == buffer.count, !isAtEnd { try refill() }
    stepOverLineEnd()
  }

  private mutating func stepOverLineEnd() {
    let isPair = buffer[position] == carriageReturn && position + 1 < buffer.count && buffer[position + 1] == lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  /// Drops what was read and reads on.
  private mutating func refill() throws(FileBytes.Failure) {
    buffer.removeSubrange(..<position)
    position = 0
    isAtEnd = try file.read(upTo: Self.chunk, into: &buffer) == 0
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

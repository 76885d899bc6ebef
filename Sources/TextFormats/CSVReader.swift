/// Reads comma-separated values as RFC 4180 has them, row by row.
///
/// Cells may be quoted and then hold commas, doubled quotation marks and line ends. A byte order mark is skipped; rows end with
/// LF, CRLF or CR, the last one with or without; empty lines are skipped. The rows may differ in length: what that means is the
/// caller's business. A cell that was kept from being a formula by an apostrophe is the text without it (`CellText`). Linear in the number of bytes; one row is in memory at a time.
package struct CSVReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var column = 1

  private let separator: UInt8

  /// - Parameters:
  ///   - separator: What stands between cells, in ASCII.
  ///   - skipped: Lines that are passed over, whatever is in them.
  package init(_ bytes: [UInt8], separator: UInt8 = comma, skipping skipped: Int = 0) {
    self.bytes = bytes
    self.separator = separator
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    for _ in 0..<skipped where position < bytes.count {
      skipLine()
      if position < bytes.count { takeLineEnd() }
    }
  }

  /// All rows.
  package static func records(_ bytes: [UInt8]) throws(CSVError) -> [CSVRecord] {
    var reader = CSVReader(bytes)
    var records: [CSVRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// The next row, or nothing at the end.
  ///
  /// After an error the reader stands behind the row at fault and can go on.
  package mutating func next() throws(CSVError) -> CSVRecord? {
    while position < bytes.count, isLineEnd(bytes[position]) { takeLineEnd() }
    guard position < bytes.count else { return nil }
    var record = CSVRecord(line: line, cells: [])
    while true {
      do throws(CSVError) {
        record.cells.append(try cell())
      } catch {
        skipLine()
        throw error
      }
      guard position < bytes.count else { return record }
      if isLineEnd(bytes[position]) {
        takeLineEnd()
        return record
      }
      take()  // the separator
    }
  }

  private mutating func cell() throws(CSVError) -> CSVCell {
    let start = (position, line, column)
    if position < bytes.count, bytes[position] == quote { return try quotedCell() }
    while position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
      if bytes[position] == quote { throw CSVError(rule: .strayQuote, line: line, column: column) }
      take()
    }
    return CSVCell(text: try text(bytes[start.0..<position], start.1, start.2), line: start.1, column: start.2)
  }

  private mutating func quotedCell() throws(CSVError) -> CSVCell {
    let (startLine, startColumn) = (line, column)
    take()
    var content: [UInt8] = []
    while true {
      let start = position
      while position < bytes.count, bytes[position] != quote { takeAny() }
      content += bytes[start..<position]
      guard position < bytes.count else { throw CSVError(rule: .unterminatedQuote, line: startLine, column: startColumn) }
      take()
      guard position < bytes.count, bytes[position] == quote else { break }
      content.append(quote)
      take()
    }
    guard position == bytes.count || bytes[position] == separator || isLineEnd(bytes[position]) else {
      throw CSVError(rule: .strayQuote, line: line, column: column)
    }
    return CSVCell(text: try text(content[...], startLine, startColumn + 1), line: startLine, column: startColumn)
  }

  private func text(_ content: ArraySlice<UInt8>, _ line: Int, _ column: Int) throws(CSVError) -> String {
    if let text = String(validating: content, as: UTF8.self) { return CellText.unguarded(text) }
    var place = (line, column)
    var decoder = UTF8()
    var iterator = content.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      place = scalar == "\n" ? (place.0 + 1, 1) : (place.0, place.1 + 1)
    }
    throw CSVError(rule: .notUTF8, line: place.0, column: place.1)
  }

  /// Takes one byte that is no line end.
  private mutating func take() {
    // A continuation byte of UTF-8 belongs to the scalar before it.
    if bytes[position] & 0xC0 != 0x80 { column += 1 }
    position += 1
  }

  private mutating func takeAny() {
    if isLineEnd(bytes[position]) { takeLineEnd() } else { take() }
  }

  private mutating func takeLineEnd() {
    let isPair = bytes[position] == carriageReturn && position + 1 < bytes.count && bytes[position + 1] == lineFeed
    position += isPair ? 2 : 1
    line += 1
    column = 1
  }

  private mutating func skipLine() {
    while position < bytes.count, !isLineEnd(bytes[position]) { take() }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

private let quote = UInt8(ascii: "\"")
package let comma = UInt8(ascii: ",")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

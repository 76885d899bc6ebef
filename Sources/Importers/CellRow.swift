/// A row of a file: its cells in UTF-8, each with the place where it starts.
///
/// The cells lie behind each other in one array that rows take turns in, so that reading a row allocates nothing.
package struct CellRow: Sendable {
  private struct Cell: Sendable {
    /// Where its bytes end; they start where those of the cell before end.
    var end: Int
    var line: Int
    var column: Int
  }

  private var bytes: [UInt8] = []
  private var cells: [Cell] = []
  /// The line where the row starts, from 1.
  package var line = 1

  package init() {}

  package var count: Int { cells.count }

  mutating func clear(line: Int) {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    self.line = line
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ more: Span<UInt8>) {
    // Through the pointer: a slice of an array counts references at every turn.
    unsafe more.withUnsafeBufferPointer { unsafe bytes += $0 }
  }

  /// Ends the cell whose bytes were appended.
  mutating func endCell(line: Int, column: Int) { cells.append(Cell(end: bytes.count, line: line, column: column)) }

  mutating func append(_ text: String, line: Int, column: Int) {
    bytes += text.utf8
    endCell(line: line, column: column)
  }

  /// Where a cell starts; that of the row where it has none of this number.
  func place(_ index: Int) -> (line: Int, column: Int) {
    cells.indices.contains(index) ? (cells[index].line, cells[index].column) : (line, 1)
  }

  /// Where the bytes of a cell lie without blanks at their ends.
  private func range(_ index: Int) -> Range<Int> {
    guard index < cells.count else { return 0..<0 }
    var (start, end) = (index == 0 ? 0 : cells[index - 1].end, cells[index].end)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  func isBlank(_ index: Int) -> Bool { range(index).isEmpty }

  /// A cell without blanks at its ends; empty where the row has none of this number.
  func content(_ index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  func text(_ index: Int) -> String { String(decoding: content(index), as: UTF8.self) }

  /// Up to eight bytes as a number, by which cells are told apart faster than by a text.
  func packed(_ index: Int) -> UInt64? {
    let range = range(index)
    guard !range.isEmpty, range.count <= 8 else { return nil }
    var packed: UInt64 = 0
    for byte in bytes[range] { packed = packed << 8 | UInt64(byte) }
    return packed
  }

  /// All bytes of the row, cells behind each other.
  var whole: ArraySlice<UInt8> { bytes[...] }

  /// The cells as texts.
  var texts: [String] { cells.indices.map(text) }

  /// Whether a cell holds bytes that are no UTF-8.
  func isDamaged(_ index: Int) -> Bool {
    let content = content(index)
    return content.contains { $0 >= 0x80 } && String(validating: content, as: UTF8.self) == nil
  }
}

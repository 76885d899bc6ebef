/// A list of places: lines of cells between bars, further names of a cell between semicolons; lines that begin with # are remarks.
struct PlaceList: Sendable {
  private let bytes: [UInt8]
  let lines: [Range<Int>]

  /// O(bytes).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      if index > start, bytes[start] != UInt8(ascii: "#") { lines.append(start..<index) }
      start = index + 1
    }
    self.lines = lines
  }

  /// Calls a function with every name in some cells of a line.
  func forEachName(of line: Int, in cells: [Int], _ body: (ArraySlice<UInt8>) -> Void) {
    var (cell, start) = (0, lines[line].lowerBound)
    for index in lines[line] where bytes[index] == UInt8(ascii: "|") || bytes[index] == UInt8(ascii: ";") {
      if index > start, cells.contains(cell) { body(bytes[start..<index]) }
      if bytes[index] == UInt8(ascii: "|") { cell += 1 }
      start = index + 1
    }
    if start < lines[line].upperBound, cells.contains(cell) { body(bytes[start..<lines[line].upperBound]) }
  }

  func cells(of line: Int) -> [String] {
    bytes[lines[line]].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  static func names(_ cell: String) -> [String] { cell.split(separator: ";").map(String.init) }
}

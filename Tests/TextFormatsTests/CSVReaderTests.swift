import Testing
import TextFormats

@Suite("Comma-separated values")
struct CSVReaderTests {
  private func rows(_ bytes: [UInt8]) throws(CSVError) -> [[String]] {
    var reader = CSVReader(bytes)
    var rows: [[String]] = []
    while let record = try reader.next() { rows.append(record.cells.map(\.text)) }
    return rows
  }

  @Test(
    "What RFC 4180 and spreadsheets write",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("a,b\n\n1,2\n\n\n", [["a", "b"], ["1", "2"]]),
      ("\"a\",\"b,c\"\n", [["a", "b,c"]]),
      ("\"say \"\"hi\"\"\",x\n", [["say \"hi\"", "x"]]),
      ("\"two\nlines\",x\n", [["two\nlines", "x"]]),
      ("\"two\r\nlines\",x\n", [["two\r\nlines", "x"]]),
      ("\"\",x\n", [["", "x"]]),
      (",\n", [["", ""]]),
      ("a,\n", [["a", ""]]),
      (" a , b \n", [[" a ", " b "]]),
      ("é,Ω\n", [["é", "Ω"]]),
      ("", []),
      ("\n\n", []),
      ("\u{FEFF}", []),
      ("a", [["a"]]),
      ("\"a\"", [["a"]]),
    ] as [(String, [[String]])])
  func reads(text: String, expected: [[String]]) throws {
    #expect(try rows(Array(text.utf8)) == expected)
  }

  @Test(
    "What is refused, and where",
    arguments: [
      ("a,\"b\n", CSVError(rule: .unterminatedQuote, line: 1, column: 3)),
      ("a\nb,\"c\nd", CSVError(rule: .unterminatedQuote, line: 2, column: 3)),
      ("a\"b,c\n", CSVError(rule: .strayQuote, line: 1, column: 2)),
      ("é,\"b\"c\n", CSVError(rule: .strayQuote, line: 1, column: 6)),
      ("\"", CSVError(rule: .unterminatedQuote, line: 1, column: 1)),
    ])
  func refuses(text: String, expected: CSVError) {
    #expect(throws: expected) { try rows(Array(text.utf8)) }
  }

  @Test("Bytes that are not UTF-8 are refused where they stand")
  func refusesLatin() {
    // "é" in Windows code page 1252 is the byte E9, here behind "caf" in the second cell of the second row.
    let bytes = Array("a,b\nx,caf".utf8) + [0xE9] + Array("\n".utf8)
    #expect(throws: CSVError(rule: .notUTF8, line: 2, column: 6)) { try rows(bytes) }
    let quoted = Array("\"a\nb".utf8) + [0xFF] + Array("\"\n".utf8)
    #expect(throws: CSVError(rule: .notUTF8, line: 2, column: 2)) { try rows(quoted) }
  }

  @Test("The reader goes on behind a row that it refuses")
  func goesOn() throws {
    var reader = CSVReader(Array("a\nb\"c,d\ne\n".utf8))
    #expect(try reader.next()?.cells.map(\.text) == ["a"])
    #expect(throws: CSVError(rule: .strayQuote, line: 2, column: 2)) { try reader.next() }
    let last = try #require(try reader.next())
    #expect(last.cells.map(\.text) == ["e"])
    #expect(last.line == 3)
    #expect(try reader.next() == nil)
  }

  @Test("Cells know their line and their column in Unicode scalars")
  func knowsPlaces() throws {
    var reader = CSVReader(Array("é,\"x\ny\",z\nu,v\n".utf8))
    let first = try #require(try reader.next())
    #expect(first.cells.map(\.line) == [1, 1, 2])
    #expect(first.cells.map(\.column) == [1, 3, 4])
    #expect(try reader.next()?.line == 3)
  }

  @Test("A million rows are read one by one")
  func readsManyRows() throws {
    var bytes: [UInt8] = []
    for _ in 0..<1_000_000 { bytes += "630210,1.25,\"a,b\"\n".utf8 }
    var reader = CSVReader(bytes)
    var cells = 0
    while let record = try reader.next() { cells += record.cells.count }
    #expect(cells == 3_000_000)
  }
}

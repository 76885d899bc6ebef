import DrawTables
import Testing

@Suite("Tables of draws")
struct DrawTableFormTests {
  private static let layout = DrawTableLayout(columns: ["a/year/balance", "b, \"c\""], metadata: [("seed", "7")])

  private func file(_ form: some DrawTableForm, groups: [[[Double]]]) throws -> [UInt8] {
    var bytes = form.opening
    var places: [DrawTableGroup.Place] = []
    var first = 0
    for columns in groups {
      let group = try #require(form.encoded(columns, firstDraw: first))
      bytes += group.bytes
      places.append(group.place)
      first += group.place.rows
    }
    return bytes + form.closing(places)
  }

  @Test("A Parquet file has its marks at both ends, its footer's length before the last, and the pages where the footer says")
  func parquet() throws {
    let bytes = try file(ParquetForm(Self.layout), groups: [[[1, 2], [3, .nan]], [[-0.5], [1e300]]])
    #expect(bytes.starts(with: Array("PAR1".utf8)) && bytes.suffix(4).elementsEqual("PAR1".utf8))
    let size = bytes.dropLast(4).suffix(4).enumerated().reduce(0) { $0 + Int($1.element) << (8 * $1.offset) }
    let footer = Array(bytes.dropLast(8).suffix(size))
    // Version 1; a list of four structures: the root with three children, and the columns.
    #expect(footer.starts(with: [0x15, 0x02, 0x19, 0x4C, 0x48, 0x05] + Array("draws".utf8) + [0x15, 0x06, 0x00]))
    #expect(footer.last == 0)
    // Three rows, in two groups.
    #expect(footer.contains([0x16, 0x06, 0x19, 0x2C]))
    // Six pages under Zstandard (RFC 8878: the frames begin with 28 B5 2F FD).
    #expect(bytes.ranges(of: [0x28, 0xB5, 0x2F, 0xFD]).count == 6)
    #expect(bytes.ranges(of: Array("b, \"c\"".utf8)).count == 3, "once in the schema and in each group")
    #expect(bytes.ranges(of: Array("seed".utf8)).count == 1)
  }

  @Test("Groups that are encoded apart make the same bytes")
  func sameBytes() throws {
    let groups = (0..<3).map { group in [[Double(group), 1], [2, 3.5]] }
    for _ in 1...2 {
      #expect(
        try file(ParquetForm(Self.layout), groups: groups) == file(ParquetForm(Self.layout), groups: groups))
      #expect(
        try file(CommaSeparatedForm(Self.layout), groups: groups) == file(CommaSeparatedForm(Self.layout), groups: groups))
    }
  }

  @Test("Text is a frame for the head and one for each group")
  func text() throws {
    let bytes = try file(CommaSeparatedForm(Self.layout), groups: [[[1], [2]], [[3], [4]]])
    #expect(bytes.ranges(of: [0x28, 0xB5, 0x2F, 0xFD]).count == 3)
    // Short frames hold their text as it is.
    #expect(bytes.contains(Array("draw,a/year/balance,\"b, \"\"c\"\"\"\n".utf8)))
    #expect(bytes.contains(Array("1,3.0,4.0\n".utf8)))
  }
}

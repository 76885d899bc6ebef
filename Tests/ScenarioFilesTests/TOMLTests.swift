import ScenarioFiles
import Testing

@Suite("TOML")
struct TOMLTests {
  @Test("Every kind of value, in the order of the file, with its place")
  func readsValues() throws {
    let text = """
      z = "text"
      a = -5
      f = 1.5
      "é" = true
      d = 2025-08-07
      t = 07:32:00
      list = [1, "two"]
      [b.c]
      x = { y = 1 }
      """
    guard case .table(let entries) = try TOMLDocument.parse(Array(text.utf8)).value else {
      Issue.record("the root is a table")
      return
    }
    #expect(entries.map(\.key) == ["z", "a", "f", "é", "d", "t", "list", "b"])
    #expect(entries[0] == TOMLEntry(key: "z", line: 1, column: 1, node: TOMLNode(.text("text"), line: 1, column: 5)))
    #expect(
      entries[1...5].map(\.node.value) == [.integer(-5), .float(1.5), .boolean(true), .date(year: 2025, month: 8, day: 7), .time])
    let list = TOMLValue.array([TOMLNode(.integer(1), line: 7, column: 9), TOMLNode(.text("two"), line: 7, column: 12)])
    #expect(entries[6].node.value == list)
    guard case .table(let b) = entries[7].node.value, case .table(let c) = b[0].node.value else {
      Issue.record("b.c is a table")
      return
    }
    let y = TOMLEntry(key: "y", line: 9, column: 7, node: TOMLNode(.integer(1), line: 9, column: 11))
    #expect(c == [TOMLEntry(key: "x", line: 9, column: 1, node: TOMLNode(.table([y]), line: 9, column: 5))])
  }

  @Test("A dotted key of 100,000 segments is refused before the parser recurses", arguments: ["x", "[x]", "[[x]]", "y = { x"])
  func refusesLongKeys(form: String) {
    let key = Array(repeating: "a", count: 100_000).joined(separator: ".")
    let text = form.replacing("x", with: key) + " = 1"
    #expect {
      try TOMLDocument.parse(Array(text.utf8))
    } throws: { error in
      guard case .tooDeep(1, _)? = error as? TOMLError else { return false }
      return true
    }
  }

  @Test("Arrays, inline tables and dotted keys within one another are refused at the limit")
  func refusesNesting() throws {
    func nested(_ levels: Int, _ open: String, _ close: String) -> [UInt8] {
      Array(("a = " + String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)).utf8)
    }
    for (open, close) in [("[", "]"), ("{ a = ", " }"), ("[{ a.a = ", "}]")] {
      #expect(throws: TOMLError.self) { try TOMLDocument.parse(nested(100_000, open, close)) }
    }
    _ = try TOMLDocument.parse(nested(90, "[", "]"))
  }

  @Test("Dots in strings, comments and numbers are no levels")
  func forgivesDots() throws {
    let dots = String(repeating: "a.", count: 1000)
    let text = """
      # \(dots)
      a = "\(dots)" # \(dots)
      b = '\(dots)'
      c = \"\"\"
      \(dots)
      \"\"\"
      d = '''\(dots)'''
      e = "\\"\(dots)"
      """
    guard case .table(let entries) = try TOMLDocument.parse(Array(text.utf8)).value else {
      Issue.record("the root is a table")
      return
    }
    #expect(entries.map(\.key) == ["a", "b", "c", "d", "e"])
  }

  @Test("Ten megabytes are read")
  func readsLargeFiles() throws {
    var bytes: [UInt8] = []
    var tables = 0
    while bytes.count < 10_000_000 {
      bytes +=
        "[[exports.lines]]\nid = \"\(tables)\"\nvalue = 1.5\nduty = \"10%\"\nelasticity = { normal = { mean = 1, sd = 0.1 } }\n"
        .utf8
      tables += 1
    }
    guard case .table(let root) = try TOMLDocument.parse(bytes).value, case .table(let exports) = root[0].node.value,
      case .array(let lines) = exports[0].node.value
    else {
      Issue.record("exports.lines is a list")
      return
    }
    #expect(lines.count == tables)
  }

  @Test(
    "What is not TOML is refused with a place",
    arguments: [
      ([0xFF], 1), (Array("a = 1\na = 2".utf8), 2), (Array("a\u{0} = 1".utf8), 1), (Array("[,a]".utf8), 1),
      (Array("\n[[=".utf8), 2),
    ])
  func refusesSyntax(bytes: [UInt8], line: Int) {
    #expect {
      try TOMLDocument.parse(bytes)
    } throws: { error in
      guard case .syntax(_, line, _)? = error as? TOMLError else { return false }
      return true
    }
  }

  @Test("Nothing is a document without entries")
  func readsNothing() throws {
    #expect(try TOMLDocument.parse([]).value == .table([]))
  }
}

import Testing
import TextFormats

@Suite("Text made fit to be shown")
struct ShownTextTests {
  @Test(
    "what is not seen stands as the escape that a scenario file takes",
    arguments: [
      ("", ""), ("plain", "plain"), ("é 世界 😀", "é 世界 😀"), ("x\u{1B}]0;p\u{7}", "x\\u001B]0;p\\u0007"),
      ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
      ("\u{9B}31m", "\\u009B31m"), ("\u{202E}abc\u{2066}", "\\u202Eabc\\u2066"), ("a\u{200B}b\u{FEFF}", "a\\u200Bb\\uFEFF"),
      ("\u{2028}\u{2029}", "\\u2028\\u2029"), ("\u{E0041}", "\\U000E0041"), ("\u{7F}\u{0}", "\\u007F\\u0000"),
      ("\u{AD}", "\\u00AD"),
      ("a\r\nb", "a\\r\\nb"),
    ])
  func escapes(text: String, shown: String) { #expect(ShownText.line(text) == shown) }

  @Test("of a long name the beginning is shown, and of one letter with ten thousand marks too")
  func long() {
    #expect(ShownText.name(String(repeating: "n", count: 120)) == String(repeating: "n", count: 120))
    #expect(ShownText.name(String(repeating: "n", count: 10_000)) == String(repeating: "n", count: 120) + "…")
    let marked = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(ShownText.name(marked).unicodeScalars.count == 121)
    #expect(ShownText.paragraph(String(repeating: "word ", count: 1_000)).count == 2_001)
    #expect(
      ShownText.paragraph("one\n two\t" + String(repeating: "x", count: 500)) == "one two " + String(repeating: "x", count: 240)
        + "…")
  }

  @Test(
    "a cell keeps its own lines and tabs",
    arguments: [("a\nb", "a\nb"), ("a\r\nb", "a\r\nb"), ("a\rb\t\u{1B}", "a\\rb\t\\u001B")])
  func cells(text: String, shown: String) { #expect(ShownText.cell(text) == shown) }

  /// All scalars there are: what comes out has none that is not seen.
  @Test("nothing that is not seen gets through")
  func all() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), ShownText.isHidden(scalar) else { continue }
      for text in [ShownText.line("a\(scalar)b"), ShownText.paragraph("a\(scalar)b")]
      where text.unicodeScalars.contains(where: ShownText.isHidden) {
        Issue.record("U+\(String(value, radix: 16)) gets through")
      }
    }
  }
}

@Suite("Cells that stay text")
struct CellTextTests {
  @Test(
    "formulas get an apostrophe",
    arguments: [
      ("=1+1", "'=1+1"), ("+x", "'+x"), ("-b", "'-b"), ("@SUM(1)", "'@SUM(1)"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"),
      ("''-x", "'''-x"), ("'x", "'x"), ("x=1", "x=1"), ("", ""), ("'", "'"), (" =1", " =1"),
      ("＝1+1", "'＝1+1"), ("'＠x", "''＠x"), ("−x", "−x"),
    ])
  func guarded(text: String, cell: String) { #expect(CellText.guarded(text) == cell && CellText.unguarded(cell) == text) }

  /// Every text of up to five of these characters.
  @Test("the rule can be undone, and what it makes is no formula")
  func roundTrip() {
    var texts = [""]
    for _ in 0..<5 { texts += texts.flatMap { text in ["'", "=", "-", "x", "\t"].map { text + $0 } } }
    for text in Set(texts) {
      let cell = CellText.guarded(text)
      #expect(CellText.unguarded(cell) == text)
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.first))
    }
  }
}

@Suite("Names that look alike")
struct LookAlikeTests {
  @Test(
    "a name and what it looks like",
    arguments: [
      ("Viet\u{A0}Nam", "Viet Nam"), (" Viet  Nam ", "Viet Nam"), ("Viet\u{200B}nam", "Vietnam"), ("Сhinа", "China"),
      ("co-op", "co\u{2010}op"),
      ("Cote d\u{2019}Ivoire", "Cote d'Ivoire"), ("ＵＳ", "US"), ("Tu\u{308}rkiye", "T\u{FC}rkiye"), ("Νorway", "Norway"),
      ("ﬁbre", "fibre"),
      ("cotton\u{2800}", "cotton"), ("cot\u{34F}ton", "cotton"), ("c\u{FE0F}", "c"), ("ρɑid", "paid"),
    ])
  func alike(name: String, other: String) {
    #expect(LookAlike.skeleton(of: name) == LookAlike.skeleton(of: other))
    #expect(LookAlike.difference(of: name, from: other) != nil && LookAlike.difference(of: name, from: name) == nil)
  }

  @Test("names that do not look alike have skeletons of their own")
  func apart() {
    let names = [
      "China", "china", "Chima", "Viet Nam", "Vietnam", "Россия", "Ελλάδα", "中国", "中國", "Türkiye", "Turkiye", "a-b", "a b", "ab",
      "",
    ]
    #expect(Set(names.map(LookAlike.skeleton)).count == names.count)
  }

  @Test("a difference is told by place, number and name")
  func difference() {
    #expect(
      LookAlike.difference(of: "a\u{A0}b", from: "a b") == "character 2 is U+00A0 NO-BREAK SPACE here and U+0020 SPACE there")
    #expect(LookAlike.difference(of: "a", from: "a ") == "character 2 is nothing more here and U+0020 SPACE there")
  }
}

@Suite("Words of a shell")
struct ShellWordTests {
  @Test(
    "a word that a shell would see more in is in quotes",
    arguments: [
      ("a/b.toml", "a/b.toml"), ("", "''"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$(x)", "'$(x)'"), ("é", "é"),
      ("a\u{1B}1\n", "$'a\\0331\\012'"), ("'\\\u{200B}", "$'\\'\\\\\\342\\200\\213'"),
    ])
  func quoted(word: String, text: String) { #expect(ShellWord.quoted(word) == text) }
}

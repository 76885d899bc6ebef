import Testing

@Suite("The built program: text from outside")
struct TextTests {
  /// What obeys, turns round or hides: an escape, a bell, a control sequence of one character, an override and a space of no width.
  private static let nasty = "\u{1B}]0;p\u{7}\u{9B}31m\u{202E}b\u{200B}c"
  private static let written = "\\u001B]0;p\\u0007\\u009B31m\\u202Eb\\u200Bc"

  private func expectInert(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let stray = text.unicodeScalars.filter { scalar in
      scalar != "\n" && [.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }
    #expect(
      stray.isEmpty, "\(stray.map { String($0.value, radix: 16) }) in \(text.debugDescription)", sourceLocation: sourceLocation)
  }

  @Test("prose and paths reach the terminal and the files as escapes, in reports, plans, batches, parts and messages")
  func inert() throws {
    let scenario = SmallScenario.text
      .replacing(
        "title = \"Small\"", with: "title = \"\(Self.written)\"\nsummary = \"\(Self.written)\"\nhorizon = \"\(Self.written)\""
      )
      .replacing("name = \"now\"", with: "name = \"now\"\nsummary = \"\(Self.written)\"")
      .replacing("value = \"0.8 to 1.6\"", with: "value = \"0.8 to 1.6\"\nsource = \"\(Self.written)\"")
    let file = "a\(Self.nasty).toml"
    let stem = "a\(Self.nasty)"
    let bench = try Workbench([file: scenario, "b.toml": scenario])
    let run = { (arguments: [String], code: Int32) in
      let run = try bench.run(arguments)
      #expect(run.ending == .exit(code), "\(run)")
      expectInert(run.output)
      expectInert(run.errors)
    }
    for format in ["text", "json", "csv"] { try run(["run", file, "--draws", "1000", "--by-line", "--format", format], 0) }
    for name in try bench.names(in: "results/" + stem) { expectInert(try bench.text("results/\(stem)/\(name)")) }
    #expect(try bench.text("results/\(stem)/assumptions.csv").contains(",\(Self.written),"))
    try run(["run", file, "--dry-run"], 0)
    try run(["run", file, "b.toml", "none" + Self.nasty, "--draws", "1000", "--output", "o" + Self.nasty], 66)
    try run(["validate", file], 0)
    try run(["run", file, "--draws", "1000", "--seed", "2"], 0)
    for shard in ["1/2", "2/2"] { try run(["run", file, "--draws", "1000", "--shard", shard], 0) }
    try run(["merge", "results/\(stem).shard-1-of-2.part"], 65)
    try run(["merge"] + [1, 2].map { "results/\(stem).shard-\($0)-of-2.part" }, 0)
    try run(["run", file, "--draws", "1000", "--seed", "2", "--shard", "1/2"], 73)
    try run(["run", file, "--set", "\(Self.nasty)=1"], 65)
    try run(["run", file, "--set", "exports/6302/duty=\(Self.nasty)"], 65)
    try run(["run", file, "--" + Self.nasty], 64)
    try run([Self.nasty], 64)
  }

  @Test("texts that would be formulas stay texts in tables, as their rule says, and JSON has them as they are")
  func formulas() throws {
    let table =
      "id,hs,name,group,value,duty\n\"=1+1\",6302,\"=1+1\",\"=cmd|' C'!A0\",1,0\n-b,6303,+x,@SUM(1),1,0\n+c,6304,n,g,1,0\n"
    let text = SmallScenario.text.replacing(
      "[[exports.lines]]",
      with: "[exports]\ntables = [{ file = \"t.csv\" }]\n[exports.defaults]\nelasticity = 1\n[[exports.lines]]")
    let bench = try Workbench(["a.toml": text, "t.csv": table])
    let run = try bench.run("run", "a.toml", "--draws", "1000", "--by-line", "--quiet")
    try #require(run.ending == .exit(0), "\(run)")
    let lines = try bench.text("results/a/lines.csv").split(separator: "\n").dropFirst().map { $0.split(separator: ",")[3] }
    #expect(Set(lines) == ["6302", "'=1+1", "'-b", "'+c"])
    let groups = try bench.text("results/a/percentiles.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",")[3]
    }
    #expect(Set(groups) == ["total", "'=cmd|' C'!A0", "'@SUM(1)", "g"])
    // Numbers are no texts: those below zero stand as they are.
    #expect(try bench.text("results/a/lines.csv").contains(",-0.") && !bench.text("results/a/lines.csv").contains(",'-0"))
    #expect(try bench.text("results/a/summary.json").contains("\"group\": \"=cmd|' C'!A0\""))
  }
}

import Testing

@Suite("The built program: comparisons")
struct CompareTests {
  private let names = ["now", "half"]

  private func bench() throws -> Workbench {
    let text =
      SmallScenario.text + """
        [[scenarios]]
        name = "half"
        measures = { reciprocal = 0.5 }

        """
    return try Workbench(["small.toml": text, "other.toml": text.replacing("Small", with: "Other")])
  }

  @Test("Scenarios of one file, and of two, are compared on the same draws; the folder has its three files")
  func folders() throws {
    let bench = try bench()
    let one = try bench.run("compare", "small.toml", "--draws", "1000", "--scenarios", names.joined(separator: ","))
    try #require(one.ending == .exit(0) && one.errors.isEmpty, "\(one)")
    #expect(one.output.contains("1,000 draws") && one.output.contains("compared with \(names[0])"))
    #expect(try bench.names(in: "results/small.comparison") == ["comparisons.csv", "run.json", "summary.json"])
    // The same file twice under two titles: every choice equals its twin.
    let two = try bench.run(
      "compare", "small.toml", "other.toml", "--draws", "1000", "--scenarios", names[0], "--outcomes", "balance")
    try #require(two.ending == .exit(0), "\(two)")
    #expect(two.output.contains("other/\(names[0]) and small/\(names[0]) have equal balance in every draw."), "\(two)")
  }

  @Test("The bytes do not depend on threads", arguments: ["1000", "20000"])
  func threads(draws: String) throws {
    let bench = try bench()
    var tables: [[UInt8]] = []
    for threads in ["1", "2", "7"] {
      let run = try bench.run("compare", "small.toml", "--draws", draws, "--threads", threads, "--quiet", "-o", "t\(threads)")
      try #require(run.ending == .exit(0), "\(run)")
      tables.append(try bench.bytes("t\(threads)/small.comparison/comparisons.csv"))
    }
    #expect(tables[0] == tables[1] && tables[0] == tables[2])
  }

  @Test("What is wrong is told with a way out, before any work")
  func mistakes() throws {
    let bench = try bench()
    let cases: [([String], String)] = [
      (["--scenarios", names[0] + "x,\(names[1])"], "no scenario '\(names[0])x': did you mean '\(names[0])'?"),
      (["--scenarios", names[0]], "a comparison takes two scenarios"),
      (["--scenarios", "\(names[0]),\(names[0])"], "--scenarios names '\(names[0])' twice"),
      (["--against", "nobody"], "no scenario 'nobody'"),
      (["--outcomes", "balanse"], "--outcomes: no outcome 'balanse': did you mean 'balance'?"),
      (["--better", "balance=big"], "--better balance=big: say balance=more or balance=less"),
      (["--outcomes", "imports", "--better", "balance=less"], "--better turns balance, which is not compared"),
      (["--better", "balance=less", "--better", "balance=more"], "--better says twice which way balance is better"),
      (["--outcomes", "welfare_change"], "the choices have none of the outcomes in common"),
    ]
    for (options, words) in cases {
      let run = try bench.run(["compare", "small.toml"] + options)
      #expect(run.ending == .exit(64) && run.errors.contains(words) && run.output.isEmpty, "\(options): \(run)")
      #expect(try !bench.names(in: ".").contains("results"), "\(options)")
    }
  }
}

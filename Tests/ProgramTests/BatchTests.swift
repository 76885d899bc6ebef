import Testing

@Suite("The built program: several files")
struct BatchTests {
  @Test("A broken file neither stops the others nor goes unnoticed")
  func brokenOne() throws {
    let bench = try Workbench(["one.toml": SmallScenario.text, "broken.toml": "title = ", "two.toml": SmallScenario.text])
    let run = try bench.run("run", "one.toml", "broken.toml", "two.toml", "--draws", "1000")
    #expect(run.ending == .exit(65), "\(run)")
    #expect(try bench.names(in: "results") == ["one", "two"])
    for stem in ["one", "two"] { #expect(try bench.names(in: "results/\(stem)") == BuiltProgram.resultFiles) }
    #expect(run.output.hasPrefix("Batch: 2 of 3 finished"), "\(run)")
    let rows = run.output.split(separator: "\n").map(String.init)
    #expect(rows.contains { $0.contains("one.toml") && $0.hasSuffix("results/one") }, "\(run)")
    #expect(rows.contains { $0.contains("two.toml") && $0.hasSuffix("results/two") }, "\(run)")
    #expect(rows.contains { $0.contains("broken.toml") && $0.hasSuffix("failed: 1 problem in broken.toml") }, "\(run)")
    #expect(run.errors.contains("broken.toml:1:"), "\(run)")
  }

  @Test("Files that would write the same folder are refused before any runs")
  func sameStem() throws {
    let bench = try Workbench(["one.toml": SmallScenario.text])
    let run = try bench.run("run", "one.toml", "./one.toml", "--draws", "1000")
    #expect(run.ending == .exit(64), "\(run)")
    #expect(run.errors.contains("'one.toml' and './one.toml' would both write the result folder 'one'"), "\(run)")
    #expect(try bench.names() == ["one.toml"])
  }
}

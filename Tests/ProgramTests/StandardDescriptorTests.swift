import Testing

@Suite("The built program: closed standard descriptors")
struct StandardDescriptorTests {
  /// The first file that a process opens would get the number of the closed one.
  @Test("A report for a closed standard output is an error, and stands in no file of the result")
  func closedOutput() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run(shell: "exec \"$0\" \"$@\" >&-", "run", "small.toml", "--draws", "1000")
    #expect(run.ending == .exit(73), "\(run)")
    #expect(run.errors.hasPrefix("tariffsim: cannot write to standard output: "), "\(run)")
    _ = try bench.run("run", "small.toml", "--draws", "1000", "--quiet", "--output", "whole")
    for file in BuiltProgram.invariantFiles { try bench.expectSame(file, in: "results/small", and: "whole/small") }
  }

  @Test("Where nothing is to be printed no descriptor is missed")
  func quiet() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run(shell: "exec \"$0\" \"$@\" <&- >&- 2>&-", "run", "small.toml", "--draws", "1000", "--quiet")
    #expect(run.ending == .exit(0), "\(run)")
    #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
  }
}

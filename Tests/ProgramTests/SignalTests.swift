import Glibc
import Testing

@Suite("The built program: Ctrl-C")
struct SignalTests {
  /// More draws than any machine does in the half second until the signal comes.
  private static let endless = SmallScenario.text + "\n[run]\ndraws = 4294967295\n"

  @Test("A run that is stopped ends soon, says so and leaves nothing behind", arguments: [SIGINT, SIGTERM, SIGHUP])
  func stopped(signal: Int32) throws {
    let bench = try Workbench()
    let run = try bench.run(
      ["run", BuiltProgram.package + "/Scenarios/pakistan-us-2025", "--draws", "200000000"], interruptedBy: signal)
    #expect(run.ending == .exit(75), "\(run)")
    #expect(run.errors == "tariffsim: interrupted; nothing half done was left behind\n", "\(run)")
    #expect(run.output.isEmpty, "\(run)")
    #expect(try bench.names().isEmpty)
  }

  @Test("An earlier result outlives a run that is stopped")
  func earlierResult() throws {
    let bench = try Workbench(["small.toml": Self.endless])
    let first = try bench.run("run", "small.toml", "--draws", "1000", "--quiet")
    try #require(first.ending == .exit(0), "\(first)")
    let before = try bench.bytes("results/small/summary.json")
    let run = try bench.run(["run", "small.toml"], interruptedBy: SIGINT)
    #expect(run.ending == .exit(75), "\(run)")
    #expect(try bench.names(in: "results") == ["small"])
    #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
    #expect(try bench.bytes("results/small/summary.json").elementsEqual(before))
  }

  @Test("A batch that is stopped keeps what was finished and starts nothing more")
  func batch() throws {
    let bench = try Workbench([
      "quick.toml": SmallScenario.text + "\n[run]\ndraws = 1000\n", "endless.toml": Self.endless, "last.toml": SmallScenario.text,
    ])
    let run = try bench.run(["run", "quick.toml", "endless.toml", "last.toml"], interruptedBy: SIGINT)
    #expect(run.ending == .exit(75), "\(run)")
    #expect(try bench.names(in: "results") == ["quick"])
    #expect(run.output.hasPrefix("Batch: 1 of 3 finished"), "\(run)")
    #expect(!run.errors.contains("[3/3]"), "\(run)")
  }
}

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

  /// Twenty moments are spread over the processor time of a large run.
  ///
  /// Loading, compiling, the pilot, blocks, summaries and writing each take a good part of a second. A generator with a fixed seed
  /// chooses a place in each twentieth.
  @Test("In whatever phase a large run is, it obeys within half a second")
  func everyPhase() throws {
    let bench = try Workbench(["large.toml": Self.large(lines: 20_000, scenarios: 1)])
    let arguments = ["run", "large.toml", "--draws", "17000", "--threads", "2", "--quiet"]
    let whole = try bench.processorSeconds(arguments + ["--output", "whole"])
    var state: UInt64 = 20_260_101
    for part in 0..<20 {
      // Knuth's MMIX generator; its top bits are a place in the part.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let moment = whole * (Double(part) + Double(state >> 40) * 0x1p-24) / 20
      let signal = part.isMultiple(of: 2) ? SIGTERM : SIGINT
      let answer = try bench.run(arguments + ["--output", "part-\(part)"], interruptedBy: signal, after: moment)
      // One run takes a little less than another, and may be over.
      if moment > 0.8 * whole, answer.transcript.ending == .exit(0) { continue }
      #expect(answer.transcript.ending == .exit(75), "after \(moment) of \(whole) s: \(answer.transcript)")
      // Half a second of work; by the clock on the wall a busy machine is given three times as long.
      #expect(answer.processorSeconds < 0.5 && answer.seconds < 1.5, "after \(moment) of \(whole) s: \(answer)")
      #expect(try !bench.names().contains("part-\(part)"))
    }
  }

  private static func large(lines: Int, scenarios: Int) -> String {
    SmallScenario.text
      + (0..<lines).map {
        """
        [[exports.lines]]
        id = "L\($0)"
        hs = "\(100_000 + $0)"
        value = \(10 + $0 % 97)
        duty = 0.0\(1 + $0 % 9)
        elasticity = "0.8 to 1.6"

        """
      }.joined()
      + (0..<scenarios).map { "[[scenarios]]\nname = \"s\($0)\"\nmeasures = { reciprocal = 0.\($0 + 1) }\n" }.joined()
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

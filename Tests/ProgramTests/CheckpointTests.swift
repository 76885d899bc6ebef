import Glibc
import Testing

@Suite("The built program: checkpoints", .serialized)
struct CheckpointTests {
  private static let scenario = BuiltProgram.package + "/Scenarios/pakistan-us-2025"
  private static let result = "pakistan-us-2025"
  /// Enough draws for several seconds on one thread, so that a checkpoint is written long before the end.
  private static let draws = ["--draws", "600000", "--quiet"]

  private func expectWhole(_ bench: borrowing Workbench, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let whole = try bench.run(["run", Self.scenario, "--output", "whole"] + Self.draws)
    try #require(whole.ending == .exit(0), "\(whole)", sourceLocation: sourceLocation)
    for file in BuiltProgram.invariantFiles {
      try bench.expectSame("\(Self.result)/\(file)", in: "whole", and: "results", sourceLocation: sourceLocation)
    }
  }

  @Test("A run that is killed goes on from its checkpoint and ends with the same bytes")
  func killed() throws {
    let bench = try Workbench()
    let command = ["run", Self.scenario, "--checkpoint", "kept"] + Self.draws
    let killed = try bench.run(command + ["--threads", "1"], killedWhenThereIs: "kept")
    try #require(killed.ending == .signal(SIGKILL), "\(killed)")
    let kept = try bench.bytes("kept")
    // Killed again, on other threads: the second process starts where the first was.
    let again = try bench.run(command, interruptedBy: SIGKILL)
    try #require(again.ending == .signal(SIGKILL), "\(again)")
    // The holds of the killed runs, without anything in them, go with the next run.
    #expect(try bench.names(in: "results").allSatisfy { $0.hasPrefix(".\(Self.result).partial-") })
    let resumed = try bench.run(command)
    #expect(resumed.ending == .exit(0) && resumed.errors.isEmpty, "\(resumed)")
    #expect(!kept.isEmpty)
    #expect(try !bench.names().contains("kept") && bench.names(in: "results") == [Self.result])
    try expectWhole(bench)
  }

  @Test("A shard that is interrupted says where it keeps what was done, and goes on from there")
  func interrupted() throws {
    let bench = try Workbench()
    let shard = ["run", Self.scenario, "--checkpoint", "kept", "--shard", "2/2"] + Self.draws
    let stopped = try bench.run(shard, interruptedBy: SIGINT)
    #expect(stopped.ending == .exit(75), "\(stopped)")
    // Where keeping takes more than a tenth of a second, as on a busy machine, that is told first.
    let waiting = "tariffsim: interrupted; what was done is being kept in kept\n"
    let told = stopped.errors.hasPrefix(waiting) ? stopped.errors.dropFirst(waiting.count) : stopped.errors[...]
    #expect(
      told == "tariffsim: interrupted; kept keeps what was done, and the same command goes on from there\n", "\(stopped)")
    #expect(try stopped.output.isEmpty && bench.names() == ["kept"], "\(stopped)")
    let resumed = try bench.run(shard)
    try #require(resumed.ending == .exit(0), "\(resumed)")
    #expect(try bench.names() == ["results"])
    let first = try bench.run(["run", Self.scenario, "--shard", "1/2"] + Self.draws)
    try #require(first.ending == .exit(0), "\(first)")
    let parts = [1, 2].map { "results/\(Self.result).shard-\($0)-of-2.part" }
    let merged = try bench.run(["merge", "--quiet"] + parts)
    try #require(merged.ending == .exit(0), "\(merged)")
    try expectWhole(bench)
  }

  @Test("A checkpoint of another seed is refused, and kept")
  func otherSeed() throws {
    let bench = try Workbench()
    let command = ["run", Self.scenario, "--checkpoint", "kept"] + Self.draws
    try #require(try bench.run(command, interruptedBy: SIGINT).ending == .exit(75))
    let run = try bench.run(command + ["--seed", "2"])
    #expect(run.ending == .exit(65), "\(run)")
    #expect(run.errors.hasPrefix("tariffsim: kept is the checkpoint of another run: seed "), "\(run)")
    #expect(try bench.names() == ["kept"])
  }
}

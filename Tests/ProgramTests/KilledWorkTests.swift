import FoundationEssentials
import Glibc
import Testing

/// Kills at moments over the whole of the work; `TARIFFSIM_KILLS` says how many, and `TARIFFSIM_KILL_SEED` from which moments.
@Suite("The built program: killed at any moment of a run in parts", .serialized)
struct KilledWorkTests {
  /// The numbers of a linear congruential generator (Knuth's MMIX), from 0 up to 1.
  private struct Moments {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
  }

  private static func setting(_ name: String, default value: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
  }

  /// Every command is killed and given again until it ends by itself: shards with checkpoints, then the merge.
  @Test("However often the commands are killed and given again, the merge has the bytes of one run", .timeLimit(.minutes(10)))
  func kills() throws {
    var moments = Moments(state: UInt64(Self.setting("TARIFFSIM_KILL_SEED", default: 16)))
    let wanted = Self.setting("TARIFFSIM_KILLS", default: 100)
    var kills = 0
    while kills < wanted {
      let bench = try Workbench(["small.toml": SmallScenario.text])
      let draws = ["--draws", "\(20_000 + Int(moments.next() * 60_000))", "--quiet"]
      let start = ContinuousClock.now
      try #require(try bench.run(["run", "small.toml", "-o", "whole"] + draws).ending == .exit(0))
      let whole = (ContinuousClock.now - start) / .seconds(1)
      let shards = [1, 2].map { ["run", "small.toml", "--shard", "\($0)/2", "--checkpoint", "kept\($0)"] + draws }
      for command in shards + [["merge", "results", "-q"]] {
        var attempts = 0
        while true {
          // Later attempts have longer, so that each comes to its end.
          let killed = try bench.run(command, killedAfter: moments.next() * whole * (1 + 0.25 * Double(attempts)))
          attempts += 1
          if killed.ending == .exit(0) { break }
          try #require(killed.ending == .signal(SIGKILL) && killed.errors.isEmpty, "\(kills): \(killed)")
          kills += 1
        }
      }
      let left = try bench.names(in: "results")
      #expect(left == ["small", "small.shard-1-of-2.part", "small.shard-2-of-2.part"], "\(kills): \(left)")
      for file in BuiltProgram.invariantFiles { try bench.expectSame("small/\(file)", in: "whole", and: "results") }
    }
  }
}

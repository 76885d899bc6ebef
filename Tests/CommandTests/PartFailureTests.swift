import Analysis
import ByteCoding
import CommandLineKit
import PartFiles
import Simulation
import TariffSimCommands
import Testing

@Suite("Messages about parts and checkpoints")
struct PartFailureTests {
  private static let seeds = RunIdentity.Difference(aspect: .seed, first: "1", second: "2")

  private static func shard(_ index: Int, of count: Int) -> Shard { Shard(index, of: count) ?? .whole }

  @Test(
    "every message, with the code for bad input",
    arguments: [
      (.unreadable(path: "a", .foreign), "a is neither a part nor a checkpoint of this program, and is left alone"),
      (.unreadable(path: "a", .otherForm(7)), "a has the form of version 7, and this program reads version 4"),
      (
        .unreadable(path: "a", .damaged(.init("its checksum is wrong"))),
        "a is damaged (its checksum is wrong); remove it, and compute it again"
      ),
      (.differentRuns("a", "b", seeds), "a and b are parts of different runs: seed 1 in the first, 2 in the second"),
      (.sameShard("a", "b", shard(3, of: 8)), "a and b are both shard 3 of 8"),
      (
        .differentCounts("a", shard(1, of: 1), "b", shard(2, of: 3)),
        "a is a whole run and b is shard 2 of 3: they are parts of different cuts"
      ),
      (.missing(path: "a", indices: [5], count: 8), "shard 5 of 8 is missing; a is one of the others"),
      (
        .missing(path: "a", indices: [3, 17, 40, 41, 42], count: 64),
        "shards 3, 17 and 40–42 of 64 are missing; a is one of the others"
      ),
      (.missing(path: "a", indices: Array(2...14), count: 14), "shards 2–14 of 14 are missing; a is one of the others"),
      (.missing(path: "a", indices: [2, 3], count: 4), "shards 2 and 3 of 4 are missing; a is one of the others"),
      (
        .missing(path: "a", indices: Array(stride(from: 1, to: 100, by: 2)), count: 100),
        "shards \(stride(from: 1, to: 80, by: 2).map(String.init).joined(separator: ", ")) and 10 more of 100 are missing; a is "
          + "one of the others"
      ),
      (
        .unfinished(path: "a", blocksDone: 3, blocks: 40),
        "a is a checkpoint with 3 of 40 blocks done; give its run's command again to finish it"
      ),
      (
        .otherProgram(path: "a", .init(aspect: .program, first: "0.1.0", second: "0.2.0 of commit c")),
        "a is the work of another program: program 0.1.0 there, 0.2.0 of commit c here"
      ),
      (
        .otherDraws("a", "b"),
        "a and b drew the first numbers of the run differently: their machines do not compute alike"
      ),
      (
        .checkpointOfAnother(path: "a", seeds),
        "a is the checkpoint of another run: seed 1 there, 2 here; give that run's options, or remove the file to start afresh"
      ),
      (
        .checkpointOfShard(path: "a", shard(1, of: 2), wanted: .whole),
        "a is the checkpoint of shard 1 of 2, not of a whole run; each shard needs a checkpoint of its own"
      ),
      (
        .checkpointOfOtherDraws(path: "a"),
        "a was written where the first numbers of the run are drawn differently; go on there, or remove the file to start afresh"
      ),
    ] as [(PartFailure, String)])
  func messages(failure: PartFailure, message: String) {
    let failure = CommandFailure.part(failure)
    #expect(failure.message == "tariffsim: \(message)\n")
    #expect(failure.exitCode == .badInput)
  }
}

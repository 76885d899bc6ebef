import Analysis
import CommandLineKit
import FoundationEssentials
import PartFiles
import Reporting
import ScenarioFiles
import Simulation
import TariffSimCommands
import Testing

@Suite("The commands run --shard, run --checkpoint and merge")
struct ShardCommandTests {
  /// A folder with `a.toml` and `b.toml`, removed afterwards.
  private func withFiles(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for name in ["a.toml", "b.toml"] { #expect(FileManager.default.createFile(atPath: path + "/" + name, contents: Data())) }
    try body(path)
  }

  private func names(_ path: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  private func bytes(_ path: String) throws -> [UInt8] { Array(try #require(FileManager.default.contents(atPath: path))) }

  @Test("parts are named after their shard and hold what determines the result; merge makes the folder and the report of run")
  func parts() throws {
    try withFiles { path in
      for index in [2, 1] {
        let transcript = run(["run", path + "/a.toml", "-o", path + "/out", "-t", "3", "--set", "x=1", "--shard", "\(index)/2"])
        #expect(transcript.code == .success && transcript.errors.isEmpty)
        #expect(
          transcript.output == """
            Shard \(index) of 2: \(index == 1 ? 512 : 488) of 1,000 draws, in \(path)/out/a.shard-\(index)-of-2.part.
            When all parts are there, tariffsim merge takes them in any order.

            """)
      }
      try #expect(names(path + "/out") == ["a.shard-1-of-2.part", "a.shard-2-of-2.part"])
      let part = try PartFile(decoding: bytes(path + "/out/a.shard-2-of-2.part"))
      #expect(part.identity.overrides == [.init(path: "x", value: "1")] && part.identity.plan.seed == 7)
      #expect(part.identity.files.map(\.bytes) == [Array("title".utf8)] && part.identity.programVersion == ProgramVersion.text)
      #expect(part.identity.arithmetic == "fused" && part.identity.blasCore == "ZEN")
      #expect(part.origin == .init(stem: "a", argument: path + "/a.toml"))
      #expect(part.record.threads == 3 && part.record.instructionSet == "v3" && part.record.wallSeconds > 0)

      let parts = ["/out/a.shard-2-of-2.part", "/out/a.shard-1-of-2.part"].map { path + $0 }
      let merged = run(["merge"] + parts + ["-o", path + "/merged"])
      let whole = run(["run", path + "/a.toml", "-o", path + "/merged", "--set", "x=1"])
      #expect(merged.code == .success && merged.errors.isEmpty && merged.output == whole.output)
      for format in ["json", "csv"] {
        let merged = run(["merge"] + parts + ["-o", path + "/merged", "-f", format])
        let whole = run(["run", path + "/a.toml", "-o", path + "/whole", "--set", "x=1", "-f", format])
        #expect(merged.output == whole.output && !merged.output.isEmpty)
      }
      for name in ["assumptions.csv", "percentiles.csv", "statistics.csv", "summary.json"] {
        #expect(try bytes(path + "/merged/a/" + name) == bytes(path + "/whole/a/" + name), "\(name)")
      }
      let record = String(decoding: try bytes(path + "/merged/a/run.json"), as: UTF8.self)
      #expect(
        record.contains("\"shards\": [\n    {\"threads\": 3, \"instructionSet\": \"v3\", \"openBLASVersion\": \"0.3.21\", "))
      let quiet = run(["merge"] + parts + ["-o", path + "/merged", "--quiet"])
      #expect(quiet.code == .success && quiet.output.isEmpty && quiet.errors.isEmpty)
      let stopped = run(["merge"] + parts + ["-o", path + "/stopped"], isInterrupted: true)
      #expect(stopped.code == .interrupted)
      #expect(stopped.errors == "tariffsim: interrupted; nothing half done was left behind\n" && stopped.output.isEmpty)
      try #expect(!names(path).contains("stopped"))
    }
  }

  @Test("a part that is not there, no part, and a foreign folder have their messages and codes")
  func mergeFailures() throws {
    try withFiles { path in
      let missing = run(["merge", path + "/none.part"])
      #expect(missing.code == .missingFile && missing.errors == "tariffsim: \(path)/none.part: No such file or directory\n")
      let foreign = run(["merge", path + "/a.toml"])
      #expect(foreign.code == .badInput)
      #expect(
        foreign.errors == "tariffsim: \(path)/a.toml is neither a part nor a checkpoint of this program, and is left alone\n")
      #expect(run(["run", path + "/a.toml", "-o", path, "--shard", "1/1"]).code == .success)
      try FileManager.default.createDirectory(atPath: path + "/out/a", withIntermediateDirectories: true)
      #expect(FileManager.default.createFile(atPath: path + "/out/a/mine.txt", contents: Data()))
      let taken = run(["merge", path + "/a.shard-1-of-1.part", "-o", path + "/out"])
      #expect(taken.code == .cannotWrite)
      #expect(
        taken.errors
          == "tariffsim: \(path)/out/a holds no result of this program and is left alone; choose another place with --output\n")
    }
  }

  @Test("parts that do not make one run are refused")
  func mergeRefusals() throws {
    try withFiles { path in
      func part(_ shard: String, _ more: String...) throws -> String {
        let folder = path + "/" + shard.replacing("/", with: "-") + more.joined()
        #expect(run(["run", path + "/a.toml", "-o", folder, "--shard", shard] + more).code == .success)
        return try folder + "/" + #require(names(folder).first)
      }
      func errors(_ parts: String...) -> String {
        let transcript = run(["merge"] + parts + ["-o", path + "/out"])
        #expect(transcript.code == .badInput && transcript.output.isEmpty)
        return transcript.errors
      }
      let (first, second) = (try part("1/2"), try part("2/2"))
      #expect(errors(first) == "tariffsim: shard 2 of 2 is missing; \(first) is one of the others\n")
      #expect(errors(second, first, second) == "tariffsim: \(second) and \(second) are both shard 2 of 2\n")
      let seeded = try part("2/2", "--seed=8")
      #expect(
        errors(first, seeded)
          == "tariffsim: \(first) and \(seeded) are parts of different runs: seed 7 in the first, 8 in the second\n")
      let third = try part("3/3")
      #expect(
        errors(first, third)
          == "tariffsim: \(first) is shard 1 of 2 and \(third) is shard 3 of 3: they are parts of different cuts\n")
      var old = try PartFile(decoding: bytes(first))
      let commit = old.identity.commit.map { " of commit \($0)" } ?? ""
      old.identity.programVersion = "0.0.9"
      let oldPath = path + "/old.part"
      #expect(FileManager.default.createFile(atPath: oldPath, contents: Data(old.encoded)))
      #expect(
        errors(oldPath, second)
          == "tariffsim: \(oldPath) and \(second) are parts of different runs: program 0.0.9\(commit) in the first, "
          + "\(ProgramVersion.text)\(commit) in the second\n")
      old.shard = .whole
      old.partial.blocks = old.share
      #expect(FileManager.default.createFile(atPath: oldPath, contents: Data(old.encoded)))
      #expect(
        errors(oldPath)
          == "tariffsim: \(oldPath) is the work of another program: program 0.0.9\(commit) there, "
          + "\(ProgramVersion.text)\(commit) here\n")
      // A run whose further passes are not done is no part, though all blocks of its first pass are there.
      old.identity.programVersion = ProgramVersion.text
      old.identity.plan.seeksExactPercentiles = true
      #expect(FileManager.default.createFile(atPath: oldPath, contents: Data(old.encoded)))
      #expect(
        errors(oldPath)
          == "tariffsim: \(oldPath) is a checkpoint with 2 of 2 blocks done; give its run's command again to finish it\n")
      old.identity.plan.seeksExactPercentiles = false
      old.partial.blocks = 0..<1
      #expect(FileManager.default.createFile(atPath: oldPath, contents: Data(old.encoded)))
      #expect(
        errors(oldPath)
          == "tariffsim: \(oldPath) is a checkpoint with 1 of 2 blocks done; give its run's command again to finish it\n")
      try #expect(!names(path).contains("out"))
    }
  }

  @Test("options that do not go together are refused before anything runs")
  func contradictions() throws {
    try withFiles { path in
      let (a, b) = (path + "/a.toml", path + "/b.toml")
      for (arguments, message) in [
        ([a, b, "--shard", "1/2"], "--shard is a share of one run, and there are 2 files: run them one by one"),
        ([a, b, "--checkpoint", path + "/c"], "--checkpoint keeps one run, and there are 2 files: run them one by one"),
        (
          [a, "--shard", "1/2", "--exact-percentiles"],
          "--exact-percentiles needs all draws, and a shard has its share: leave one of the two out"
        ),
        ([a, "--shard", "1/2", "--dry-run"], "--dry-run tells of the whole run: leave --shard out"),
        ([a, "--shard", "1/2", "-f", "json"], "--format json prints a result, and a shard is none: use it with merge"),
      ] {
        let transcript = run(["run"] + arguments + ["-o", path + "/out"])
        #expect(transcript.code == .usage)
        #expect(transcript.errors == "tariffsim: \(message)\nTry 'tariffsim help run'.\n")
      }
      try #expect(names(path) == ["a.toml", "b.toml"])
    }
  }

  @Test("an earlier part is replaced, a file of the user's is not")
  func partPlace() throws {
    try withFiles { path in
      let shard = ["run", path + "/a.toml", "-o", path, "-q", "--shard", "1/2"]
      let place = path + "/a.shard-1-of-2.part"
      #expect(run(shard).code == .success && run(shard).code == .success)
      #expect(FileManager.default.createFile(atPath: place, contents: Data("mine".utf8)))
      let refused = run(shard)
      #expect(refused.code == .cannotWrite)
      #expect(
        refused.errors
          == "tariffsim: \(place) holds no result of this program and is left alone; choose another place with --output\n")
      try #expect(bytes(place) == Array("mine".utf8))
    }
  }

  @Test("a checkpoint is kept when the run is stopped, taken up by the same command, and removed in the end")
  func checkpoint() throws {
    try withFiles { path in
      let file = path + "/deep/a.checkpoint"
      let command = ["run", path + "/a.toml", "-o", path + "/out", "-q", "--checkpoint", file]
      let stopped = run(command, isInterrupted: true)
      #expect(stopped.code == .interrupted)
      #expect(stopped.errors == "tariffsim: interrupted; \(file) keeps what was done, and the same command goes on from there\n")
      try #expect(names(path) == ["a.toml", "b.toml", "deep"] && names(path + "/deep") == ["a.checkpoint"])
      let seconds = try PartFile(decoding: bytes(file)).record.wallSeconds
      let seeded = run(command + ["--seed", "8"])
      #expect(seeded.code == .badInput)
      #expect(
        seeded.errors
          == "tariffsim: \(file) is the checkpoint of another run: seed 7 there, 8 here; give that run's options, or remove the "
          + "file to start afresh\n")
      let shard = run(command + ["--shard", "1/2"])
      #expect(shard.code == .badInput)
      #expect(
        shard.errors
          == "tariffsim: \(file) is the checkpoint of a whole run, not of shard 1 of 2; each shard needs a checkpoint of its own\n"
      )
      let again = run(command)
      #expect(again.code == .success && again.errors.isEmpty)
      try #expect(names(path) == ["a.toml", "b.toml", "deep", "out"] && names(path + "/deep").isEmpty)
      #expect(seconds > 0)
    }
  }

  @Test("a shard takes up its checkpoint too")
  func shardCheckpoint() throws {
    try withFiles { path in
      let file = path + "/a.checkpoint"
      let command = ["run", path + "/a.toml", "-o", path + "/out", "-q", "--checkpoint", file, "--shard", "1/2"]
      #expect(run(command, isInterrupted: true).code == .interrupted)
      var kept = try PartFile(decoding: bytes(file))
      kept.partial.tallies = [9]
      kept.record.wallSeconds = 1_000
      #expect(FileManager.default.createFile(atPath: file, contents: Data(kept.encoded)))
      #expect(run(command).code == .success)
      let part = try PartFile(decoding: bytes(path + "/out/a.shard-1-of-2.part"))
      #expect(part.partial.tallies == [9] && part.record.wallSeconds > 1_000)
      try #expect(names(path) == ["a.toml", "b.toml", "out"])
    }
  }

  @Test(
    "a checkpoint in the way of the part is refused at once",
    arguments: [
      "/out/a.shard-1-of-2.part", "/./out//a.shard-1-of-2.part", "/link/a.shard-1-of-2.part", "/new/../out/a.shard-1-of-2.part",
      "/out/a.shard-1-of-2.part/c", "/out",
    ])
  func checkpointOnPart(place: String) throws {
    try withFiles { path in
      try FileManager.default.createSymbolicLink(atPath: path + "/link", withDestinationPath: "out")
      // A link is followed to a folder that is there.
      if place.hasPrefix("/link") {
        try FileManager.default.createDirectory(atPath: path + "/out", withIntermediateDirectories: false)
      }
      let before = try names(path)
      let refused = run(["run", path + "/a.toml", "-o", path + "/out", "--shard", "1/2", "--checkpoint", path + place])
      #expect(refused.code == .usage)
      #expect(
        refused.errors
          == "tariffsim: --checkpoint and the part would take the same place: keep it elsewhere\nTry 'tariffsim help run'.\n")
      try #expect(names(path) == before)
    }
  }

  @Test("a finished part stays, though the checkpoint's folder became the part's during the work")
  func partStays() throws {
    try withFiles { path in
      let pipeline = RunPipeline.fake(simulate: { _ throws(CommandFailure) in
        do {
          try FileManager.default.removeItem(atPath: path + "/other")
          try FileManager.default.createSymbolicLink(atPath: path + "/other", withDestinationPath: path + "/out")
        } catch {
          throw .internalError("no link could be made")
        }
      })
      let name = "/a.shard-1-of-2.part"
      let command = [
        "run", path + "/a.toml", "-o", path + "/out", "-q", "--shard", "1/2", "--checkpoint", path + "/other" + name,
      ]
      #expect(run(command, pipeline: pipeline).code == .success)
      let part = try PartFile(decoding: bytes(path + "/out" + name))
      #expect(part.partial.tallies == [2])
    }
  }

  @Test("a checkpoint in the way of the result is refused at once, one beside it is not")
  func checkpointInResult() throws {
    try withFiles { path in
      let command = ["run", path + "/a.toml", "-q", "-o", path + "/out", "--checkpoint"]
      for place in ["/out/a/c", "/out/./a/deep/c", "/out/b/../a/c"] {
        let refused = run(command + [path + place])
        #expect(refused.code == .usage, "\(place)")
        #expect(
          refused.errors
            == "tariffsim: --checkpoint lies in the result folder, which holds results only: keep it elsewhere\nTry 'tariffsim help run'.\n"
        )
      }
      for place in ["/out/a", "/out"] {
        let refused = run(command + [path + place])
        #expect(refused.code == .usage, "\(place)")
        #expect(
          refused.errors
            == "tariffsim: --checkpoint and the result folder would take the same place: keep it elsewhere\nTry 'tariffsim help run'.\n"
        )
      }
      try #expect(names(path) == ["a.toml", "b.toml"])
      #expect(run(command + [path + "/out/a.checkpoint"]).code == .success)
      try #expect(names(path + "/out") == ["a"])
    }
  }

  @Test("a checkpoint in a bad place is refused before the work")
  func checkpointPlace() throws {
    try withFiles { path in
      let pipeline = RunPipeline.fake(simulate: { _ throws(CommandFailure) in throw .internalError("the work began") })
      try FileManager.default.createDirectory(atPath: path + "/dir", withIntermediateDirectories: false)
      let folder = run(["run", path + "/a.toml", "-o", path + "/out", "--checkpoint", path + "/dir"], pipeline: pipeline)
      #expect(folder.code == .cannotWrite && folder.errors == "tariffsim: cannot write \(path)/dir: Is a directory\n")
      let below = run(["run", path + "/a.toml", "-o", path + "/out", "--checkpoint", path + "/b.toml/c"], pipeline: pipeline)
      #expect(below.code == .cannotWrite)
      #expect(below.errors == "tariffsim: cannot write \(path)/b.toml: Not a directory\n")
      let foreign = run(["run", path + "/a.toml", "-o", path + "/out", "--checkpoint", path + "/b.toml"], pipeline: pipeline)
      #expect(foreign.code == .badInput)
      #expect(
        foreign.errors == "tariffsim: \(path)/b.toml is neither a part nor a checkpoint of this program, and is left alone\n")
    }
  }
}

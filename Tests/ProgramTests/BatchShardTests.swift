import Testing

@Suite("The built program: shards of batch systems")
struct BatchShardTests {
  private func bench() throws -> Workbench { try Workbench(["small.toml": SmallScenario.text]) }

  private let options = ["--draws", "2000", "--shard", "auto", "--shards", "4"]

  @Test(
    "The index comes from the batch system, counted as it counts",
    arguments: [
      ("TARIFFSIM_SHARD_INDEX", "4"), ("SLURM_ARRAY_TASK_ID", "4"), ("AWS_BATCH_JOB_ARRAY_INDEX", "3"),
      ("JOB_COMPLETION_INDEX", "3"),
      ("BATCH_TASK_INDEX", "3"), ("CLOUD_RUN_TASK_INDEX", "3"), ("OMPI_COMM_WORLD_RANK", "3"),
    ])
  func index(variable: String, value: String) throws {
    let bench = try bench()
    let run = try bench.run(["run", "small.toml"] + options, environment: [variable: value])
    #expect(run.ending == .exit(0) && run.output.hasPrefix("Shard 4 of 4: "), "\(run)")
    #expect(try bench.names(in: "results") == ["small.shard-4-of-4.part"])
  }

  @Test("What the environment says wrongly is refused with a way out")
  func mistakes() throws {
    let bench = try bench()
    let cases: [([String: String], [String], String)] = [
      ([:], options, "--shard auto finds no index"),
      (["SLURM_ARRAY_TASK_ID": "0"], options, "submit the array as --array=1-4"),
      (["SLURM_ARRAY_TASK_ID": "5"], options, "the last of 4 shards is 4"),
      (["JOB_COMPLETION_INDEX": "4"], options, "the last of 4 shards is 3"),
      (["JOB_COMPLETION_INDEX": "-1"], options, "an index is a whole number from 0 to 3"),
      (["SLURM_ARRAY_TASK_ID": "2", "OMPI_COMM_WORLD_RANK": "2"], options, "says shard 2, and OMPI_COMM_WORLD_RANK shard 3"),
      (["SLURM_ARRAY_TASK_ID": "1"], ["--shard", "auto"], "--shard auto needs --shards N"),
      ([:], ["--shards", "4"], "--shards goes with --shard auto"), ([:], ["--shard", "4:4"], "or I:N counted from 0"),
    ]
    for (environment, options, words) in cases {
      let run = try bench.run(["run", "small.toml"] + options, environment: environment)
      #expect(run.ending == .exit(64) && run.errors.contains(words) && run.output.isEmpty, "\(environment) \(options): \(run)")
    }
    // Two that agree are one.
    let both = try bench.run(
      ["run", "small.toml"] + options, environment: ["SLURM_ARRAY_TASK_ID": "2", "OMPI_COMM_WORLD_RANK": "1"])
    #expect(both.ending == .exit(0), "\(both)")
  }

  @Test("A finished shard is not computed again; what is missing is told as arrays take it; a folder merges")
  func resubmission() throws {
    let bench = try bench()
    try bench.makeFolder("nothing")
    let empty = try bench.run("merge", "--missing", "nothing")
    #expect(empty.ending == .exit(66) && empty.errors.contains("nothing: there is no part in it"), "\(empty)")
    func shard(_ index: String) throws -> Transcript { try bench.run("run", "small.toml", "--draws", "20000", "--shard", index) }
    for index in ["1/9", "3:9", "4:9", "6/9"] { try #require(try shard(index).ending == .exit(0)) }
    let again = try shard("4/9")
    #expect(again.ending == .exit(0) && again.output.hasPrefix("Shard 4 of 9 is already done"), "\(again)")
    let missing = try bench.run("merge", "--missing", "results")
    #expect(missing.ending == .exit(0) && missing.output == "2-3,7-9\n", "\(missing)")
    #expect(try bench.run("merge", "--missing", "--zero-based", "results").output == "1-2,6-8\n")
    // One is damaged, one is of another run, one of another name.
    let bytes = try bench.bytes("results/small.shard-5-of-9.part")
    try bench.write(Array(bytes.dropLast(9)), to: "results/small.shard-5-of-9.part")
    try #require(
      try bench.run("run", "small.toml", "--draws", "20000", "--seed", "9", "--shard", "2/9", "-o", "x").ending == .exit(0))
    try bench.write(try bench.bytes("x/small.shard-2-of-9.part"), to: "results/small.shard-2-of-9.part")
    let check = try bench.run("merge", "--check", "results")
    #expect(check.ending == .exit(75) && check.output.contains("small: 3 of 9 shards are done\nmissing: 2-3,5,7-9\n"), "\(check)")
    #expect(check.output.contains("small.shard-5-of-9.part is damaged") && check.output.contains("seed 1"), "\(check)")
    let document = try bench.run("merge", "--check", "--format", "json", "results")
    #expect(document.output.contains("\"missing\": [2, 3, 5, 7, 8, 9]"), "\(document)")
    try bench.write(SmallScenario.text, to: "other.toml")
    try #require(try bench.run("run", "other.toml", "--draws", "20000", "--shard", "1/2").ending == .exit(0))
    let two = try bench.run("merge", "--missing", "results")
    #expect(two.ending == .exit(64) && two.errors.contains("say which with --name"), "\(two)")
    #expect(try bench.run("merge", "--missing", "results", "--name", "other").output == "2\n")
    // All that is missing is computed; then the folder is merged by name.
    for index in ["2/9", "3/9", "5/9", "7/9", "8/9", "9/9"] {
      let run = try bench.run("run", "small.toml", "--draws", "20000", "--shard", index, "--replace")
      try #require(run.ending == .exit(0), "\(run)")
    }
    let none = try bench.run("merge", "--missing", "results", "--name", "small")
    #expect(none.ending == .exit(0) && none.output.isEmpty, "\(none)")
    #expect(try bench.run("merge", "--check", "results", "--name", "small").ending == .exit(0))
    let merged = try bench.run("merge", "results", "--name", "small", "-q", "-o", "merged")
    try #require(merged.ending == .exit(0), "\(merged)")
    try #require(try bench.run("run", "small.toml", "--draws", "20000", "-q", "-o", "whole").ending == .exit(0))
    try bench.expectSame("small/percentiles.csv", in: "whole", and: "merged")
  }

  @Test("More shards than there is work: some parts are empty, and the result is the same")
  func emptyShards() throws {
    let bench = try bench()
    for index in 1...5 {
      let run = try bench.run("run", "small.toml", "--draws", "1000", "--shard", "\(index)/5")
      try #require(run.ending == .exit(0), "\(run)")
    }
    try #require(try bench.run("merge", "results", "-q", "-o", "merged").ending == .exit(0))
    try #require(try bench.run("run", "small.toml", "--draws", "1000", "-q", "-o", "whole").ending == .exit(0))
    try bench.expectSame("small/percentiles.csv", in: "whole", and: "merged")
  }
}

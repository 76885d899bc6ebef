import Testing

@Suite("The built program: a sweep in shards")
struct SweepShardTests {
  private let sweep = [
    "sweep", "small.toml", "--vary", "measures/reciprocal/rate=0%..30%:5%", "--vary", "parameters/demand=1,1.5", "--draws",
    "1000",
  ]

  @Test("The shards of any cut joined have the bytes of one sweep, and what is missing is named as arrays take it")
  func join() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    try #require(try bench.run(sweep + ["-q", "-o", "whole"]).ending == .exit(0))
    // Fourteen variants: the last of twenty shards have one each, six have none.
    for count in [1, 3, 20] {
      let place = "cut-\(count)"
      for index in 1...count where index != 2 {
        let run = try bench.run(sweep + ["--shard", "\(index)/\(count)", "-o", place])
        try #require(run.ending == .exit(0) && run.output.hasPrefix("Shard \(index) of \(count): "), "\(run)")
      }
      if count > 1 {
        let missing = try bench.run(sweep + ["--join", place, "-o", "joined"])
        let words = count == 3 ? "5 of 14 variants are in no part in cut-3: shards 2 are missing" : "1 of 14 variants"
        #expect(missing.ending == .exit(65) && missing.errors.contains(words), "\(missing)")
        let auto = try bench.run(
          sweep + ["--shard", "auto", "--shards", "\(count)", "-o", place], environment: ["SLURM_ARRAY_TASK_ID": "2"])
        try #require(auto.ending == .exit(0), "\(auto)")
        let again = try bench.run(sweep + ["--shard", "2/\(count)", "-o", place])
        #expect(again.ending == .exit(0) && again.output.contains("is already done"), "\(again)")
      }
      let joined = try bench.run(sweep + ["--join", place, "-o", "joined", "-q"])
      try #require(joined.ending == .exit(0) && joined.errors.isEmpty, "\(joined)")
      for name in ["sweep.csv", "summary.json"] {
        #expect(try bench.bytes("joined/small.sweep/\(name)") == bench.bytes("whole/small.sweep/\(name)"), "\(count): \(name)")
      }
    }
    // Parts of a sweep are no parts of a run, and the folder of both still merges.
    try #require(try bench.run("run", "small.toml", "--draws", "1000", "--shard", "1/1", "-q", "-o", "cut-3").ending == .exit(0))
    #expect(try bench.run("merge", "cut-3", "-q").ending == .exit(0))
  }

  @Test("Parts of another sweep, damaged ones and options that do not go together are refused")
  func refusals() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    for index in 1...2 { try #require(try bench.run(sweep + ["--shard", "\(index)/2", "-q"]).ending == .exit(0)) }
    let seeded = try bench.run(sweep + ["--seed", "2", "--join", "results", "-o", "x"])
    #expect(seeded.ending == .exit(65) && seeded.errors.contains("is a part of another sweep"), "\(seeded)")
    let taken = try bench.run(sweep + ["--seed", "2", "--shard", "1/2"])
    #expect(taken.ending == .exit(65) && taken.errors.contains("keeps another sweep"), "\(taken)")
    let replaced = try bench.run(sweep + ["--seed", "2", "--shard", "1/2", "--replace"])
    #expect(replaced.ending == .exit(0), "\(replaced)")
    let mixed = try bench.run(sweep + ["--join", "results", "-o", "x"])
    #expect(
      mixed.ending == .exit(65) && mixed.errors.contains("small.sweep.shard-1-of-2.variants is a part of another"), "\(mixed)")
    let name = "results/small.sweep.shard-2-of-2.variants"
    try bench.write(Array(try bench.bytes(name).dropLast(3)), to: name)
    let damaged = try bench.run(sweep + ["--join", "results", "-o", "x"])
    #expect(damaged.ending == .exit(65) && damaged.errors.contains("of-2.variants is "), "\(damaged)")
    let cases: [([String], String)] = [
      (["--shard", "1/2", "--join", "results"], "leave --shard out"),
      (["--shard", "1/2", "--checkpoint", "c"], "leave --checkpoint out"),
      (["--shard", "1/2", "--dry-run"], "leave --dry-run out"), (["--shard", "1/2", "--format", "csv"], "use it with --join"),
      (["--shards", "2"], "--shards goes with --shard auto"),
    ]
    for (options, words) in cases {
      let run = try bench.run(sweep + options)
      #expect(run.ending == .exit(64) && run.errors.contains(words) && run.errors.contains("help sweep"), "\(options): \(run)")
    }
    let nowhere = try bench.run(sweep + ["--join", "none"])
    #expect(nowhere.ending == .exit(66), "\(nowhere)")
  }
}

import Testing

@Suite("The built program: where results go")
struct OutputPlaceTests {
  @Test("A result replaces an earlier one, and nothing else is left in the folder")
  func replaces() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    for draws in ["1000", "2000"] {
      let run = try bench.run("run", "small.toml", "--draws", draws)
      try #require(run.ending == .exit(0), "\(run)")
      #expect(try bench.text("results/small/summary.json").contains("\"draws\": \(draws),"))
      #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
      #expect(try bench.names(in: "results") == ["small"])
    }
  }

  @Test("A file in the place of the output folder is refused and stays")
  func outputIsFile() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text, "taken": "mine"])
    let run = try bench.run("run", "small.toml", "--draws", "1000", "--output", "taken")
    #expect(run.ending == .exit(73), "\(run)")
    #expect(run.errors == "tariffsim: taken/small is not a folder; choose another place with --output\n", "\(run)")
    #expect(try bench.text("taken") == "mine")
  }

  @Test("A foreign folder is refused and stays, also with --force", arguments: [[], ["--force"]])
  func foreign(more: [String]) throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    try bench.makeFolder("results/small")
    try bench.write("mine", to: "results/small/summary.json")
    let run = try bench.run(["run", "small.toml", "--draws", "1000"] + more)
    #expect(run.ending == .exit(73), "\(run)")
    #expect(
      run.errors
        == "tariffsim: results/small holds no result of this program and is left alone; choose another place with --output\n",
      "\(run)")
    #expect(try bench.text("results/small/summary.json") == "mine")
    #expect(try bench.names(in: "results") == ["small"])
  }

  @Test("A file of the user's beside an earlier result is kept until --force")
  func mixed() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let first = try bench.run("run", "small.toml", "--draws", "1000")
    try #require(first.ending == .exit(0), "\(first)")
    try bench.write("mine", to: "results/small/notes.txt")
    let kept = try bench.run("run", "small.toml", "--draws", "1000")
    #expect(kept.ending == .exit(73) && kept.errors.contains("notes.txt"), "\(kept)")
    #expect(try bench.text("results/small/notes.txt") == "mine")
    let forced = try bench.run("run", "small.toml", "--draws", "1000", "--force")
    #expect(forced.ending == .exit(0), "\(forced)")
    #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
  }

  /// The limit is four blocks of 512 or 1,024 bytes, as the shell counts; `summary.json`, which is written first, needs more.
  ///
  /// The signal that comes with it must not end the program before it has tidied up.
  @Test("A disk that takes no more is told, leaves nothing half written, and keeps the earlier result")
  func noRoom() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let limited = "ulimit -f 4; exec \"$0\" \"$@\""
    for earlier in [false, true] {
      let run = try bench.run(shell: limited, "run", "small.toml", "--draws", "1000", "--seed", "7")
      #expect(run.ending == .exit(73), "\(run)")
      #expect(run.errors.hasPrefix("tariffsim: cannot write results/.small.partial-"), "\(run)")
      #expect(run.errors.hasSuffix("/summary.json: File too large\n"), "\(run)")
      if earlier {
        #expect(try bench.names(in: "results") == ["small"])
        #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
        #expect(try bench.text("results/small/summary.json").contains("\"seed\": 1,"))
      } else {
        #expect(try bench.names() == ["small.toml"])
        let first = try bench.run("run", "small.toml", "--draws", "1000", "--quiet")
        try #require(first.ending == .exit(0), "\(first)")
      }
    }
  }
}

import Testing

@Suite("The built program: where results go")
struct OutputPlaceTests {
  @Test("A result replaces an earlier one of the same run, and nothing else is left in the folder")
  func replaces() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    for threads in ["1", "2"] {
      let run = try bench.run("run", "small.toml", "--draws", "1000", "--threads", threads)
      try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
      #expect(try bench.text("results/small/run.json").contains("\"threads\": \(threads),"))
      #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
      #expect(try bench.names(in: "results") == ["small"])
    }
  }

  /// What makes another run: an option, a number from the command line, and the file itself.
  @Test("A result of another run keeps its files at the first free place with a number, and that is told, with --quiet too")
  func otherRun() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    func run(_ more: String...) throws -> String {
      let run = try bench.run(["run", "small.toml", "--draws", "1000", "--quiet"] + more)
      try #require(run.ending == .exit(0) && run.output.isEmpty, "\(run)")
      return run.errors
    }
    #expect(try run().isEmpty)
    let first = try bench.bytes("results/small/summary.json")
    let moved = { (number: Int) in
      "tariffsim: the earlier result in results/small is of another run and stands in results/small-\(number) now\n"
    }
    #expect(try run("--seed", "2") == moved(2))
    #expect(try bench.bytes("results/small-2/summary.json") == first)
    #expect(try bench.names(in: "results/small-2") == BuiltProgram.resultFiles)
    #expect(try run("--set", "parameters/demand=1.5") == moved(3))
    try bench.write(SmallScenario.replacing("Small", with: "Other"), to: "small.toml")
    #expect(try run("--set", "parameters/demand=1.5") == moved(4))
    #expect(
      try run("--replace") == "tariffsim: the earlier result in results/small was of another run and was dropped, as --replace "
        + "says\n")
    #expect(try bench.names(in: "results") == ["small", "small-2", "small-3", "small-4"])
    #expect(try run("--replace").isEmpty)
  }

  @Test("A part of another run is refused and stays, and goes by --replace")
  func partOfAnotherRun() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let command = ["run", "small.toml", "--draws", "1000", "--shard", "1/2", "--quiet"]
    let part = "results/small.shard-1-of-2.part"
    try #require(try bench.run(command).ending == .exit(0))
    let first = try bench.bytes(part)
    let other = try bench.run(command + ["--seed", "2"])
    #expect(other.ending == .exit(73), "\(other)")
    #expect(
      other.errors
        == "tariffsim: \(part) is a part of another run: seed 1 there, 2 here; move it away, choose another place with "
        + "--output, or drop it with --replace\n", "\(other)")
    #expect(try bench.bytes(part) == first)
    let dropped = try bench.run(command + ["--seed", "2", "--replace"])
    #expect(dropped.ending == .exit(0), "\(dropped)")
    #expect(dropped.errors == "tariffsim: \(part) is a part of another run and is dropped\n", "\(dropped)")
    #expect(try bench.bytes(part) != first && bench.names(in: "results") == ["small.shard-1-of-2.part"])
  }

  @Test("run.json has the date, the command line as a shell takes it, and the scenario as it was named")
  func origin() throws {
    let bench = try Workbench(["a b.toml": SmallScenario.text])
    let run = try bench.run("run", "./a b.toml", "--quiet", "--set", "parameters/demand=0.8 to 1.2")
    try #require(run.ending == .exit(0), "\(run)")
    let record = try bench.text("results/a b/run.json")
    #expect(
      record.contains("\"command\": \"tariffsim run './a b.toml' --quiet --set 'parameters/demand=0.8 to 1.2'\","), "\(record)")
    #expect(record.contains("\"scenario\": \"./a b.toml\","), "\(record)")
    #expect(record.contains(/"date": "20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ",/), "\(record)")
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

import Testing

/// The ways out that failures of a run name, each taken.
@Suite("The built program: what a failure proposes is done")
struct FailureAdviceTests {
  private static let files = ["small.toml": SmallScenario.text, "other.toml": SmallScenario.text]
  private static let draws = ["--draws", "2000"]

  /// Options that do not go together, what is said, and every way out as a list of commands that must all succeed.
  private static let opposed: [(command: [String], words: String, ways: [[[String]]])] = [
    (
      ["run", "small.toml", "--shard", "1/2", "--exact-percentiles"], "leave one of the two out",
      [[["run", "small.toml", "--shard", "1/2"]], [["run", "small.toml", "--exact-percentiles"]]]
    ),
    (
      ["run", "small.toml", "--shard", "1/2", "--dry-run"], "leave --shard out", [[["run", "small.toml", "--dry-run"]]]
    ),
    (
      ["run", "small.toml", "--shard", "1/1", "--format", "json"], "use it with merge",
      [[["run", "small.toml", "--shard", "1/1"], ["merge", "results/small.shard-1-of-1.part", "--format", "json"]]]
    ),
    (
      ["run", "small.toml", "other.toml", "--shard", "1/2"], "run them one by one",
      [[["run", "small.toml", "--shard", "1/2"], ["run", "other.toml", "--shard", "1/2"]]]
    ),
    (
      ["run", "small.toml", "other.toml", "--checkpoint", "c"], "run them one by one",
      [[["run", "small.toml", "--checkpoint", "c"], ["run", "other.toml", "--checkpoint", "c"]]]
    ),
    (
      ["run", "small.toml", "--checkpoint", "results/small"], "keep it elsewhere", [[["run", "small.toml", "--checkpoint", "c"]]]
    ),
    (
      ["run", "small.toml", "--checkpoint", "results/small/c"], "keep it elsewhere",
      [[["run", "small.toml", "--checkpoint", "c"]]]
    ),
    (
      ["run", "small.toml", "--shard", "1/2", "--checkpoint", "results/small.shard-1-of-2.part"], "keep it elsewhere",
      [[["run", "small.toml", "--shard", "1/2", "--checkpoint", "c"]]]
    ),
    (
      ["run", "small.toml", "here/small.toml"], "run one by itself, with another --output",
      [[["run", "small.toml"], ["run", "here/small.toml", "--output", "elsewhere"]]]
    ),
    (
      ["validate", "small.toml", "other.toml", "--nearest-matrix", "m.csv"], "validate them one by one",
      [[["validate", "small.toml", "--nearest-matrix", "m.csv"], ["validate", "other.toml", "--nearest-matrix", "m.csv"]]]
    ),
  ]

  @Test("Options that do not go together", arguments: opposed.indices)
  func contradictions(index: Int) throws {
    let (command, words, ways) = Self.opposed[index]
    func run(_ command: [String], _ bench: borrowing Workbench) throws -> Transcript {
      try bench.run(command + (command.first == "run" ? Self.draws : []))
    }
    for way in [[command]] + ways {
      let bench = try Workbench(Self.files)
      try bench.makeFolder("here")
      try bench.write(SmallScenario.text, to: "here/small.toml")
      for step in way {
        let transcript = try run(step, bench)
        if step == command {
          #expect(transcript.ending == .exit(64) && transcript.errors.contains(words), "\(transcript)")
        } else {
          #expect(transcript.ending == .exit(0), "\(transcript)")
        }
      }
    }
  }

  @Test("A part of another run in the place: moved away, put elsewhere, or dropped", arguments: 0..<3)
  func takenPlace(way: Int) throws {
    let bench = try Workbench(Self.files)
    let shard = ["run", "small.toml", "--shard", "1/2"] + Self.draws
    try #expect(bench.run(shard).ending == .exit(0))
    let taken = try bench.run(shard + ["--seed", "2"])
    #expect(taken.ending == .exit(73), "\(taken)")
    #expect(taken.errors.contains("move it away, choose another place with --output, or drop it with --replace"), "\(taken)")
    if way == 0 { _ = try bench.run(shell: "mv results/small.shard-1-of-2.part away") }
    let followed = try bench.run(shard + ["--seed", "2"] + [[], ["--output", "elsewhere"], ["--replace"]][way])
    #expect(followed.ending == .exit(0), "\(followed)")
  }

  @Test("A part that is damaged is removed and computed again")
  func damagedPart() throws {
    let bench = try Workbench(Self.files)
    let shard = ["run", "small.toml", "--shard", "1/1"] + Self.draws
    let part = "results/small.shard-1-of-1.part"
    try #expect(bench.run(shard).ending == .exit(0))
    var bytes = try bench.bytes(part)
    bytes[bytes.count / 2] ^= 1
    try bench.write(bytes, to: part)
    let damaged = try bench.run("merge", part)
    #expect(damaged.ending == .exit(65) && damaged.errors.contains("remove it, and compute it again"), "\(damaged)")
    _ = try bench.run(shell: "rm \(part)")
    try #expect(bench.run(shard).ending == .exit(0))
    try #expect(bench.run("merge", part).ending == .exit(0))
  }

  @Test("A checkpoint in the place of a part: its run is finished by the same command")
  func unfinished() throws {
    let bench = try Workbench(Self.files)
    let run = ["run", "small.toml", "--draws", "300000000", "--checkpoint", "c"]
    let killed = try bench.run(run + ["--threads", "1"], killedWhenThereIs: "c")
    try #require(killed.ending != .exit(0), "\(killed)")
    let refused = try bench.run("merge", "c")
    #expect(refused.ending == .exit(65), "\(refused)")
    #expect(refused.errors.contains("give its run's command again to finish it"), "\(refused)")
    let followed = try bench.run(run)
    #expect(followed.ending == .exit(0), "\(followed)")
    try #expect(bench.names(in: "results/small").contains("summary.json"))
  }

  /// What another run left serves as a checkpoint that does not belong.
  @Test("The checkpoint of another run: that run's options, or a fresh start", arguments: [false, true])
  func foreignCheckpoint(removes: Bool) throws {
    let bench = try Workbench(Self.files)
    let shard = ["run", "small.toml", "--shard", "1/2"] + Self.draws
    try #expect(bench.run(shard).ending == .exit(0))
    _ = try bench.run(shell: "mv results/small.shard-1-of-2.part c")
    let refused = try bench.run(shard + ["--seed", "2", "--checkpoint", "c"])
    #expect(refused.ending == .exit(65), "\(refused)")
    #expect(refused.errors.contains("give that run's options, or remove the file to start afresh"), "\(refused)")
    if removes { _ = try bench.run(shell: "rm c") }
    let followed = try bench.run(shard + (removes ? ["--seed", "2"] : []) + ["--checkpoint", "c"])
    #expect(followed.ending == .exit(0), "\(followed)")
  }

  @Test("The checkpoint of another shard: each has its own")
  func checkpointOfShard() throws {
    let bench = try Workbench(Self.files)
    try #expect(bench.run(["run", "small.toml", "--shard", "1/2"] + Self.draws).ending == .exit(0))
    _ = try bench.run(shell: "mv results/small.shard-1-of-2.part c")
    let other = ["run", "small.toml", "--shard", "2/2"] + Self.draws
    let refused = try bench.run(other + ["--checkpoint", "c"])
    #expect(refused.ending == .exit(65) && refused.errors.contains("each shard needs a checkpoint of its own"), "\(refused)")
    try #expect(bench.run(other + ["--checkpoint", "c2"]).ending == .exit(0))
  }

  @Test(
    "Something else in the place of a checkpoint is named, and another place taken",
    arguments: [("mkfifo c", "a pipe"), ("ln -s nowhere c", "a link"), ("mkdir c", "Is a directory")])
  func otherCheckpoint(make: String, words: String) throws {
    let bench = try Workbench(Self.files)
    _ = try bench.run(shell: make)
    let refused = try bench.run("run", "small.toml", "--draws", "1000", "--checkpoint", "c")
    #expect(refused.ending == .exit(73) && refused.errors.contains(words), "\(refused)")
    try #expect(bench.run("run", "small.toml", "--draws", "1000", "--checkpoint", "c2").ending == .exit(0))
  }

  @Test("What stands in a result's place: moved away, lost with --force, or another place", arguments: 0..<3)
  func resultPlace(way: Int) throws {
    let bench = try Workbench(Self.files)
    let run = ["run", "small.toml"] + Self.draws
    try #expect(bench.run(run).ending == .exit(0))
    try bench.write("mine", to: "results/small/notes.txt")
    let refused = try bench.run(run)
    #expect(refused.ending == .exit(73), "\(refused)")
    #expect(refused.errors.contains("move it away, or lose it with --force"), "\(refused)")
    if way == 0 { _ = try bench.run(shell: "mv results/small/notes.txt .") }
    let followed = try bench.run(run + [[], ["--force"], ["--output", "elsewhere"]][way])
    #expect(followed.ending == .exit(0), "\(followed)")
  }

  @Test("A folder of someone else in a result's place, or a file: another place")
  func foreignPlace() throws {
    for make in ["mkdir -p results/small && touch results/small/a", "mkdir results && touch results/small"] {
      let bench = try Workbench(Self.files)
      _ = try bench.run(shell: make)
      let refused = try bench.run(["run", "small.toml"] + Self.draws)
      #expect(refused.ending == .exit(73) && refused.errors.contains("choose another place with --output"), "\(refused)")
      try #expect(bench.run(["run", "small.toml", "--output", "elsewhere"] + Self.draws).ending == .exit(0))
    }
  }

  @Test("Too many draws that do not solve: the range that is named is narrowed")
  func unsolved() throws {
    // With η = 0, σ = 2 and half of the market no subsidy brings 297·e more where e is above 1/0.99.
    let text = SmallScenario.text.replacing(
      "[[scenarios]]",
      with: """
        [parameters.e]
        value = { uniform = { lower = 0.02, upper = 1.02 } }

        [[imports.lines]]
        id = "i"
        value = 100
        tariff = 0.1
        elasticity = 1

        [[commitments]]
        name = "promise"
        amount = { parameter = "e", times = 297 }
        basis = "increment"
        importLine = "i"
        importDemandElasticity = 0
        substitution = 2
        partnerShare = 0.5

        [[scenarios]]
        """
    ).replacing("measures = [\"reciprocal\"]", with: "measures = [\"reciprocal\"]\ncommitments = [\"promise\"]")
    let bench = try Workbench(["small.toml": text, "narrow.toml": text.replacing("upper = 1.02", with: "upper = 1.01")])
    let refused = try bench.run("run", "small.toml", "--draws", "20000")
    #expect(refused.ending == .exit(65), "\(refused)")
    #expect(refused.errors.contains("the range of parameters/e causes it: from 1.01 to 1.02"), "\(refused)")
    #expect(refused.errors.contains(": narrow it"), "\(refused)")
    let followed = try bench.run("run", "narrow.toml", "--draws", "20000")
    #expect(followed.ending == .exit(0), "\(followed)")
  }

  @Test("An outcome beyond the doubles has its scenario's place, in a run, a plan, a shard and a merge")
  func overflow() throws {
    let line = "[[exports.lines]]\nid = \"x\"\nvalue = 1e308\nduty = 0.1\nelasticity = 1\n\n"
    let text = SmallScenario.text.replacing("value = 100", with: "value = 1e308").replacing(
      "[[imports.lines]]", with: line + "[[imports.lines]]")
    let bench = try Workbench(["small.toml": text])
    let place = try #require(text.split(separator: "\n", omittingEmptySubsequences: false).firstIndex(of: "[[scenarios]]")) + 1
    for options in [[], ["--dry-run"], ["--shard", "1/2"]] {
      let refused = try bench.run(["run", "small.toml"] + Self.draws + options)
      #expect(refused.ending == .exit(65), "\(refused)")
      #expect(
        refused.errors.hasPrefix("small.toml:\(place):1: scenarios/now: ")
          && refused.errors.contains("look for a value, elasticity or rate that is far too large")
          && refused.errors.hasSuffix(" in small.toml\n"), "\(refused)")
    }
    try bench.write(text.replacing("1e308", with: "100"), to: "small.toml")
    try #expect(bench.run(["run", "small.toml"] + Self.draws).ending == .exit(0))
  }

  @Test("Notes that say what to do are gone when it is done")
  func notes() throws {
    let two =
      SmallScenario.text.replacing("measures = [\"reciprocal\"]", with: "measures = { reciprocal = \"0.5 to 0.9\" }")
      + "\n[[scenarios]]\nname = \"later\"\nmeasures = { reciprocal = \"0.5 to 0.9\" }\n"
    let shared = two.replacing("\"0.5 to 0.9\"", with: "\"scale\"").replacing(
      "[parameters.demand]", with: "[parameters.scale]\nvalue = \"0.5 to 0.9\"\n\n[parameters.demand]")
    let cases: [(words: String, before: (String, [String]), after: [(String, [String])])] = [
      ("a shared parameter would give both the same draw", (two, ["--draws", "1000"]), [(shared, ["--draws", "1000"])]),
      ("1 draw is too few", (two, ["--draws", "1"]), [(two, ["--draws", "1000"])]),
      (
        "or state a larger shortfallPercent", (two, ["--draws", "1000", "--set", "run/shortfallPercent=0.01"]),
        [(two, ["--draws", "100000", "--set", "run/shortfallPercent=0.01"]), (two, ["--draws", "1000"])]
      ),
    ]
    for (words, before, after) in cases {
      let bench = try Workbench()
      for (text, options) in [before] + after {
        try bench.write(text, to: "small.toml")
        let run = try bench.run(["run", "small.toml"] + options)
        let output = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(run.ending == .exit(0) && output.contains(words) == (text == before.0 && options == before.1), "\(run)")
      }
    }
  }
}

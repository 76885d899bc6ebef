import FoundationEssentials
import Testing

@Suite("The built program: what was computed")
struct RememberedRunTests {
  private static let on = ["TARIFFSIM_LEDGER": "on"]

  private static func run(_ bench: borrowing Workbench, _ arguments: String...) throws -> Transcript {
    try bench.run(arguments, environment: on)
  }

  @Test("A run is remembered with its inputs, told apart from another in words, exported, repeated and forgotten")
  func remembered() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let first = try Self.run(bench, "run", "small.toml", "--draws", "2000", "-q")
    try #require(first.ending == .exit(0) && first.errors.isEmpty, "\(first)")
    try bench.write(SmallScenario.replacing("rate = 0.19", with: "rate = 0.5"), to: "small.toml")
    let second = try Self.run(bench, "run", "small.toml", "--draws", "2000", "-q", "--set", "parameters/demand=1.5")
    try #require(second.ending == .exit(0), "\(second)")
    let list = try Self.run(bench, "runs")
    #expect(list.ending == .exit(0) && list.output.ranges(of: "small-").count == 3 && list.output.contains("2,000"), "\(list)")
    // The first result was moved out of the way, and is found there.
    #expect(list.output.contains("results/small-2"), "\(list)")
    let shown = try Self.run(bench, "runs", "show", "2")
    #expect(shown.output.contains("--set parameters/demand=1.5") && shown.output.contains("results/small"), "\(shown)")
    let diff = try Self.run(bench, "runs", "diff", "1", "2")
    for words in [
      "small.toml has changed", "--set parameters/demand=1.5", "measures/reciprocal/rate: 0.19 → 0.5", "changed",
      "p50 of export_revenue",
    ] { #expect(diff.output.contains(words), "\(words): \(diff)") }
    let same = try Self.run(bench, "runs", "diff", "2", "2")
    #expect(same.output.contains("nothing differs") && same.output.contains("all the same"), "\(same)")
    let exported = try Self.run(bench, "runs", "export", "1", "old")
    #expect(exported.ending == .exit(0), "\(exported)")
    #expect(try bench.text("old/small.toml") == SmallScenario.text)
    let json = try Self.run(bench, "runs", "diff", "1", "2", "--format", "json")
    #expect(json.output.contains("\"verdict\": \"changed\""), "\(json)")
    let again = try Self.run(bench, "runs", "repeat", "2")
    #expect(again.ending == .exit(0), "\(again)")
    let unknown = try Self.run(bench, "runs", "show", "smal")
    #expect(unknown.ending == .exit(64) && unknown.errors.contains("did you mean 'small'?"), "\(unknown)")
    let pruned = try Self.run(bench, "runs", "prune", "--keep", "1")
    #expect(pruned.output.hasPrefix("2 entries forgotten"), "\(pruned)")
    #expect(try Self.run(bench, "runs", "--format", "csv").output.split(separator: "\n").count == 2)
  }

  @Test("A ledger that cannot be opened is told and stops nothing, and one that is not wanted is not there")
  func unusable() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let none = try Self.run(bench, "run", "small.toml", "--draws", "2000", "-q", "--no-ledger")
    #expect(none.ending == .exit(0) && none.errors.isEmpty, "\(none)")
    #expect(try bench.names(in: "results") == ["small"])
    let missing = try Self.run(bench, "runs")
    #expect(missing.ending == .exit(66) && missing.errors.contains("name the folder of results with --output"), "\(missing)")
    try bench.write(String(repeating: "no database ", count: 500), to: "results/ledger.sqlite")
    let run = try Self.run(bench, "run", "small.toml", "--draws", "2000", "-q")
    #expect(run.ending == .exit(0) && run.errors.contains("does not remember this result: file is not a database"), "\(run)")
    #expect(try bench.names(in: "results/small").contains("summary.json"))
  }

  @Test("Comparisons, sweeps and searches are remembered too")
  func questions() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text + "[[scenarios]]\nname = \"free\"\n"])
    for command in [
      ["compare", "small.toml"], ["sweep", "small.toml", "--vary", "measures/reciprocal/rate=0,0.1"],
      ["solve", "small.toml", "--vary", "measures/reciprocal/rate=0..1", "--until", "P50(export_revenue) < 90"],
    ] {
      let run = try bench.run(command + ["--draws", "2000", "-q"], environment: Self.on)
      try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    }
    let list = try Self.run(bench, "runs", "list")
    for word in ["small.comparison-", "small.sweep-", "small.goal-", "compare", "sweep", "solve"] {
      #expect(list.output.contains(word), "\(word): \(list)")
    }
  }

  @Test("A run whose result is there is answered from it by the same program, and computed where it is asked for or differs")
  func answered() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let first = try Self.run(bench, "run", "small.toml", "--draws", "2000")
    try #require(first.ending == .exit(0) && first.errors.isEmpty, "\(first)")
    let made = try bench.text("results/small/run.json")
    let again = try Self.run(bench, "run", "small.toml", "--draws", "2000")
    #expect(again.ending == .exit(0) && again.output == first.output, "\(again)")
    #expect(again.errors.contains("answered from results/small; --fresh computes it again"), "\(again)")
    #expect(try bench.text("results/small/run.json") == made)
    for other in [["--fresh"], ["--seed", "8"], ["--workbook"], ["--set", "measures/reciprocal/rate=0.2"]] {
      let run = try bench.run(["run", "small.toml", "--draws", "2000"] + other, environment: Self.on)
      #expect(run.ending == .exit(0) && !run.errors.contains("answered from"), "\(run)")
    }
    try bench.write(SmallScenario.replacing("rate = 0.19", with: "rate = 0.21"), to: "small.toml")
    let changed = try Self.run(bench, "run", "small.toml", "--draws", "2000")
    #expect(!changed.errors.contains("answered from") && changed.output != first.output, "\(changed)")
  }
}

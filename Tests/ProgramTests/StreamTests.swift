import FoundationEssentials
import Testing

@Suite("The built program: what it prints where")
struct StreamTests {
  /// The keys of `summary.json` that are looked at here.
  private struct Summary: Decodable {
    struct Origin: Decodable {
      var draws: Int
      var seed: Int
    }

    var schema: String
    var title: String
    var determinedBy: Origin
  }

  @Test("JSON on standard output is the summary and nothing else")
  func json() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run("run", "small.toml", "--draws", "1000", "--seed", "3", "--format", "json")
    try #require(run.ending == .exit(0), "\(run)")
    let summary = try JSONDecoder().decode(Summary.self, from: Data(run.output.utf8))
    #expect(summary.schema == "tariffsim.summary/1" && summary.title == "Small", "\(run)")
    #expect(summary.determinedBy.draws == 1000 && summary.determinedBy.seed == 3, "\(run)")
    #expect(run.output == (try bench.text("results/small/summary.json")), "\(run)")
  }

  @Test("CSV on standard output is the table of percentiles and nothing else")
  func csv() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run("run", "small.toml", "--draws", "1000", "--percentiles", "10,50,90", "--format", "csv")
    try #require(run.ending == .exit(0), "\(run)")
    #expect(run.output == (try bench.text("results/small/percentiles.csv")), "\(run)")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.first?.joined(separator: ",") == "scenario,period,outcome,group,unit,percentile,value,ci_low,ci_high,resolution")
    #expect(rows.count > 3 && rows.count % 3 == 1, "three percentiles an outcome: \(run)")
    for row in rows.dropFirst() {
      let numbers = row.dropFirst(5).dropLast().map { Double($0) }
      let isComplete = row.count == 10 && row.last == "" && numbers.allSatisfy { $0?.isFinite == true }
      #expect(isComplete, "\(row)")
    }
  }

  @Test("Away from a terminal there are no escape sequences and no progress bar")
  func plainText() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run("run", "small.toml", "--draws", "100000")
    try #require(run.ending == .exit(0), "\(run)")
    #expect(run.output.contains("export revenue") && run.output.contains("P95"), "\(run)")
    #expect(!run.output.utf8.contains(0x1B) && run.errors.isEmpty, "\(run)")
  }

  @Test("Quiet is quiet on both streams and still writes the result", arguments: ["text", "json", "csv"])
  func quiet(format: String) throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run("run", "small.toml", "--draws", "1000", "--format", format, "--quiet")
    #expect(run.ending == .exit(0) && run.output.isEmpty && run.errors.isEmpty, "\(run)")
    #expect(try bench.names(in: "results/small") == BuiltProgram.resultFiles)
  }

  @Test("A dry run prints the plan and writes nothing")
  func dryRun() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run("run", "small.toml", "--dry-run")
    #expect(run.ending == .exit(0) && run.output.contains("100,000") && run.errors.isEmpty, "\(run)")
    #expect(try bench.names() == ["small.toml"])
  }

  @Test("A dry run of a scenario in which all is certain promises no long wait")
  func dryRunWithoutDraws() throws {
    let bench = try Workbench(["small.toml": SmallScenario.replacing("elasticity = \"demand\"", with: "elasticity = 1.2")])
    let run = try bench.run("run", "small.toml", "--dry-run", "--draws", "4294967295")
    #expect(run.ending == .exit(0) && run.output.contains("under a second"), "\(run)")
  }

  @Test("Standard output that is full is told")
  func fullOutput() throws {
    let bench = try Workbench()
    let run = try bench.run(shell: "exec \"$0\" \"$@\" > /dev/full", "schema")
    #expect(run.ending == .exit(73), "\(run)")
    #expect(run.errors == "tariffsim: cannot write to standard output: No space left on device\n", "\(run)")
  }

  /// The schema is longer than a pipe holds, so the program meets the closed end.
  @Test("A reader that has read enough is no failure")
  func closedPipe() throws {
    let bench = try Workbench()
    let run = try bench.run(shell: "{ \"$0\" \"$@\"; echo \"code $?\" >&2; } | head -c 1", "schema")
    #expect(run.output == "{" && run.errors == "code 0\n", "\(run)")
  }
}

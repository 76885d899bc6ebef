import Testing

@Suite("The built program: sweeps")
struct SweepTests {
  private static let rate = "measures/reciprocal/rate"

  private func bench() throws -> Workbench {
    try Workbench([
      "small.toml": SmallScenario.text, "other.toml": SmallScenario.text.replacing("0.8 to 1.6", with: "1.0 to 2.0"),
    ])
  }

  /// The rows of a table, in cells; nothing in these tables is quoted.
  private func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test("The rows of a variant are those of a run with the same values, digit for digit")
  func agreesWithRuns() throws {
    let bench = try bench()
    let outcomes = "balance,export_revenue,export_revenue_change_pct"
    let sweep = try bench.run(
      "sweep", "small.toml", "other.toml", "--vary", "\(Self.rate)=0%..30%:15%", "--vary", "parameters/demand*=0.5,1", "--draws",
      "3000", "--outcomes", outcomes, "--quiet")
    try #require(sweep.ending == .exit(0) && sweep.errors.isEmpty, "\(sweep)")
    #expect(try bench.names(in: "results/small-and-other.sweep") == ["run.json", "summary.json", "sweep.csv"])
    let table = rows(try bench.text("results/small-and-other.sweep/sweep.csv"))
    let head = [
      "file", Substring(Self.rate), "parameters/demand*", "scenario", "period", "outcome", "group", "unit", "statistic",
    ]
    try #require(table[0].prefix(9) == head[...])
    var compared = 0
    for file in ["small", "other"] {
      for rate in ["0%", "15%", "30%"] {
        for factor in ["0.5", "1"] {
          let run = try bench.run(
            "run", "\(file).toml", "--set", "\(Self.rate)=\(rate)", "--set", "parameters/demand*=\(factor)", "--draws", "3000",
            "--quiet", "--replace")
          try #require(run.ending == .exit(0), "\(run)")
          let statistics = rows(try bench.text("results/\(file)/statistics.csv")).dropFirst().map {
            $0.prefix(6) + $0[6...9] + [""]
          }
          let percentiles = rows(try bench.text("results/\(file)/percentiles.csv")).dropFirst().map {
            $0.prefix(5) + ["p" + $0[5], $0[6], "", $0[7], $0[8], $0[9]]
          }
          let known = Set((statistics + percentiles).map { Array($0) })
          for row in table.dropFirst() where row.prefix(3) == [Substring(file), Substring(rate), Substring(factor)] {
            #expect(known.contains(Array(row[3...])), "\(row)")
            compared += 1
          }
        }
      }
    }
    // 2 × 3 × 2 variants, 3 outcomes, and of each 5 percentiles, 3 moments and 2 tails at least.
    #expect(compared == table.count - 1 && compared >= 12 * 3 * 10)
  }

  @Test("The bytes do not depend on threads and jobs", arguments: ["1000", "20000"])
  func threads(draws: String) throws {
    let bench = try bench()
    for (threads, jobs) in [("1", "1"), ("2", "1"), ("3", "3"), ("7", "2")] {
      let run = try bench.run(
        "sweep", "small.toml", "--vary", "\(Self.rate)=0%..50%:5%", "--draws", draws, "--threads", threads, "--jobs", jobs,
        "--quiet", "-o", "t\(threads)")
      try #require(run.ending == .exit(0), "\(run)")
      if threads != "1" { try bench.expectSame("sweep.csv", in: "t1/small.sweep", and: "t\(threads)/small.sweep") }
      if threads != "1" { try bench.expectSame("summary.json", in: "t1/small.sweep", and: "t\(threads)/small.sweep") }
    }
  }

  @Test("A sweep that was killed goes on, and ends with the same bytes")
  func resumes() throws {
    let bench = try bench()
    let arguments = [
      "sweep", "small.toml", "--vary", "\(Self.rate)=0%..50%:0.125%", "--draws", "500000", "--jobs", "1", "--threads", "1",
      "--quiet",
    ]
    let whole = try bench.run(arguments + ["-o", "whole"])
    try #require(whole.ending == .exit(0), "\(whole)")
    let kept = arguments + ["-o", "kept", "--checkpoint", "c"]
    let killed = try bench.run(kept, killedWhenThereIs: "c")
    try #require(killed.ending == .signal(9), "\(killed)")
    let other = try bench.run(kept + ["--seed", "2"])
    #expect(other.ending == .exit(65) && other.errors.contains("c keeps another sweep"), "\(other)")
    let resumed = try bench.run(kept)
    try #require(resumed.ending == .exit(0), "\(resumed)")
    try bench.expectSame("sweep.csv", in: "whole/small.sweep", and: "kept/small.sweep")
    try bench.expectSame("summary.json", in: "whole/small.sweep", and: "kept/small.sweep")
    #expect(try !bench.names().contains("c"))
  }

  @Test("Lists that move together, differences from a variant, patterns, uses")
  func forms() throws {
    let bench = try bench()
    let together = try bench.run(
      "sweep", "small.toml", "--vary", "\(Self.rate)=0%,10%", "--vary", "exports/*/value=100,200", "--together", "--draws", "100",
      "--outcomes", "export_revenue", "--format", "csv")
    try #require(together.ending == .exit(0), "\(together)")
    #expect(Set(rows(together.output).dropFirst().map { "\($0[0]) \($0[1])" }) == ["0% 100", "10% 200"])
    let use = "scenarios/now/measures/reciprocal"
    let against = try bench.run(
      "sweep", "small.toml", "--vary", "\(use)=on,off", "--against", "\(use)=off", "--draws", "1000", "--outcomes",
      "export_revenue",
      "--format", "csv")
    try #require(against.ending == .exit(0), "\(against)")
    let table = rows(against.output)
    func value(_ use: String, _ statistic: String) throws -> Double {
      let row = try #require(table.first { $0[0] == use && $0[6] == statistic }, "\(use) \(statistic)")
      return try #require(Double(row[7]))
    }
    // The mean of the difference is the difference of the means.
    let (on, off, difference) = (try value("on", "mean"), try value("off", "mean"), try value("on", "difference_mean"))
    #expect(off == 100 && on < off && (difference - (on - off)).magnitude < 1e-9, "\(on) \(off) \(difference)")
    #expect(try value("off", "difference_mean") == 0)
  }

  @Test("A variant that fails is told with the reason, and the others have their rows")
  func failures() throws {
    let bench = try bench()
    let run = try bench.run("sweep", "small.toml", "--vary", "exports/6302/value=0,100", "--draws", "100")
    #expect(run.ending == .exit(65) && run.errors.contains("1 of 2 variants failed"), "\(run)")
    #expect(run.output.contains("Failed: 6302/value = 0: exports: the base values sum to 0"), "\(run)")
    let mean = try bench.run("sweep", "small.toml", "--vary", "parameters/demand.mean=-1", "--draws", "100", "-o", "mean")
    #expect(mean.ending == .exit(65) && mean.output.contains("or none of this sign, that could be moved"), "\(mean)")
    let folder = "results/small.sweep"
    #expect(
      try bench.text("\(folder)/failures.csv").contains(
        "0,\"exports: the base values sum to 0, so that a change has no percentage\""))
    #expect(rows(try bench.text("\(folder)/sweep.csv")).dropFirst().allSatisfy { $0[0] == "100" })
  }

  @Test("What is wrong is told with a way out, before any work")
  func mistakes() throws {
    let bench = try bench()
    let rate = Self.rate
    let cases: [(options: [String], code: Int32, words: String)] = [
      ([], 64, "nothing is varied: say --vary PATH=VALUES"),
      (["--vary", "\(rate)=0%..50%"], 64, "has no step; add one, as in 0%..50%:5%"),
      (["--vary", "\(rate)=50%..0%:5%"], 64, "the lower end stands first"),
      (["--vary", "\(rate)=1,,2"], 64, "a value is missing between commas"),
      (
        ["--vary", "measures/reciprocl/rate=1%"], 65,
        "--vary: measures/reciprocl/rate: names no number of the study; did you mean \(rate)?"
      ),
      (["--vary", "measures/reciprocal/name=x"], 65, "names no number of the study"),
      (["--vary", "\(rate)=10%,29"], 65, "--vary: \(rate): 29: is above 1 and not written as a percentage"),
      (["--vary", "\(rate)=1%", "--vary", "\(rate)=2%"], 65, "--vary: \(rate): 2%: is given twice"),
      (["--vary", "\(rate)=1%,2%", "--vary", "parameters/demand*=1,2,3", "--together"], 64, "--together needs as many values"),
      (["--vary", "\(rate)=1%", "--outcomes", "balanse"], 64, "did you mean 'balance'?"),
      (["--vary", "\(rate)=1%", "--scenarios", "nwo"], 64, "no scenario 'nwo': did you mean 'now'?"),
      (["--vary", "\(rate)=1%", "--against", "\(rate)=3%"], 64, "no variant has this value; there are 1%"),
      (["--vary", "\(rate)=1%", "--against", "x=3%"], 64, "it is not varied; there are \(rate)"),
      (["--vary", "\(rate)=0%..99.9999%:0.0001%"], 64, "1,000,000 variants of 100,000 draws would take about"),
      (["--vary", "parameters/demand*=-1"], 65, "must be 0 or above"),
    ]
    for (options, code, words) in cases {
      let run = try bench.run(["sweep", "small.toml"] + options)
      #expect(run.ending == .exit(code) && run.errors.contains(words) && run.output.isEmpty, "\(options): \(run)")
    }
    #expect(try bench.names() == ["other.toml", "small.toml"])
    let dry = try bench.run("sweep", "small.toml", "--vary", "\(rate)=0%..50%:5%", "--dry-run")
    #expect(dry.ending == .exit(0) && dry.output.hasPrefix("11 variants of 100,000 draws would take about "), "\(dry)")
  }
}

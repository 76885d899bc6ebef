import Testing

@Suite("The built program: pages")
struct PageTests {
  @Test("A page made with the run and one made later have the same bytes, for any number of threads")
  func sameBytes() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    var pages: [[UInt8]] = []
    var workbooks: [[UInt8]] = []
    for threads in ["1", "3"] {
      let folder = "t\(threads)"
      let run = try bench.run("run", "small.toml", "--report", "--draws", "2000", "--threads", threads, "-q", "-o", folder)
      try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
      pages.append(try bench.bytes("\(folder)/small/report.html"))
      workbooks.append(try bench.bytes("\(folder)/small/results.xlsx"))
    }
    let later = try bench.run("report", "t1/small")
    try #require(later.ending == .exit(0), "\(later)")
    #expect(later.output == "t1/small/report.html\nt1/small/results.xlsx\n")
    pages.append(try bench.bytes("t1/small/report.html"))
    workbooks.append(try bench.bytes("t1/small/results.xlsx"))
    #expect(pages[0] == pages[1] && pages[0] == pages[2])
    // The workbook names the run, which the command's threads do not change.
    #expect(workbooks[0] == workbooks[1] && workbooks[0] == workbooks[2])
    #expect(workbooks[0].starts(with: [0x50, 0x4B, 0x03, 0x04]))
    // The page is a part of the result, and a run without one takes its place.
    let again = try bench.run("run", "small.toml", "--draws", "2000", "-q", "-o", "t1")
    #expect(again.ending == .exit(0) && again.errors.isEmpty, "\(again)")
    let names = try bench.names(in: "t1/small")
    #expect(!names.contains("report.html") && !names.contains("results.xlsx"))
    _ = try bench.run("run", "small.toml", "--draws", "2000", "-q", "-o", "t1", "--workbook")
    let books = try bench.names(in: "t1/small")
    #expect(!books.contains("report.html") && books.contains("results.xlsx"))
  }

  @Test("Every chart is a drawing and a table")
  func charts() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    _ = try bench.run("run", "small.toml", "--draws", "2000", "-q")
    let run = try bench.run("report", "results/small", "--charts", "charts", "--quiet")
    try #require(run.ending == .exit(0) && run.output.isEmpty && run.errors.isEmpty, "\(run)")
    let names = try bench.names(in: "charts")
    let stems = names.filter { $0.hasSuffix(".svg") }.map { String($0.dropLast(4)) }
    #expect(stems.contains("change-balance_change") && stems.contains("level-export_revenue"))
    #expect(Set(names) == Set(stems.flatMap { [$0 + ".svg", $0 + ".csv"] }))
  }

  @Test("A folder that tells no result is told with a way out")
  func mistakes() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    _ = try bench.run("run", "small.toml", "--draws", "2000", "-q")
    let missing = try bench.run("report", "results")
    #expect(missing.ending == .exit(66) && missing.errors.contains("results/summary.json"), "\(missing)")
    #expect(missing.errors.contains("name a result folder, as in results/my-case"), "\(missing)")
    let several = try bench.run("report", "results/small", "results/small", "--charts", "c")
    #expect(several.ending == .exit(64) && several.errors.contains("--charts is one folder"), "\(several)")
    try bench.write("{}", to: "results/small/run.json")
    let damaged = try bench.run("report", "results/small")
    #expect(damaged.ending == .exit(65) && damaged.errors.contains("results/small/run.json: it does not say"), "\(damaged)")
  }

  @Test("A comparison, a sweep and a goal have pages too, and one made later has the same bytes")
  func answers() throws {
    let bench = try Workbench(["small.toml": SmallScenario.text + "[[scenarios]]\nname = \"free\"\n"])
    let questions = [
      ("comparison", ["compare", "small.toml", "--against", "free"], "difference-export_revenue"),
      ("sweep", ["sweep", "small.toml", "--vary", "measures/reciprocal/rate=0,0.1,0.2"], "sweep-export_revenue"),
      (
        "goal", ["solve", "small.toml", "--vary", "measures/reciprocal/rate=0..1", "--until", "P50(export_revenue) < 90"],
        "evaluations-1"
      ),
    ]
    for (name, command, chart) in questions {
      let run = try bench.run(command + ["--report", "--draws", "2000", "-q"])
      try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
      let folder = "results/small.\(name)"
      let first = try (bench.bytes("\(folder)/report.html"), bench.bytes("\(folder)/results.xlsx"))
      let later = try bench.run("report", folder, "--charts", "charts-\(name)", "-q")
      try #require(later.ending == .exit(0) && later.errors.isEmpty, "\(later)")
      #expect(try bench.bytes("\(folder)/report.html") == first.0, "\(name)")
      #expect(try bench.bytes("\(folder)/results.xlsx") == first.1, "\(name)")
      #expect(try bench.names(in: "charts-\(name)").contains(chart + ".csv"), "\(name)")
    }
    // The chart has the numbers of the table, digit for digit.
    let rows = try bench.text("results/small.comparison/comparisons.csv").split(separator: "\n").map { $0.split(separator: ",") }
    let median = try #require(rows.first { $0[1] == "export_revenue" && $0[7] == "difference_p50" })[8]
    let table = try bench.text("charts-comparison/difference-export_revenue.csv").split(separator: "\n")
    #expect(table[1].split(separator: ",")[3] == median)
  }

  @Test("The comparisons of a study come first on its page")
  func differencesFirst() throws {
    let own = """
      [[scenarios]]
      name = "free"

      [[comparisons]]
      scenarios = ["now", "free"]
      against = "free"

      """
    let bench = try Workbench(["small.toml": SmallScenario.text + own])
    let run = try bench.run("run", "small.toml", "--report", "--draws", "2000", "-q")
    try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    let page = try bench.text("results/small/report.html")
    let first = try #require(page.firstRange(of: "<figure>")).upperBound
    #expect(page[first...].hasPrefix("\n<h3>Export revenue: difference from free</h3>"), "\(page[first...].prefix(200))")
  }

  @Test("A page takes scenarios of several policies apart, and the folder keeps the steps")
  func waterfall() throws {
    let more = """
      [[measures]]
      name = "more"
      rate = 0.1

      [[scenarios]]
      name = "both"
      measures = ["more", "reciprocal"]

      """
    let bench = try Workbench(["small.toml": SmallScenario.text + more])
    let run = try bench.run("run", "small.toml", "--report", "--draws", "2000", "-q")
    try #require(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    let rows = try bench.text("results/small/waterfall.csv").split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    #expect(Set(rows.dropFirst().map { $0[0] }) == ["both"])
    #expect(
      rows.contains { $0[4...6] == ["1", "measure", "more"] } && rows.contains { $0[4...6] == ["2", "measure", "reciprocal"] })
    let page = try bench.bytes("results/small/report.html")
    #expect(String(decoding: page, as: UTF8.self).contains("Export revenue: from no policy to both"))
    _ = try bench.run("report", "results/small", "-q")
    #expect(try bench.bytes("results/small/report.html") == page)
    // Parts of a run, joined, have the same page.
    for shard in ["1/2", "2/2"] {
      _ = try bench.run("run", "small.toml", "--draws", "2000", "-q", "--shard", shard, "-o", "parts")
    }
    let merged = try bench.run("merge", "parts", "--report", "-q", "-o", "merged")
    try #require(merged.ending == .exit(0), "\(merged)")
    #expect(try bench.bytes("merged/small/waterfall.csv") == bench.bytes("results/small/waterfall.csv"))
    #expect(try bench.bytes("merged/small/report.html") == page)
    // What is damaged is told and not drawn.
    try bench.write("scenario,period\n", to: "results/small/waterfall.csv")
    let damaged = try bench.run("report", "results/small")
    #expect(damaged.ending == .exit(65) && damaged.errors.contains("waterfall.csv: its columns are not those"), "\(damaged)")
  }
}

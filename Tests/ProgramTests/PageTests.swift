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
}

import BenchmarkKit
import FoundationEssentials
import Testing

@Suite("The history of results")
struct HistoryTests {
  /// Three landings of one machine, the newest first, and one of another.
  private let reports: [BenchmarkReport] = {
    var other = Fixture.machine(on: "2026-01-01")
    other.processor = "Another"
    let days = ["2026-03-01", "2026-02-01", "2026-01-01"]
    let own = zip(days, [1.0, 2, 4]).map { day, median in
      Fixture.report(
        [
          Fixture.result("kernel/v4/exp", median, unit: .nanosecondsPerValue),
          Fixture.result("kernel/v3/exp", 2 * median, unit: .nanosecondsPerValue),
          Fixture.result("process/a<b>&c", median * 100),
        ] + (day == "2026-02-01" ? [] : [Fixture.result("load/w1", 5)]), machine: Fixture.machine(on: day))
    }
    return own + [Fixture.report([], machine: other)]
  }()

  @Test("Results are in the order of their dates, those of other machines left out")
  func order() {
    let history = History(reports)
    #expect(history.reports.map { String($0.machine.date.prefix(10)) } == ["2026-01-01", "2026-02-01", "2026-03-01"])
    #expect(history.otherMachines == 1)
  }

  @Test("Narrower kernels are drawn only when asked for")
  func filter() {
    let history = History(reports)
    #expect(history.series(matching: NameFilter("")).map(\.name) == ["kernel/v4/exp", "process/a<b>&c", "load/w1"])
    #expect(history.series(matching: NameFilter("EXP")).map(\.name) == ["kernel/v4/exp", "kernel/v3/exp"])
    #expect(history.series(matching: NameFilter("load")).map(\.medians) == [[5, nil, 5]])
  }

  @Test("The terminal's table")
  func table() {
    #expect(
      HistoryTable.text(History(reports), filter: NameFilter("")) == """
        3 results from 2026-01-01 to 2026-03-01, Test Processor; 1 of other machines left out

        benchmark       course  first  last  unit      last/first
        kernel/v4/exp   █▅▃         4     1  ns/value        0.25
        process/a<b>&c  █▅▃       400   100  ms              0.25
        load/w1         █·█         5     5  ms              1.00

        """)
  }

  @Test("Bars start at zero")
  func bars() {
    #expect(HistoryTable.bars([0, 1, nil, 4, 8]) == "▁▂·▅█")
    #expect(HistoryTable.bars([0]) == "·")
  }

  @Test("The picture has a panel for each benchmark, whole runs before kernels, and escapes what XML would misread")
  func picture() throws {
    let svg = HistoryChart(History(reports), filter: NameFilter("")).svg
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(svg.split(separator: "<polyline").count - 1 == 3)
    #expect(svg.contains(">a&lt;b&gt;&amp;c</text>"))
    let process = try #require(svg.firstRange(of: ">process</text>"))
    let kernel = try #require(svg.firstRange(of: ">kernel/v4</text>"))
    #expect(process.lowerBound < kernel.lowerBound)
    #expect(svg.contains("prefers-color-scheme:dark"))
    // A quarter of the first value is an improvement, and no change is none.
    #expect(svg.split(separator: "<text class=\"f\"").count - 1 == 2)
    #expect(svg.contains("× 1.00"))
  }

  @Test("A folder's results are read; one without any, and one that is not there, are told")
  func folder() throws {
    try withScratchFolder { folder in
      #expect(throws: BenchmarkFailure.noHistory(folder: folder)) { try History(folder: folder) }
      for (index, report) in reports.enumerated() {
        try report.text.write(toFile: "\(folder)/\(index).json", atomically: true, encoding: .utf8)
      }
      try "not read".write(toFile: folder + "/README.md", atomically: true, encoding: .utf8)
      #expect(try History(folder: folder) == History(reports))
      let missing = folder + "/missing"
      #expect(
        throws: BenchmarkFailure.cannotRead(path: missing, reason: "no such folder, or no right to read it")
      ) { try History(folder: missing) }
    }
  }
}

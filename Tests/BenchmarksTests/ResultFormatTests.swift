import BenchmarkKit
import FoundationEssentials
import Reporting
import Testing

@Suite("Forms of the results")
struct ResultFormatTests {
  private let report = Fixture.report([
    Fixture.result("kernel/v4/exp", 0.5, unit: .nanosecondsPerValue), Fixture.result("workload/w1/2-threads", 150, spread: 0.02),
    Fixture.result("memory/w1", 20, unit: .megabytes),
  ])

  @Test("Raw results read back as they were written")
  func rawRoundTrip() throws {
    try withScratchFolder { folder in
      try report.text.write(toFile: folder + "/raw.json", atomically: true, encoding: .utf8)
      #expect(try BenchmarkReport(path: folder + "/raw.json") == report)
    }
  }

  @Test("A file of another kind, and one of another version, are no raw results", arguments: ["{}", "[1]", "no JSON", "newer"])
  func notResults(content: String) throws {
    try withScratchFolder { folder in
      let path = folder + "/raw.json"
      let text = content == "newer" ? report.text.replacing("\"schema\" : 1", with: "\"schema\" : 2") : content
      #expect(text != report.text)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: BenchmarkFailure.notResults(path: path)) { try BenchmarkReport(path: path) }
    }
  }

  /// The shape of https://bencher.dev/docs/reference/bencher-metric-format/: name, measure, three numbers; times in nanoseconds.
  @Test("Bencher Metric Format")
  func bencher() throws {
    typealias Document = [String: [String: [String: Double]]]
    let document = try JSONDecoder().decode(Document.self, from: Data(BencherMetrics(report).text.utf8))
    #expect(Set(document.keys) == Set(report.results.map(\.name)))
    #expect(document["kernel/v4/exp"] == ["latency": ["value": 0.5, "lower_value": 0.495, "upper_value": 0.504]])
    let workload = try #require(document["workload/w1/2-threads"]?["latency"])
    #expect(workload["value"] == 150e6 && workload["lower_value"] == 147e6)
    #expect(document["memory/w1"]?["memory"]?["value"] == 20e6)
  }

  /// The shape of github-action-benchmark's `customSmallerIsBetter`: an array of objects whose name, unit and value are required.
  @Test("customSmallerIsBetter of github-action-benchmark")
  func github() throws {
    struct Entry: Decodable {
      var name: String
      var unit: String
      var value: Double
      var range: String
      var extra: String
    }
    let entries = try JSONDecoder().decode([Entry].self, from: Data(ActionBenchmarkEntry.text(report).utf8))
    #expect(entries.map(\.name) == report.results.map(\.name))
    #expect(entries.map(\.unit) == ["ns/value", "ms", "MB"])
    #expect(entries.map(\.value) == [0.5, 150, 20])
    #expect(entries[1].range == "+2.4/-3")
    #expect(entries[1].extra == "3 samples\nTest Processor, v4, Swift 6.3")
  }

  @Test("The table for people")
  func table() {
    let text = ResultTable(report, style: .plain).text
    #expect(
      text == """
        Test Processor, 2 processors, v4, OpenBLAS 0.3.21 SkylakeX, Swift 6.3, commit 01234567+, 2026-11-25T10:00:00Z

        benchmark                min  median    p90  unit      samples
        kernel/v4/exp          0.495     0.5  0.504  ns/value        3
        workload/w1/2-threads    147     150    152  ms              3
        memory/w1               19.8      20   20.2  MB              3

        """)
  }

  @Test("A comparison adds the ratio, the verdict and its rule")
  func comparedTable() {
    let earlier = Fixture.report([
      Fixture.result("kernel/v4/exp", 0.4, unit: .nanosecondsPerValue), Fixture.result("memory/w1", 20, unit: .megabytes),
      Fixture.result("gone", 1),
    ])
    let text = ResultTable(report, comparison: Comparison(report, with: earlier), style: .plain).text
    #expect(
      text.hasSuffix(
        """
        benchmark                min  median    p90  unit      samples  ratio
        kernel/v4/exp          0.495     0.5  0.504  ns/value        3  1.250  slower
        workload/w1/2-threads    147     150    152  ms              3         new
        memory/w1               19.8      20   20.2  MB              3  1.000

        A benchmark has moved when its medians differ by more than 5 % and by more than
        three times the distance from minimum to median, the larger of both runs.
        Not measured this time: gone

        """))
  }

  @Test("Colour marks the titles and what has moved, where the terminal takes it")
  func colour() {
    let earlier = Fixture.report([Fixture.result("memory/w1", 30, unit: .megabytes)])
    let text = ResultTable(report, comparison: Comparison(report, with: earlier), style: .coloured).text
    #expect(text.split(separator: "\n").filter { $0.contains("\u{1B}[1m") }.count == 1)
    #expect(!ResultTable(report, style: .plain).text.contains("\u{1B}"))
  }
}

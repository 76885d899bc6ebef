import FoundationEssentials
import Testing

@Suite("The built program: the answer of the shards that are there")
struct PartialMergeTests {
  private struct Batch: Decodable {
    var schema: String
    var results: [Result]

    struct Result: Decodable {
      var input: String
      var folder: String?
      var summary: Summary?
      var error: String?
      var exitCode: Int?
    }

    struct Summary: Decodable { var schema: String }
  }

  private func bench(_ indices: [Int], of count: Int, draws: String = "20000") throws -> Workbench {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    for index in indices {
      let run = try bench.run(
        "run", "small.toml", "--draws", draws, "--shard", "\(index)/\(count)", "--threshold", "balance<40", "--by-line")
      try #require(run.ending == .exit(0), "\(run)")
    }
    return bench
  }

  @Test("Every file and the screen are marked, and the number of draws is that of what is there")
  func marks() throws {
    let bench = try bench([1, 3, 4], of: 8)
    try bench.write([1, 2, 3], to: "results/note.txt")
    let refused = try bench.run("merge", "results")
    #expect(refused.ending == .exit(65) && refused.errors.contains("shards 2 and 5–8 of 8 are missing"), "\(refused)")
    let merged = try bench.run("merge", "--partial", "results", "--report")
    try #require(merged.ending == .exit(0), "\(merged)")
    // Forty blocks of 512 draws, five a shard.
    let words = "PARTIAL RESULT: 7,680 of the run's 20,000 draws, with 3 of 8 shards whole; not there or not whole: 2,5-8."
    #expect(merged.errors == "tariffsim: \(words)\n" && merged.output.contains("7,680 of 20,000 draws"), "\(merged)")
    let folder = "results/small.partial"
    for name in try bench.names(in: folder) where name.hasSuffix(".csv") {
      let rows = try bench.text("\(folder)/\(name)").split(separator: "\n")
      #expect(rows[0].hasSuffix(",partial") && rows.dropFirst().allSatisfy { $0.hasSuffix(",7680 of 20000 draws") }, "\(name)")
    }
    for name in ["summary.json", "run.json"] {
      let text = try bench.text("\(folder)/\(name)")
      #expect(
        text.contains("\"partial\": {\"draws\": 7680, \"drawsOfRun\": 20000") || text.contains("\"drawsOfRun\": 20000"), "\(name)"
      )
      #expect(text.contains("\"missing\": \"2,5-8\""), "\(name)")
    }
    let page = try bench.text("\(folder)/report.html")
    #expect(page.contains("PARTIAL RESULT") && page.contains("7,680 draws"))
    let csv = try bench.run("merge", "--partial", "results", "--format", "csv")
    #expect(csv.output == (try bench.text("\(folder)/percentiles.csv")) && csv.errors.contains("PARTIAL RESULT"))
    let again = try bench.run("report", folder)
    #expect(again.ending == .exit(0), "\(again)")
  }

  @Test("A damaged part is told of and left out; where all draws are there it is the result itself")
  func damaged() throws {
    let bench = try bench([1, 2, 3], of: 3)
    let whole = try bench.run("merge", "--partial", "results", "--name", "small", "-q", "-o", "all")
    #expect(whole.ending == .exit(0) && whole.errors.isEmpty, "\(whole)")
    try #require(
      try bench.run("run", "small.toml", "--draws", "20000", "--threshold", "balance<40", "--by-line", "-q", "-o", "one").ending
        == .exit(0))
    for name in BuiltProgram.invariantFiles { try bench.expectSame("small/\(name)", in: "all", and: "one") }
    let bytes = try bench.bytes("results/small.shard-2-of-3.part")
    try bench.write(Array(bytes.dropLast(7)), to: "results/small.shard-2-of-3.part")
    let merged = try bench.run("merge", "--partial", "results", "-q")
    #expect(merged.ending == .exit(0), "\(merged)")
    #expect(merged.errors.contains("left out: results/small.shard-2-of-3.part is damaged"), "\(merged)")
    #expect(merged.errors.contains("2 of 3 shards whole"), "\(merged)")
    let both = try bench.run("merge", "--partial", "--check", "results")
    #expect(both.ending == .exit(64) && both.errors.contains("leave one of them out"), "\(both)")
  }

  @Test("Another run's part is refused as ever, and so is one that is there twice")
  func foreign() throws {
    let bench = try bench([1], of: 3)
    try #require(
      try bench.run("run", "small.toml", "--draws", "20000", "--seed", "2", "--shard", "2/3", "-o", "x").ending == .exit(0))
    let mixed = try bench.run("merge", "--partial", "results", "x")
    #expect(mixed.ending == .exit(65) && mixed.errors.contains("are parts of different runs"), "\(mixed)")
    let twice = try bench.run("merge", "--partial", "results", "results")
    #expect(twice.ending == .exit(65) && twice.errors.contains("are both shard 1 of 3"), "\(twice)")
  }

  @Test("Several files print one document of JSON, with what failed in it")
  func batchDocument() throws {
    let bench = try Workbench(["a.toml": SmallScenario.text, "b.toml": "x", "c.toml": SmallScenario.text])
    let run = try bench.run("run", "a.toml", "b.toml", "c.toml", "--draws", "1000", "--format", "json")
    #expect(run.ending == .exit(65), "\(run)")
    let document = try JSONDecoder().decode(Batch.self, from: Data(run.output.utf8))
    #expect(document.schema == "tariffsim.batch/1" && document.results.map(\.input) == ["a.toml", "b.toml", "c.toml"])
    #expect(document.results.map { $0.summary?.schema } == ["tariffsim.summary/1", nil, "tariffsim.summary/1"])
    #expect(document.results.map(\.exitCode) == [nil, 65, nil] && document.results[1].error != nil)
    #expect(document.results.map(\.folder) == ["results/a", nil, "results/c"])
  }
}

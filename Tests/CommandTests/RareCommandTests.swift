import CommandLineKit
import FoundationEssentials
import TariffSimCommands
import Testing

@Suite("The command run --rare")
struct RareCommandTests {
  private static let scenario = """
    schemaVersion = 1
    title = "Small"
    home = "Pakistan"
    partner = "United States"

    [[exports.lines]]
    id = "towels"
    hs = "6302"
    value = { uniform = { lower = 80, upper = 120 } }
    duty = 0.1
    elasticity = 1

    [[measures]]
    name = "reciprocal"
    rate = 0.19

    [[scenarios]]
    name = "nothing"
    measures = { reciprocal = 0 }

    """

  /// A folder with `a.toml` for one test, removed afterwards.
  private func withFile(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path + "/a.toml", contents: Data(Self.scenario.utf8)))
    try body(path)
  }

  private func ask(_ path: String, _ options: [String]) -> Transcript {
    run(["run", path + "/a.toml", "-n", "20000", "-o", path + "/out"] + options, pipeline: .live)
  }

  @Test("A uniform from 80 to 120 lies below 80.0004 once in 100,000; what cannot happen is told from ordinary draws")
  func answers() throws {
    try withFile { path in
      let told = ask(path, ["--rare", "export_revenue<80.0004", "--rare", "export_revenue < 10"])
      try #require(told.code == .success && told.errors.isEmpty, "\(told)")
      #expect(told.output.contains("nothing: export_revenue < 80.0004"), "\(told)")
      #expect(told.output.contains("from 0 hits in ordinary draws: no shift"), "\(told)")
      let folder = path + "/out/a.rare"
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["rare.csv", "run.json", "summary.json"])
      let table = String(
        decoding: try #require(FileManager.default.contents(atPath: folder + "/rare.csv")), as: UTF8.self)
      let row = try #require(table.split(separator: "\n").first { $0.contains("80.0004") }).split(
        separator: ",", omittingEmptySubsequences: false)
      let numbers = row.compactMap { Double($0) }
      #expect(row[7] == "shifted" && (numbers[0] - 1e-5).magnitude < 7 * numbers[1] && numbers[1] < 2e-6, "\(row)")
      // The same again is the same run.
      #expect(ask(path, ["--rare", "export_revenue<80.0004", "--rare", "export_revenue < 10"]).code == .success)
    }
  }

  @Test("What is wrong is told with a way out, before any work")
  func mistakes() throws {
    try withFile { path in
      let cases: [([String], String)] = [
        (["--rare", "balance<1 and imports>2"], "a rare event is one outcome, or a difference, on one side of a level"),
        (["--rare", "balanse<1"], "balance"),
        (["--rare", "balance<1", "--percentiles", "5"], "leave out --percentiles"),
        (["--rare", "balance<1", "--shard", "1/2"], "leave out --shard"),
        (["--rare", "balance<1", "--design", "sobol"], "leave out --design"),
        (["--rare", "welfare_change<1"], "welfare_change is an outcome that this study has no total of"),
      ]
      for (options, words) in cases {
        let told = ask(path, options)
        #expect(told.code == .usage && told.errors.contains(words) && told.output.isEmpty, "\(options): \(told)")
      }
    }
  }
}

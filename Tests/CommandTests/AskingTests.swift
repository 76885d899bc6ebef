import CommandLineKit
import FoundationEssentials
import TariffSimCommands
import Testing

@Suite("What alone is asked for, on the command line")
struct AskingTests {
  /// A folder with `a.toml` for one test, removed afterwards.
  private func withFile(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path + "/a.toml", contents: Data()))
    try body(path)
  }

  @Test(
    "What does not exist is told with a way out",
    arguments: [
      (["--outcomes", "balanc"], "--outcomes: no outcome 'balanc': did you mean 'balance'?"),
      (["--outcomes", "x"], "--outcomes: no outcome 'x'; statistics.csv of a run lists them, as in balance or export_revenue"),
      (["--groups", "Totl"], "--groups: no group 'Totl': did you mean 'total'?"),
      (["--groups", "Apparel"], "--groups: no group 'Apparel'; there is only 'total'"),
      (
        ["--threshold", "balance"],
        "--threshold 'balance', character 8: one of <, <=, > and >= is missing, as in 'balance < 2000'"
      ),
      (
        ["--threshold", "second: balance < 1"],
        "--threshold 'second: balance < 1', character 1: no scenario 'second'; there is only 'first'"
      ),
      (["--brief", "--format", "json"], "--brief shortens the report, and --format json prints none: leave one of the two out"),
    ])
  func refusals(options: [String], message: String) throws {
    try withFile { path in
      let transcript = run(["run", path + "/a.toml", "-o", path + "/out"] + options)
      #expect(transcript.code == .usage && transcript.output.isEmpty)
      #expect(transcript.errors == "tariffsim: \(message)\nTry 'tariffsim help run'.\n")
    }
  }

  @Test("What is asked for is in the summary, and changes what run it is")
  func recorded() throws {
    try withFile { path in
      let options = ["run", path + "/a.toml", "-o", path + "/out"]
      #expect(run(options).code == .success)
      let plain = try String(contentsOfFile: path + "/out/a/summary.json", encoding: .utf8)
      #expect(!plain.contains("\"outcomes\": [\"balance\"") && !plain.contains("conditions"))
      let some = run(options + ["--outcomes", "export_revenue_change_pct,balance", "--groups", "total"])
      #expect(some.errors.contains("is of another run and stands in"))
      let summary = try String(contentsOfFile: path + "/out/a/summary.json", encoding: .utf8)
      #expect(
        summary.contains("\"outcomes\": [\"export_revenue_change_pct\", \"balance\"]")
          && summary.contains("\"groups\": [\"total\"]"))
    }
  }

  @Test("Brief is the answer in words and one table")
  func brief() throws {
    try withFile { path in
      let whole = run(["run", path + "/a.toml", "-o", path + "/out"])
      let brief = run(["run", path + "/a.toml", "-o", path + "/out", "--brief"])
      #expect(brief.code == .success && brief.output.contains("Under first exports fall by 10 %."))
      #expect(brief.output.contains("export revenue") || brief.output.contains("change, %"))
      #expect(brief.output.contains("Files  \(path)/out/a\n") && !brief.output.contains("Percentiles do not add up"))
      #expect(brief.output.count < whole.output.count)
    }
  }
}

import CommandLineKit
import FoundationEssentials
import TariffSimCommands
import Testing

@Suite("The command backtest")
struct BacktestCommandTests {
  private static let scenario = """
    schemaVersion = 1
    title = "Small"
    home = "Pakistan"
    partner = "United States"
    baseYear = 2024
    periods = "2025-01..2025-12 quarterly"

    [[exports.lines]]
    id = "6302"
    hs = "6302"
    value = 100
    duty = 0.1
    elasticity = { value = "0.5 to 1.5", asOf = 2024-06-30 }
    passThrough = 1

    [[measures]]
    name = "reciprocal"
    rate = 0.19
    start = 2025-07-01

    [forecast]
    growth = { normal = { mean = 0, sd = 0.1 }, asOf = 2025-03-31 }
    noise = 0.1

    [[scenarios]]
    name = "as-happened"
    measures = ["reciprocal"]

    """

  /// All months of 2024, and those of 2025 but the last.
  private static let observed: String = {
    var rows = "origin,hs,month,value,reporter\n"
    for month in 1...23 {
      let (year, number) = (2024 + (month - 1) / 12, (month - 1) % 12 + 1)
      let value = year == 2024 ? 10 : number < 7 ? 11 : 9
      rows += "Pakistan,6302,\(year)-\(number < 10 ? "0" : "")\(number),\(value),PBS\n"
    }
    return rows
  }()

  private func withFiles(_ scenario: String = scenario, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path + "/a.toml", contents: Data(scenario.utf8)))
    #expect(FileManager.default.createFile(atPath: path + "/t.csv", contents: Data(Self.observed.utf8)))
    try body(path)
  }

  private func backtest(_ path: String, _ options: [String] = [], out: String = "/out", width: Int = 100) -> Transcript {
    run(
      ["backtest", path + "/a.toml", "-n", "1000", "-o", path + out] + options, pipeline: .live,
      terminal: Terminal(outputIsTerminal: false, errorIsTerminal: false, outputWidth: width))
  }

  @Test("The screen tells scores, samples and what is left out; the files are the same on any number of threads")
  func files() throws {
    try withFiles { folder in
      let options = ["--observed", folder + "/t.csv", "--history", folder + "/t.csv"]
      let text = backtest(folder, options + ["-t", "1"])
      #expect(text.code == .success && text.errors.isEmpty, "\(text.errors)")
      for words in [
        "3 actuals in 3 clusters", "as of 2025-03-31", "in-sample", "out-of-sample",
        "Not scored: 1 of a period that is not whole.", "12 rows of the base year and before",
        "taken for want of ten yearly changes", "All actuals, the worst first",
      ] {
        #expect(text.output.replacing("\n", with: " ").contains(words), "\(words)")
      }
      #expect(backtest(folder, options + ["-t", "3"], out: "/again").code == .success)
      for name in ["scores.csv", "actuals.csv", "unscored.csv", "summary.json"] {
        let paths = ["/out/a.backtest/", "/again/a.backtest/"].map { folder + $0 + name }
        #expect(FileManager.default.contents(atPath: paths[0]) == FileManager.default.contents(atPath: paths[1]), "\(name)")
        #expect(FileManager.default.contents(atPath: paths[0])?.isEmpty == false)
      }
      let actuals = try String(contentsOfFile: folder + "/out/a.backtest/actuals.csv", encoding: .utf8).split(separator: "\n")
      let first = "Pakistan,6302,6302,2025 Q1,2025-01-01,2025-03-31,PBS,,in-sample,33,30,1"
      #expect(actuals.count == 4 && actuals[1].hasPrefix(first), "\(actuals)")
    }
  }

  @Test("No line is wider than the terminal", arguments: [60, 80, 100])
  func widths(width: Int) throws {
    try withFiles { folder in
      let text = backtest(folder, ["--observed", folder + "/t.csv"], width: width)
      let wide = text.output.split(separator: "\n").filter { $0.count > width && !$0.hasPrefix("Result:") }
      #expect(text.code == .success && wide.isEmpty, "\(wide)")
    }
  }

  @Test("What cannot be scored says what to do")
  func refusals() throws {
    try withFiles { folder in
      #expect(backtest(folder).errors.contains("say what was counted, as in --observed observed.csv"))
      let table = ["--observed", folder + "/t.csv"]
      let unknown = backtest(folder, table + ["--scenario", "as-hapened"])
      #expect(unknown.code == .usage && unknown.errors.contains("did you mean 'as-happened'?"), "\(unknown.errors)")
      let missing = backtest(folder, ["--observed", folder + "/nowhere.csv"])
      #expect(missing.code == .missingFile && missing.errors.contains("nowhere.csv"))
    }
    let forecast = "[forecast]\ngrowth = { normal = { mean = 0, sd = 0.1 }, asOf = 2025-03-31 }\nnoise = 0.1\n"
    try withFiles(Self.scenario.replacing(forecast, with: "")) { folder in
      let text = backtest(folder, ["--observed", folder + "/t.csv"])
      #expect(text.code == .usage && text.errors.contains("the file makes no forecasts, only effects: state [forecast]"))
    }
  }
}

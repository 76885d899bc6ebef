import CommandLineKit
import FoundationEssentials
import TariffSimCommands
import Testing

@Suite("The command sensitivity")
struct SensitivityCommandTests {
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
    elasticity = "0.8 to 1.6"

    [[exports.lines]]
    id = "jeans"
    hs = "6203"
    value = { uniform = { lower = 90, upper = 110 } }
    duty = 0.1
    elasticity = "0.8 to 1.6"

    [[dependence]]
    name = "elasticities"
    members = ["exports/*/elasticity"]
    correlation = 0.5

    [[measures]]
    name = "reciprocal"
    rate = 0.19

    [[scenarios]]
    name = "nothing"
    measures = { reciprocal = 0 }

    [[scenarios]]
    name = "tariff"
    measures = ["reciprocal"]

    """

  /// A folder with `a.toml` for one test, removed afterwards.
  private func withFile(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.path + "/tariffsim-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path + "/a.toml", contents: Data(Self.scenario.utf8)))
    try body(path)
  }

  private func ask(_ path: String, _ options: [String], out: String = "/out") -> Transcript {
    run(["sensitivity", path + "/a.toml", "-n", "32768", "-o", path + out] + options, pipeline: .live)
  }

  @Test("A level has its own drivers, a difference others; the folder has three files, the same for any threads")
  func answers() throws {
    try withFile { path in
      let level = ask(path, ["--scenario", "nothing", "--outcome", "export_revenue", "-t", "1"])
      try #require(level.code == .success && level.errors.isEmpty, "\(level)")
      // Knowing a uniform of width 40 beside one of width 20 takes 80 % of the variance off.
      #expect(level.output.contains("nothing: export revenue, USD m"), "\(level.output)")
      #expect(level.output.contains("Knowing exports/towels/value would take 80 % off the variance"), "\(level.output)")
      #expect(level.output.contains("One input does not reach it: its share is 0."), "\(level.output)")
      let folder = path + "/out/a.sensitivity"
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["run.json", "sensitivity.csv", "summary.json"])
      let again = ask(path, ["--scenario", "nothing", "--outcome", "export_revenue", "-t", "3"], out: "/again")
      #expect(again.code == .success)
      for name in ["sensitivity.csv", "summary.json"] {
        let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)")
        #expect(bytes != nil && bytes == FileManager.default.contents(atPath: "\(path)/again/a.sensitivity/\(name)"), "\(name)")
      }
      let difference = ask(path, ["--against", "nothing", "--outcome", "export_revenue"])
      #expect(difference.output.contains("tariff minus nothing: export revenue, USD m"), "\(difference)")
      #expect(difference.output.contains("1  elasticities "), "\(difference)")
    }
  }

  @Test("Plain draws and Shapley effects tell of single correlated numbers")
  func singleNumbers() throws {
    try withFile { path in
      for method in ["plain", "shapley"] {
        let told = ask(path, ["--scenario", "tariff", "--outcome", "export_revenue_change_pct", "--method", method, "-f", "csv"])
        try #require(told.code == .success, "\(told)")
        let statistic = method == "plain" ? "first_order" : "shapley"
        for line in ["jeans", "towels"] {
          #expect(
            told.output.contains("tariff,,year,export_revenue_change_pct,total,%,exports/\(line)/elasticity,1,\(statistic),0."))
        }
      }
    }
  }

  @Test("What is wrong is told with a way out, before any work")
  func mistakes() throws {
    try withFile { path in
      let cases: [([String], String)] = [
        (["--scenario", "tarif"], "no scenario 'tarif': did you mean 'tariff'?"),
        (["--against", "nobody"], "no scenario 'nobody'"),
        (["--scenario", "tariff", "--against", "tariff"], "--against tariff would be compared with itself"),
        (["--outcome", "balanse"], "--outcome: no outcome 'balanse': did you mean 'balance'?"),
        (["--outcome", "welfare_change"], "the study has none of the outcomes, groups and periods together"),
        (["--groups", "Cotton"], "--groups: no group 'Cotton'"),
        (
          ["--input", "a=exports/jeans/elasticity"],
          "'a' has a part of the correlated numbers of 'elasticities', without 'exports/towels/elasticity'"
        ),
        (["--input", "a=exports/jeans/valu"], "no uncertain number has the path 'exports/jeans/valu': did you mean"),
        (["--method", "plain", "--by", "kind"], "--method plain looks at single numbers: leave out --by kind"),
        (["--method", "plain", "--input", "a=exports/jeans/value"], "leave out --input"),
        (["--design", "sobol"], "'sensitivity' has no option '--design'"),
      ]
      for (options, words) in cases {
        let told = ask(path, options)
        #expect(told.code == .usage && told.errors.contains(words) && told.output.isEmpty, "\(options): \(told)")
        #expect(!FileManager.default.fileExists(atPath: path + "/out/a.sensitivity"), "\(options)")
      }
      let few = run(["sensitivity", path + "/a.toml", "-n", "1000"], pipeline: .live)
      #expect(few.code == .usage && few.errors.contains("32768"), "\(few)")
    }
  }
}

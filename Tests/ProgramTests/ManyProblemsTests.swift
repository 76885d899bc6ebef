import FoundationEssentials
import Testing

@Suite("The built program: many problems, and matrices that are refused")
struct ManyProblemsTests {
  /// Export lines by a table.
  private static let scenario = SmallScenario.text.replacing(
    "[[imports.lines]]", with: "[exports]\ntables = [{ file = \"lines.csv\" }]\n\n[[imports.lines]]"
  ).replacing("[[exports.lines]]\nid = \"6302\"\nhs = \"6302\"\nvalue = 100\nduty = 0.1\nelasticity = \"demand\"\n\n", with: "")

  /// A table of `count` lines with a duty that depends on the line.
  private static func lines(_ count: Int, duty: (Int) -> String) -> String {
    "id,value,duty,elasticity\n" + (0..<count).map { "line \($0),100,\(duty($0)),1\n" }.joined()
  }

  @Test("One sentence a thousand times is told once, with its number and a way to see all")
  func alike() throws {
    let bench = try Workbench(["small.toml": Self.scenario, "lines.csv": Self.lines(1000) { _ in "29" }])
    let first =
      "lines.csv:2:12: exports/line 0/duty: 29: is above 1 and not written as a percentage; write it as text: "
      + "\"29%\" or \"2900%\""
    for command in [["validate", "small.toml"], ["run", "small.toml"]] {
      let short = try bench.run(command)
      #expect(
        short.errors == first + " (and 999 more like it, in lines 3, 4, 5, …)\n"
          + "with --all-problems each is told in a line of its own\ntariffsim: 1,000 problems in small.toml\n", "\(short)")
      let all = try bench.run(command + ["--all-problems"])
      #expect(all.ending == .exit(65))
      #expect(all.errors.split(separator: "\n").count == 1001 && all.errors.hasPrefix(first + "\n"))
    }
  }

  @Test("One rule broken in a thousand ways takes a few lines, and all problems fit on a screen")
  func ofOneKind() throws {
    let bench = try Workbench(["small.toml": Self.scenario, "lines.csv": Self.lines(1000) { "\($0 + 2)" }])
    let lines = try bench.run("validate", "small.toml").errors.split(separator: "\n")
    #expect(lines.count == 5, "\(lines)")
    #expect(lines[2].hasSuffix(" (and 997 more of this kind, in lines 5, 6, 7, …)"), "\(lines)")
    // A problem of another kind on every line of the scenario.
    let keys = (0..<40).map { "\"\(String(repeating: "k", count: 80))\($0)\" = 1\n" }.joined()
    try bench.write(keys + Self.scenario, to: "small.toml")
    let rows = try bench.run("validate", "small.toml").errors.split(separator: "\n").map { ($0.count + 99) / 100 }
    #expect(rows.reduce(0, +) <= 24, "\(rows)")
  }

  @Test("A rival that becomes home is one problem, with a way out")
  func rivalBecomesHome() throws {
    func shipped(_ name: String) throws -> String {
      String(
        decoding: try Data(contentsOf: URL(filePath: BuiltProgram.package + "/Scenarios/pakistan-us-2025/" + name)), as: UTF8.self
      )
    }
    let scenario = try shipped("scenario-armington.toml").replacing("home = \"Pakistan\"", with: "home = \"India\"")
    let bench = try Workbench(["scenario.toml": scenario])
    for name in ["exports-by-market.csv", "suppliers-by-market.csv"] {
      try bench.write(try shipped(name), to: name)
    }
    let lines = try bench.run("validate", "scenario.toml").errors.split(separator: "\n")
    #expect(lines.count == 3, "\(lines)")
    #expect(lines.first?.contains("home sells by its export lines and is no supplier; name another country as home, or ") == true)
  }

  @Test("The nearest matrix of many members goes to the file that is asked for, and is accepted there")
  func nearestMatrix() throws {
    let size = 8
    func scenario(_ table: String) -> String {
      let parameters = (0..<size).map { "[parameters.p\($0)]\nvalue = \"1 to 2\"\n" }.joined()
      return SmallScenario.text.replacing("[parameters.demand]\nvalue = \"0.8 to 1.6\"\n", with: parameters).replacing(
        "\"demand\"", with: "\"p0\"") + "[[dependence]]\nname = \"d\"\nmembers = [\"parameters/*\"]\nmatrixTable = \"\(table)\"\n"
    }
    // One number that moves with all others, which move against one another.
    let rows = (0..<size).map { i in
      (0..<size).map { $0 == i ? "1" : i * $0 == 0 ? "0.9" : "-0.5" }.joined(separator: ",") + "\n"
    }
    let bench = try Workbench(["small.toml": scenario("given.csv"), "given.csv": rows.joined()])
    let refused = try bench.run("validate", "small.toml")
    #expect(refused.ending == .exit(65))
    #expect(
      refused.errors.contains(
        "worst contradict parameters/p0, parameters/p1 and parameters/p2: with 0.9 between the first and the second and 0.9 "
          + "between the first and the third, that of the second and the third lies from 0.62 to 1, and is not -0.5"),
      "\(refused)")
    // The advice to the letter.
    #expect(
      refused.errors.contains("validate --nearest-matrix nearest.csv") && refused.errors.contains("matrixTable = \"nearest.csv\"")
    )
    let written = try bench.run("validate", "small.toml", "--nearest-matrix", "nearest.csv")
    #expect(written.ending == .exit(65))
    #expect(
      written.errors.contains("nearest.csv: the nearest valid matrix; against dependence/d/matrix no correlation moves by more"))
    try bench.write(scenario("nearest.csv"), to: "small.toml")
    let accepted = try bench.run("validate", "small.toml", "--nearest-matrix", "other.csv")
    #expect(accepted.ending == .exit(0) && accepted.errors == "no matrix is refused: other.csv is not written\n", "\(accepted)")
    // A file that is there is left alone.
    try bench.write(scenario("given.csv"), to: "small.toml")
    let again = try bench.run("validate", "small.toml", "--nearest-matrix", "nearest.csv")
    #expect(again.ending == .exit(73), "\(again)")
    #expect(try bench.run("validate", "small.toml", "small.toml", "--nearest-matrix", "x").ending == .exit(64))
  }
}

import FoundationEssentials
import Glibc
import Testing

@Suite("The built program: scenarios")
struct ScenarioTests {
  @Test("Every scenario file that is shipped is valid")
  func shipped() throws {
    let root = BuiltProgram.package + "/Scenarios"
    let files = try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".toml") }.sorted()
      // A country's law is no scenario; it is checked with those that include it.
      .filter { $0 != "us-measures.toml" }
    try #require(files.contains("pakistan-us-2025/scenario.toml"))
    let run = try Workbench().run(["validate"] + files.map { "\(root)/\($0)" })
    #expect(run.ending == .exit(0) && run.errors.isEmpty, "\(run)")
    // What a report says beside the numbers follows, indented.
    let lines = run.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(lines.count == files.count, "\(run)")
    for (file, line) in zip(files, lines) { #expect(line.hasPrefix("\(root)/\(file): no problems; "), "\(run)") }
  }

  /// Revenue of the one line has a closed form: 100 × (power of the tariff after ÷ before) ^ −elasticity.
  ///
  /// Here the power goes from 1.10 to 1.29. A dozen operations, each right to a unit in the last place or three: 10⁻¹⁴ relative;
  /// 10⁻¹² is asked.
  @Test("A number that is replaced on the command line is the one that counts", arguments: [0.5, 1, 2.25])
  func replacedNumber(elasticity: Double) throws {
    let bench = try Workbench(["small.toml": SmallScenario.text])
    let run = try bench.run(
      "run", "small.toml", "--draws", "1000", "--set", "exports/6302/elasticity=\(elasticity)", "--percentiles", "50",
      "--format", "csv")
    try #require(run.ending == .exit(0), "\(run)")
    let row = run.output.split(separator: "\n").first { $0.hasPrefix("now,year,export_revenue,total,USD m,50,") }
    let value = try #require(row.flatMap { Double($0.split(separator: ",")[6]) }, "\(run)")
    let expected = 100 * exp(-elasticity * log(1.29 / 1.10))
    #expect(abs(value - expected) <= 1e-12 * expected, "\(value) instead of \(expected)")
    #expect(try bench.text("results/small/summary.json").contains("exports/6302/elasticity"))
  }
}

import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Intervals that reach below 0")
struct IntervalTests {
  private func elasticity(_ value: String) throws -> Quantity.Value {
    let text = try #require(SmallScenario.replacing("elasticity = 1.2", with: "elasticity = \(value)"))
    let study = try ScenarioFolder(["scenario.toml": text]).load().study
    guard case .ownPrice(.constantElasticity(.demand(let elasticity))) = study.exports[0].response else {
      Issue.record("the line has another response")
      return .distribution(.constant(.nan))
    }
    return elasticity.value
  }

  @Test("An interval is cut at the ends that stand beside it, as text and as a normal's own parameters")
  func cut() throws {
    let whole = try Distribution.normal(low: -0.1, high: 0.3, probability: 0.9)
    let expected = Quantity.Value.distribution(try whole.truncated(lower: 0))
    for value in [
      "{ value = \"-0.1 to 0.3\", lower = 0 }", "{ value = \"-10% to 30%\", lower = 0, source = \"x\" }",
      "{ normal = { low = -0.1, high = 0.3 }, lower = 0 }",
      "{ normal = { low = -0.1, high = 0.3, probability = 0.9 }, lower = 0 }",
    ] { try #expect(elasticity(value) == expected, "\(value)") }
    let both = try Distribution.lognormal(low: 0.5, high: 1.5, probability: 0.9).truncated(lower: 0.4, upper: 2)
    try #expect(elasticity("{ value = \"0.5 to 1.5\", lower = 0.4, upper = 2 }") == .distribution(both))
  }

  @Test("The interval is that of the normal before it is cut: 5 % of it lie below, and as many above")
  func isThatOfTheNormal() throws {
    guard case .distribution(let law) = try elasticity("{ value = \"-0.1 to 0.3\", lower = 0 }") else { return }
    // z = ±1.6448536 at the ends, so that 0 lies at z = −0.8224268, below which are 0.20541624 of the normal (SciPy 1.17).
    #expect((law.cdf(0.3) - (0.95 - 0.205_416_24) / (1 - 0.205_416_24)).magnitude < 1e-7)
    #expect(law.support == Support(lower: 0, upper: .infinity))
  }

  @Test("In a table the way out is a parameter, and it is taken")
  func cell() throws {
    let scenario = try #require(
      SmallScenario.replacing("[[exports.lines]]", with: "[exports]\ntables = [{ file = \"t.csv\" }]\n[[exports.lines]]"))
    let row = { (cell: String) in "id,value,duty,elasticity\nx,1,0,\(cell)\n" }
    let folder = try ScenarioFolder(["scenario.toml": scenario, "t.csv": row("0 to 2")])
    #expect(
      folder.messages() == [
        "t.csv:2:7: exports/x/elasticity: normal(0 to 2, probability 0.9): every value must lie in [0, ∞); state "
          + "{ value = \"0 to 2\", lower = 0 } as a parameter, and write the parameter's name"
      ])
    let followed = scenario.replacing(
      "[parameters.demand]", with: "[parameters.low]\nvalue = { value = \"0 to 2\", lower = 0 }\n\n[parameters.demand]")
    #expect(try ScenarioFolder(["scenario.toml": followed, "t.csv": row("low")]).messages() == [])
    // A range has no other reading in a cell.
    let range = try ScenarioFolder(["scenario.toml": scenario, "t.csv": row("1-2")]).messages()
    #expect(range == ["t.csv:2:7: exports/x/elasticity: 1-2: is not a number; write \"1 to 2\", a 90 % interval"])
    #expect(try ScenarioFolder(["scenario.toml": scenario, "t.csv": row("\"1 to 2\"")]).messages() == [])
  }
}

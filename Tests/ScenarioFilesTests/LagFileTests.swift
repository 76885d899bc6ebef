import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Order lags in scenario files")
struct LagFileTests {
  private static let head = """
    schemaVersion = 1
    title = "Lag"
    home = "Pakistan"
    partner = "United States"
    orderLag = "lag"
    adjustmentHalfLife = { uniform = { lower = 10, upper = 45 } }

    [parameters.lag]
    value = { uniform = { lower = 30, upper = 90 } }

    """
  private static let rest = """
    [exports.defaults]
    duty = 0.1
    elasticity = 1

    [exports.groups.Rice]
    orderLag = 20
    adjustmentHalfLife = 0

    [[exports.lines]]
    id = "6302"
    value = 100

    [[exports.lines]]
    id = "1006"
    value = 50
    group = "Rice"

    [[exports.lines]]
    id = "m"
    hs = "9403"
    value = 50
    response = "market"

    [markets]
    suppliers = [{ origin = "India", hs = "9403", value = 10, duty = 0 }]

    [[markets.list]]
    hs = "94"
    response = "armington"
    substitution = 4
    demandElasticity = 1
    orderLag = "lag"

    [[periods]]
    name = "2025"
    start = 2025-01-01
    end = 2025-12-31

    [[scenarios]]
    name = "now"

    """

  @Test("A lag stands at the head of the file, and nearer a line or a market")
  func levels() throws {
    let study = try ScenarioFolder(["scenario.toml": Self.head + Self.rest]).load().study
    let drawn = try Distribution.uniform(lower: 10, upper: 45)
    let lag = Quantity.Value.parameter(name: "lag", times: 1)
    #expect(
      study.lag
        == OrderLag(
          delay: Quantity(lag, path: "orderLag"), halfLife: Quantity(.distribution(drawn), path: "adjustmentHalfLife")))
    #expect(
      study.exports.map(\.lag) == [
        nil,
        OrderLag(
          delay: .constant(20, path: "exports/1006/orderLag"), halfLife: .constant(0, path: "exports/1006/adjustmentHalfLife")),
        nil,
      ])
    #expect(study.markets[0].lag == OrderLag(delay: Quantity(lag, path: "markets/94/orderLag")))
    #expect(study.uncertainPaths == ["parameters/lag", "adjustmentHalfLife"])
    #expect(try CompiledModel(study).notes.allSatisfy { $0.subject.kind != "lagDrawnForEach" })
  }

  @Test("A lag that is drawn for each line draws a note")
  func drawnForEach() throws {
    let text = (Self.head + Self.rest).replacing(
      "elasticity = 1\n\n", with: "elasticity = 1\norderLag = \"40 to 80\"\n\n", maxReplacements: 1
    ).replacing("orderLag = 20\n", with: "").replacing("id = \"m\"", with: "id = \"5\"\n\n[[exports.lines]]\nid = \"m\"")
      .replacing("response = \"market\"", with: "elasticity = 2")
    var lines = text
    // A line that is no supplier of the market has no need of one.
    lines = lines.replacing("id = \"5\"\n", with: "id = \"5\"\nvalue = 1\n")
    let study = try ScenarioFolder(["scenario.toml": lines]).load().study
    let notes = study.notes.map(\.subject).filter { $0.kind == "lagDrawnForEach" }
    #expect(notes == [.lagDrawnForEach(path: "exports/1006/orderLag", others: 3)])
  }
}

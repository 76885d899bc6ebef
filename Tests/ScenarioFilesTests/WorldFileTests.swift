import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Worlds in scenario files")
struct WorldFileTests {
  @Test("One mistake and its messages", arguments: WorldMistake.all)
  func mistake(_ mistake: WorldMistake) throws {
    var files = WorldScenario.files
    let pieces = try #require(files[mistake.file]).split(separator: mistake.part, omittingEmptySubsequences: false)
    try #require(pieces.count >= 2, "the part must be there")
    files[mistake.file] = pieces[0] + mistake.replacement + pieces.dropFirst().joined(separator: mistake.part)
    #expect(try ScenarioFolder(files).messages() == mistake.messages)
  }

  @Test("Regions in the order of the file, their flows, and changes of tariffs")
  func reads() throws {
    let study = try ScenarioFolder(WorldScenario.files).load().study
    let world = try #require(study.world)
    #expect(world.regions.map(\.name) == ["A", "B"] && world.surplusForm == .triangle)
    #expect(world.regions[0].substitution == .constant(5, path: "world/A/substitution"))
    #expect(world.regions[1].demandElasticity == .constant(1.25, path: "world/B/demandElasticity"))
    #expect(study.uncertainPaths == ["world/B/substitution"])
    let census = Provenance(source: "Census")
    #expect(
      world.flows.last
        == TradeWorld.Flow(
          exporter: "B", importer: "A", value: .constant(60, path: "world/B to A/value", provenance: census),
          tariff: .constant(0.37, path: "world/B to A/tariff", provenance: census)))
    #expect(
      study.worldTariffs == [
        WorldTariff(name: "free", rule: .cut(.constant(1, path: "worldTariffs/free/cut")), importers: ["A"])
      ])
    #expect(study.scenarios[0].worldTariffs == [PolicyScenario.Use("free")])
  }

  @Test("What a region sells to itself needs no tariff, and all else does")
  func ownSales() throws {
    let blank = WorldScenario.flows.replacing("A,A,20,0", with: "A,A,20,")
    let study = try ScenarioFolder(WorldScenario.files.merging(["flows.csv": blank]) { $1 }).load().study
    #expect(study.world?.flows.first?.tariff.value == .distribution(.constant(0)))
    let other = WorldScenario.flows.replacing("A,B,50,0.21", with: "A,B,50,")
    #expect(
      try ScenarioFolder(WorldScenario.files.merging(["flows.csv": other]) { $1 }).messages() == [
        "flows.csv:3:1: world/flows: lacks the key tariff"
      ])
  }

  @Test("The command line fixes a region's elasticity and a flow")
  func overrides() throws {
    let study = try ScenarioFolder(WorldScenario.files).load(
      overrides: [("world/B/substitution", "4"), ("world/A to B/tariff", "10%")]
    ).study
    #expect(study.uncertainPaths.isEmpty)
    #expect(study.world?.flows[1].tariff.value == .distribution(.constant(0.1)))
  }
}

import TariffModel

extension ProblemTests {
  /// Two regions that tax each other's goods, and a scenario in which one abolishes its tariff.
  private static func makeWorld(_ fixture: inout StudyFixture) {
    let names = ["A", "B"]
    fixture.study.world = TradeWorld(
      regions: names.map { name in
        TradeWorld.Region(
          name: name, demandElasticity: number(1), supplyElasticity: number(2), substitution: number(4))
      },
      flows: [("A", "B"), ("B", "A")].map {
        TradeWorld.Flow(exporter: $0, importer: $1, value: number(10), tariff: number(0.1))
      })
    fixture.study.worldTariffs = [WorldTariff(name: "free", rule: .cut(number(1)), importers: ["A"])]
    fixture.study.scenarios[0].worldTariffs = [PolicyScenario.Use("free")]
  }

  /// What the model refuses of worlds.
  static let worldCases: [Case] = [
    Case(name: "tariffs without a world", path: "worldTariffs/free", statement: "at least one world is needed") {
      makeWorld(&$0)
      $0.study.world = nil
      $0.study.scenarios[0].worldTariffs = []
    },
    Case(name: "a world of one region", path: "world/regions", statement: "a world needs at least two regions") {
      $0.study.world = TradeWorld(
        regions: [
          TradeWorld.Region(name: "A", demandElasticity: number(1), supplyElasticity: number(2), substitution: number(4))
        ], flows: [])
    },
    Case(name: "a flow stated twice", path: "world/A to B", statement: "the flow is stated twice") {
      makeWorld(&$0)
      $0.study.world?.flows.append(TradeWorld.Flow(exporter: "A", importer: "B", value: number(1), tariff: number(0)))
    },
    Case(name: "a flow that is not stated", path: "world/flows", statement: "the flow is not stated") {
      makeWorld(&$0)
      $0.study.world?.flows.removeLast()
    },
    Case(name: "a flow to nowhere", path: "world/A to C", statement: "there is no such region") {
      makeWorld(&$0)
      $0.study.world?.flows.append(TradeWorld.Flow(exporter: "A", importer: "C", value: number(1), tariff: number(0)))
    },
    Case(name: "a tariff of a region that is misspelt", path: "worldTariffs/free", statement: "there is no such region") {
      makeWorld(&$0)
      $0.study.world?.regions[0].name = "Bangladesh"
      $0.study.world?.flows = [
        TradeWorld.Flow(exporter: "Bangladesh", importer: "B", value: number(1), tariff: number(0)),
        TradeWorld.Flow(exporter: "B", importer: "Bangladesh", value: number(1), tariff: number(0)),
      ]
      $0.study.worldTariffs[0].importers = ["Bangladehs"]
    },
    Case(
      name: "a tariff of a region on itself", path: "worldTariffs/free", statement: "it falls on no flow between two regions"
    ) {
      makeWorld(&$0)
      $0.study.worldTariffs[0].exporters = ["A"]
    },
    Case(
      name: "a world tariff that is not there", path: "scenarios/policy/worldTariffs/fre",
      statement: "there is no such world tariff"
    ) {
      makeWorld(&$0)
      $0.study.scenarios[0].worldTariffs = [PolicyScenario.Use("fre")]
    },
    Case(
      name: "a scaled new rate between regions", path: "scenarios/policy/worldTariffs/free",
      statement: "a scale multiplies a share; a new rate, a cap or a Swiss coefficient takes none"
    ) {
      makeWorld(&$0)
      $0.study.worldTariffs[0].rule = .newRate(number(0.2))
      $0.study.scenarios[0].worldTariffs[0].scale = number(0.5)
    },
    Case(
      name: "a cut of more than a tariff between regions", path: "scenarios/policy/worldTariffs/free",
      statement: "cut × scale can exceed 1"
    ) {
      makeWorld(&$0)
      $0.study.scenarios[0].worldTariffs[0].scale = number(1.5)
    },
  ]
}

import TariffModel
import Testing

@Suite("Countries that a study has no trade of")
struct StrangerTests {
  private func notes(_ study: Study) throws -> [ModelNote.Subject] {
    try CompiledModel(study).notes.map(\.subject).filter { $0.kind == "strangersNamed" }
  }

  @Test("A measure that is for others than the study has is noted and falls on nothing")
  func nothing() throws {
    var fixture = MarketStudy()
    fixture.study.measures[0].countries = ["Brazil", "Peru"]
    #expect(fixture.study.problems().isEmpty)
    #expect(try notes(fixture.study) == [.strangersNamed(in: "tariff", ["Brazil", "Peru"], fallsOnNothing: true)])
    #expect(try fixture.outcome(.exportRevenueChange) == 0)
    var alone = StudyFixture()
    alone.study.measures[0].countries = ["Brazil"]
    #expect(alone.study.problems().isEmpty)
    #expect(try notes(alone.study) == [.strangersNamed(in: "tariff", ["Brazil"], fallsOnNothing: true)])
    #expect(try alone.outcome(.exportRevenueChange) == 0)
  }

  @Test("One that names some besides its own is noted where there are rivals, and falls on its own")
  func some() throws {
    var fixture = MarketStudy()
    fixture.study.measures[0].countries = ["Home"]
    let expected = try fixture.outcome(.exportRevenueChange)
    fixture.study.measures[0].countries = ["Home", "Brazil"]
    #expect(try notes(fixture.study) == [.strangersNamed(in: "tariff", ["Brazil"], fallsOnNothing: false)])
    #expect(try fixture.outcome(.exportRevenueChange) == expected)
    // A study without rivals has none of the others in any case.
    var alone = StudyFixture()
    alone.study.measures[0].countries = ["Home", "Brazil"]
    #expect(try notes(alone.study).isEmpty)
  }

  @Test(
    "A name that is nearly one of the study's is a mistake, unless the list has that one too",
    arguments: [
      (["Chnia"], true), (["China", "Chnia"], false), (["CHN"], false), (["Partner"], true), (["Partner", "China"], false),
    ])
  func misspelt(countries: [String], isProblem: Bool) {
    var fixture = MarketStudy()
    fixture.study.measures[0].countries = countries
    #expect(fixture.study.problems().isEmpty != isProblem, "\(fixture.study.problems())")
  }

  @Test("A measure for others that covers no line for a prefix of its own stays a mistake")
  func prefix() {
    var fixture = MarketStudy()
    fixture.study.measures[0].countries = ["Brazil"]
    fixture.study.measures[0].covers = [CodePrefix(digits: "99")]
    #expect(fixture.study.problems().map(\.rule) == [.prefixMatchesALine(nearest: nil)])
  }

  @Test(
    "A world tariff of regions that the world does not have is noted",
    arguments: [(["Elsewhere"], true), (["B", "Elsewhere"], false)])
  func world(exporters: [String], fallsOnNothing: Bool) throws {
    var study = Study(title: "test", home: "A", partner: "B")
    study.world = TradeWorld(
      regions: ["A", "B"].map {
        TradeWorld.Region(name: $0, demandElasticity: number(1), supplyElasticity: number(2), substitution: number(4))
      },
      flows: [("A", "B"), ("B", "A")].map {
        TradeWorld.Flow(exporter: $0, importer: $1, value: number(10), tariff: number(0.1))
      })
    study.worldTariffs = [WorldTariff(name: "free", rule: .cut(number(1)), exporters: exporters, importers: ["A"])]
    study.scenarios = [PolicyScenario(name: "policy", worldTariffs: [PolicyScenario.Use("free")])]
    #expect(study.problems().isEmpty)
    #expect(try notes(study) == [.strangersNamed(in: "free", ["Elsewhere"], fallsOnNothing: fallsOnNothing)])
  }
}

import Distributions
import ScenarioFiles
import TariffModel
import Testing

@Suite("Quotas, displaced suppliers, jobs and products in a scenario file")
struct EffectTests {
  private func study(_ part: String, _ replacement: String) throws -> Study {
    let text = try #require(SmallScenario.replacing(part, with: replacement))
    return try ScenarioFolder(["scenario.toml": text]).load().study
  }

  @Test("A quota with all its keys, and its use with a scale")
  func quota() throws {
    let study = try study(
      "[[scenarios]]\nname = \"now\"",
      """
      [[quotas]]
      name = "deal"
      quantity = "60 to 120"
      inQuotaRate = 0.05
      outOfQuotaRate = "125%"
      holder = "government"
      covers = ["63"]
      start = 2025-08-07
      end = 2026-08-06

      [[scenarios]]
      name = "now"
      quotas = { deal = 0.5 }
      """)
    let quantity = Quantity(
      .distribution(try .lognormal(low: 60, high: 120, probability: 0.9)), path: "quotas/deal/quantity")
    #expect(
      study.quotas == [
        TariffQuota(
          name: "deal", covers: [CodePrefix(digits: "63")], quantity: quantity,
          inQuotaRate: .constant(0.05, path: "quotas/deal/inQuotaRate"),
          outOfQuotaRate: .constant(1.25, path: "quotas/deal/outOfQuotaRate"),
          validity: Validity(
            start: CivilDate(year: 2025, month: 8, day: 7), end: CivilDate(year: 2026, month: 8, day: 6)),
          holder: .government)
      ])
    #expect(
      study.scenarios[0].quotas == [
        PolicyScenario.Use("deal", scale: .constant(0.5, path: "scenarios/now/quotas/deal"))
      ])
    #expect(study.uncertainPaths == ["parameters/demand", "quotas/deal/quantity"])
  }

  @Test("Displaced suppliers keep the order of the file")
  func suppliers() throws {
    let study = try study("additionality = 0.1", "additionality = 0.1\nsuppliers = { Brazil = 0.7, Argentina = 0.3 }")
    #expect(
      study.commitments[0].suppliers == [
        DisplacedSupplier(origin: "Brazil", share: 0.7), DisplacedSupplier(origin: "Argentina", share: 0.3),
      ])
  }

  @Test("Jobs by default are drawn for each group, and a group may have its own with a source")
  func jobs() throws {
    let study = try study(
      "[[imports.lines]]",
      """
      [[exports.lines]]
      id = "6109"
      group = "Knitwear"
      value = 50
      duty = 0.1
      elasticity = 1.2

      [[exports.lines]]
      id = "6203"
      group = "Apparel"
      value = 50
      duty = 0.1
      elasticity = 1.2

      [jobs]
      default = "20 to 60"

      [jobs.groups]
      Apparel = { value = 80, source = "A survey", judgement = true }

      [[imports.lines]]
      """)
    let jobs = try #require(study.jobs)
    let template = try Distribution.lognormal(low: 20, high: 60, probability: 0.9)
    #expect(jobs.byGroup["Knitwear"] == Quantity(.distribution(template), path: "jobs/groups/Knitwear"))
    #expect(jobs.ungrouped == Quantity(.distribution(template), path: "jobs/ungrouped"))
    #expect(
      jobs.byGroup["Apparel"]
        == .constant(80, path: "jobs/groups/Apparel", provenance: Provenance(source: "A survey", isJudgement: true)))
  }

  @Test("Gross domestic products")
  func gdp() throws {
    let study = try study("[[measures]]", "[gdp]\nhome = 373000\npartner = \"28000000 to 30000000\"\n\n[[measures]]")
    #expect(study.gdp?.home == .constant(373_000, path: "gdp/home"))
    #expect(study.gdp?.partner?.path == "gdp/partner")
    #expect(try self.study("[[measures]]", "[gdp]\nhome = 373000\n\n[[measures]]").gdp?.partner == nil)
  }

  @Test("The command line replaces the numbers of all of them")
  func overrides() throws {
    let text = try #require(
      SmallScenario.replacing("[[measures]]", with: "[gdp]\nhome = 373000\n\n[jobs]\ndefault = 40\n\n[[measures]]"))
    let folder = try ScenarioFolder(["scenario.toml": text])
    let study = try folder.load(overrides: [("gdp/home", "400000"), ("jobs/ungrouped", "55")]).study
    let (home, jobs) = (
      Provenance(isJudgement: true, former: "373000"), Provenance(isJudgement: true, former: "40")
    )
    #expect(study.gdp?.home == .constant(400_000, path: "gdp/home", provenance: home))
    #expect(study.jobs?.ungrouped == .constant(55, path: "jobs/ungrouped", provenance: jobs))
  }
}

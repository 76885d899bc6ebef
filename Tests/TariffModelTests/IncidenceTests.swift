import Distributions
import TariffModel
import Testing

@Suite("Incidence")
struct IncidenceTests {
  private let duty = 0.095891258

  private func incidence(_ response: OwnPriceResponse, rate: Double = 0.29) throws -> (buyer: Double, exporter: Double) {
    let fixture = StudyFixture(duty: duty, rate: rate, response: response)
    return (try fixture.outcome(.buyerIncidence), try fixture.outcome(.exporterIncidence))
  }

  @Test("Demand and supply: the buyer bears μ/(μ + ε), the exporter the rest", arguments: ExportResponseTests.incidenceCases)
  func demandAndSupply(_ c: ExportResponseTests.IncidenceCase) throws {
    let (buyer, exporter) = try incidence(
      .constantElasticity(.demandAndSupply(elasticity: number(c.epsilon), supply: .finite(number(c.mu)))))
    #expect(isClose(buyer, c.passThrough, relative: 1e-12))
    // The worked 1 − ρ has lost digits where ρ is near 1.
    #expect(isClose(exporter, 1 - c.passThrough, relative: 1e-12, scale: 1))
  }

  @Test("A stated pass-through is the buyer's part, and infinite supply is all of it")
  func passThrough() throws {
    #expect(
      try incidence(.constantElasticity(.demandAndPassThrough(elasticity: number(1.1), passThrough: number(0.8)))).buyer == 0.8)
    #expect(try incidence(.constantElasticity(.demand(elasticity: number(1.1)))) == (1, 0))
    #expect(try incidence(.constantElasticity(.demandAndSupply(elasticity: number(2), supply: .infinite))) == (1, 0))
  }

  /// ln(1 + 0.5(τ − 1))/ln τ at τ = 1.385891258/1.095891258, computed to 17 digits in 40-digit decimals (Python).
  @Test("In levels the buyer bears ln(1 + ρ(τ − 1))/ln τ, the exporter nothing, the importer's margin the rest")
  func levels() throws {
    for response in [
      OwnPriceResponse.levels(elasticity: number(2), passThrough: number(0.5)),
      .linear(elasticity: number(0.4), passThrough: number(0.5)),
    ] {
      let (buyer, exporter) = try incidence(response)
      #expect(isClose(buyer, 0.52927978132082832, relative: 1e-12))
      #expect(exporter == 0)
    }
  }

  @Test("No change of duty has no incidence, and an elasticity of values says nothing of prices")
  func notAvailable() throws {
    for fixture in [
      StudyFixture(rate: 0), StudyFixture(response: .valueElasticity(number(2))), StudyFixture(response: .theta(number(2))),
    ] {
      let outcomes = try CompiledModel(fixture.study, reportsLines: true).outcomes.map(\.key.outcome)
      #expect(!outcomes.contains(.buyerIncidence) && !outcomes.contains(.exporterIncidence))
    }
  }

  @Test("Groups and the total weigh their lines by base spending at the buyer's price, lines without an answer left out")
  func weighted() throws {
    var fixture = StudyFixture(value: 100, duty: 0.2, response: .constantElasticity(.demand(elasticity: number(1))))
    func add(_ id: String, _ value: Double, _ duty: Double, _ response: OwnPriceResponse) {
      fixture.study.exports.append(
        ExportLine(
          id: id, group: "Textiles", baseValue: number(value), baseDuty: number(duty), response: .ownPrice(response)))
    }
    add("2", 50, 0.1, .constantElasticity(.demandAndPassThrough(elasticity: number(1), passThrough: number(0.4))))
    add("3", 900, 0.1, .valueElasticity(number(2)))
    let expected = (100 * 1.2 * 1 + 50 * 1.1 * 0.4) / (100 * 1.2 + 50 * 1.1)
    #expect(isClose(try fixture.outcome(.buyerIncidence), expected))
    #expect(isClose(try fixture.outcome(.exporterIncidence), 1 - expected))
    #expect(isClose(try fixture.outcome(.buyerIncidence, slice: .group("Textiles")), expected))
    #expect(isClose(try fixture.outcome(.buyerIncidence, slice: .line("2")), 0.4))
    #expect(isClose(try fixture.outcome(.exporterIncidence, slice: .line("2")), 0.6))
  }

  @Test("In a market that a tariff hits evenly the buyer bears μ/(μ + η), and in one that it hits unevenly rivals move the price")
  func market() throws {
    var market = MarketStudy(rivals: [(origin: "India", value: 300.0, duty: 0.1), (origin: "China", value: 600.0, duty: 0.1)])
    market.study.markets[0].supply = .finite(number(4))
    #expect(isClose(try market.outcome(.buyerIncidence), 4 / 5.2, relative: 1e-12))
    #expect(isClose(try market.outcome(.exporterIncidence), 1.2 / 5.2, relative: 1e-12))
    // Hit alone, home faces rivals' prices that hardly move and gives way more.
    market.study.measures[0].countries = ["Home"]
    #expect(try market.outcome(.exporterIncidence) > 1.2 / 5.2)
    // Where the change of duty may be none there is no ratio to take.
    market.study.measures[0].rate = .uniform(Quantity(.distribution(try .uniform(lower: 0, upper: 0.3)), path: "rate"))
    #expect(try !CompiledModel(market.study).outcomes.contains { $0.key.outcome == .buyerIncidence })
  }

  @Test("The duty paid is reported by group and by line")
  func dutyByPart() throws {
    var fixture = StudyFixture(value: 100, duty: 0.1, rate: 0)
    fixture.study.exports.append(
      ExportLine(
        id: "2", baseValue: number(50), baseDuty: number(0.2),
        response: .ownPrice(.constantElasticity(.demand(elasticity: number(1))))))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue, slice: .line("2")), 10))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue, slice: .group("Textiles")), 10))
    #expect(isClose(try fixture.outcome(.partnerTariffRevenue), 20))
  }
}

import TariffModel
import Testing

@Suite("Imports under cuts")
struct ImportSideTests {
  /// Imports of 100 at a tariff of 25 % and barriers of 60 % under some cuts.
  private func imports(
    _ response: ImportResponse, tariffCut: TariffCut.Rule? = nil, barrierCut: Double? = nil, outcome: Outcome = .imports
  ) throws -> Double {
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 100, tariff: 0.25, barrier: 0.6, response: response)
    if let tariffCut {
      fixture.study.tariffCuts = [TariffCut(name: "cut", rule: tariffCut)]
      fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("cut")]
    }
    if let barrierCut {
      fixture.study.barrierCuts = [BarrierCut(name: "inspections", share: number(barrierCut))]
      fixture.study.scenarios[0].barrierCuts = [PolicyScenario.Use("inspections")]
    }
    return try fixture.outcome(outcome)
  }

  private let log = ImportResponse.log(elasticity: number(2), passThrough: number(0.5))

  @Test("Abolition takes the tariff out of the landed price")
  func abolition() throws {
    // T̂ = 1/1.25, exponent −ρε = −1.
    #expect(isClose(try imports(log, tariffCut: .share(number(1))), 125))
    #expect(isClose(try imports(log, tariffCut: .share(number(1)), outcome: .homeTariffRevenueChange), -25))
  }

  @Test("Every form of a cut reaches its rate")
  func forms() throws {
    // Half of 25 %, a new rate, a cap and the Swiss formula with A = 25 % all give 12.5 %.
    for rule in [
      TariffCut.Rule.share(number(0.5)), .newRate(number(0.125)), .cap(number(0.125)), .swiss(coefficient: number(0.25)),
    ] {
      #expect(isClose(try imports(log, tariffCut: rule), 100 * 1.25 / 1.125))
      #expect(isClose(try imports(log, tariffCut: rule, outcome: .homeTariffRevenueChange), 12.5 / 1.125 * 1.25 - 25))
    }
    #expect(isClose(try imports(log, tariffCut: .cap(number(0.9))), 100))
  }

  @Test("Barriers have a price and no revenue")
  func barriers() throws {
    // n from 0.6 to 0.28: T̂ = 1.28/1.6.
    #expect(isClose(try imports(log, barrierCut: 0.32 / 0.6), 125))
    #expect(isClose(try imports(log, barrierCut: 0.32 / 0.6, outcome: .homeTariffRevenueChange), 0.25 * 25))
  }

  @Test("With average rates the response is taken once, at the mean of the cut's days")
  func averageRate() throws {
    let day = { (month: Int, day: Int) in try #require(CivilDate(year: 2025, month: month, day: day)) }
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 365, tariff: 0.25)
    fixture.study.periods = [Period(name: "2025", start: try day(1, 1), end: try day(12, 31))]
    // 73 of 365 days without the tariff of 25 %.
    let validity = Validity(start: try day(10, 20))
    fixture.study.tariffCuts = [TariffCut(name: "cut", rule: .share(number(1)), validity: validity)]
    fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("cut")]
    #expect(isClose(try fixture.outcome(.imports, period: "2025"), 292 + 73 * 1.25))
    fixture.study.periodResponse = .averageRate
    #expect(isClose(try fixture.outcome(.imports, period: "2025"), 365 * 1.25 / 1.2))
  }

  @Test("Additionality η/ε is a share, at most 1", arguments: [(0.25, 0.25), (1, 1), (3, 1)])
  func demandRatio(eta: Double, share: Double) throws {
    var fixture = StudyFixture(rate: 0)
    fixture.addImport(value: 100, tariff: 0.25)
    fixture.study.imports[0].additionality = .demandRatio(importDemandElasticity: number(eta))
    fixture.study.tariffCuts = [TariffCut(name: "cut", rule: .share(number(1)))]
    fixture.study.scenarios[0].tariffCuts = [PolicyScenario.Use("cut")]
    #expect(isClose(try fixture.outcome(.totalBalanceChange), -25 * share))
  }

  @Test("Every response has its formula")
  func responses() throws {
    let cut = TariffCut.Rule.share(number(1))
    #expect(isClose(try imports(.levels(elasticity: number(2), passThrough: number(0.5)), tariffCut: cut), 100 / (0.9 * 0.9)))
    #expect(isClose(try imports(.valueElasticity(number(2)), tariffCut: cut), 100 / (0.8 * 0.8)))
    // μ = 2, ε = 1: exponent −ε(1 + μ)/(μ + ε) = −1.
    #expect(isClose(try imports(.supply(elasticity: number(1), supply: number(2)), tariffCut: cut), 125))
    #expect(isClose(try imports(.log(elasticity: number(1), passThrough: nil), tariffCut: cut), 125))
  }
}

import TariffModel
import Testing

@Suite("Export responses")
struct ExportResponseTests {
  /// Duty 9.5891258 % before and 38.5891258 % after: τ = 1.26462479546488.
  private let duty = 0.095891258
  private let tau = 1.385891258 / 1.095891258

  /// A constant-elasticity case: ε, μ, and the exporter's price, quantity and value relatives.
  struct IncidenceCase: Sendable {
    let epsilon, mu, passThrough, priceHat, quantityHat, valueHat: Double
  }

  /// Constant-elasticity incidence cases in double precision, computed independently of this program from
  /// V̂ = τ^(−ε(1+μ)/(μ+ε)); the inputs are the US duty on Pakistan in 2024 (Census) and the 29 % of April 2025.
  static let incidenceCases = [
    IncidenceCase(
      epsilon: 1.1, mu: 10, passThrough: 0.9009009009009009, priceHat: 0.9770025294508088, quantityHat: 0.7924226508465543,
      valueHat: 0.7741989342711987),
    IncidenceCase(
      epsilon: 1.1, mu: 3, passThrough: 0.7317073170731708, priceHat: 0.9389542323966387, quantityHat: 0.8278149621295894,
      valueHat: 0.777280362332841),
    IncidenceCase(
      epsilon: 2.5, mu: 10, passThrough: 0.8, priceHat: 0.9541302420743557, quantityHat: 0.625282990065808,
      valueHat: 0.5966014106764663),
    IncidenceCase(
      epsilon: 5, mu: 10, passThrough: 0.6666666666666666, priceHat: 0.9247253622141499, quantityHat: 0.45722260195159103,
      valueHat: 0.4228053362021811),
    IncidenceCase(
      epsilon: 0.4, mu: 1e9, passThrough: 0.9999999996000001, priceHat: 0.9999999999060898, quantityHat: 0.9103645188750656,
      valueHat: 0.9103645187895731),
  ]

  /// V̂ of a line of value 1, with everything redirected at no discount so that R = 1 − q̂ shows the quantity.
  private func relatives(
    _ response: OwnPriceResponse, duty: Double? = nil, rate: Double = 0.29
  ) throws -> (value: Double, quantity: Double) {
    var fixture = StudyFixture(value: 1, duty: duty ?? self.duty, rate: rate, response: response)
    fixture.study.exports[0].redirection = number(1)
    return (try fixture.outcome(.exportRevenue), 1 - (try fixture.outcome(.redirectedExports)))
  }

  @Test("Demand and supply elasticity, against worked cases", arguments: incidenceCases)
  func demandAndSupply(_ c: IncidenceCase) throws {
    let (value, quantity) = try relatives(
      .constantElasticity(.demandAndSupply(elasticity: number(c.epsilon), supply: .finite(number(c.mu)))))
    // The cases are printed to 16 digits; τ itself is rounded, which an exponent of up to 5 multiplies.
    #expect(isClose(value, c.valueHat, relative: 1e-13))
    #expect(isClose(quantity, c.quantityHat, relative: 1e-13))
    #expect(isClose(value / quantity, c.priceHat, relative: 1e-13))
  }

  @Test("A pass-through of μ/(μ + ε) is the same as the supply elasticity", arguments: incidenceCases)
  func passThroughIsSupply(_ c: IncidenceCase) throws {
    let byPassThrough = try relatives(
      .constantElasticity(.demandAndPassThrough(elasticity: number(c.epsilon), passThrough: number(c.passThrough))))
    let bySupply = try relatives(
      .constantElasticity(.supplyAndPassThrough(supply: number(c.mu), passThrough: number(c.passThrough))))
    // At μ = 10⁹ the worked pass-through carries only seven digits of 1 − ρ, which (1 − ρ)(1 + μ) shows.
    let tolerance = c.mu > 1e6 ? 1e-7 : 1e-12
    #expect(isClose(byPassThrough.value, c.valueHat, relative: 1e-12))
    #expect(isClose(byPassThrough.quantity, c.quantityHat, relative: 1e-12))
    #expect(isClose(bySupply.value, c.valueHat, relative: tolerance))
    #expect(isClose(bySupply.quantity, c.quantityHat, relative: tolerance))
  }

  @Test("Infinite supply and a silent pass-through are full pass-through: V̂ = τ^−ε")
  func fullPassThrough() throws {
    let expected = 1 / (tau * tau)
    for incidence in [
      Incidence.demand(elasticity: number(2)), .demandAndSupply(elasticity: number(2), supply: .infinite),
      .demandAndPassThrough(elasticity: number(2), passThrough: number(1)),
    ] {
      let (value, quantity) = try relatives(.constantElasticity(incidence))
      #expect(isClose(value, expected))
      #expect(isClose(quantity, expected))
    }
  }

  @Test("Value elasticities are exponents of τ, θ one less")
  func valueAndTheta() throws {
    #expect(isClose(try relatives(.valueElasticity(number(2))).value, 1 / (tau * tau)))
    #expect(isClose(try relatives(.theta(number(1))).value, 1 / (tau * tau)))
    #expect(isClose(try relatives(.theta(number(2))).value, 1 / (tau * tau * tau)))
  }

  @Test(
    "Levels: V̂ = (1 + ρ(τ − 1))^−ε; 29 % without a base duty, ρ 0.8, ε 1.1 gives 0.810, the log form 0.776 at exporter's prices")
  func levelsAgainstLog() throws {
    let levels = try relatives(.levels(elasticity: number(2), passThrough: number(0.5)))
    #expect(isClose(levels.value, 1 / ((1 + 0.5 * (tau - 1)) * (1 + 0.5 * (tau - 1)))))
    let retail = try relatives(.levels(elasticity: number(1.1), passThrough: number(0.8)), duty: duty)
    let border = try relatives(
      .constantElasticity(.demandAndPassThrough(elasticity: number(1.1), passThrough: number(0.8))), duty: duty)
    // MODEL §3.1 states both to three digits for the 2024 duty.
    #expect((retail.value * 1000).rounded() == 810)
    #expect((border.value * 1000).rounded() == 776)
  }

  /// Lahore School of Economics, policy note of April 2025: exports of 5.18 bn, elasticity 0.4, losses of 0.8, 0.6 and 0.4 bn.
  @Test("Linear response, against the Lahore School's losses", arguments: [(0.39, 0.8), (0.29, 0.6), (0.19, 0.4)])
  func lahoreSchool(tariff: Double, publishedLoss: Double) throws {
    let response = OwnPriceResponse.linear(elasticity: number(0.4), passThrough: nil)
    let loss = 5.18 * (1 - (try relatives(response, duty: 0, rate: tariff).value))
    #expect((loss * 10).rounded() / 10 == publishedLoss)
    #expect(isClose(loss, 5.18 * 0.4 * tariff, relative: 1e-13))
  }

  @Test("A linear response stops at no trade")
  func linearFloor() throws {
    var fixture = StudyFixture(rate: 1, response: .linear(elasticity: number(4), passThrough: nil))
    // A line that goes on trading: without any trade there is no effective rate.
    fixture.study.exports.append(StudyFixture().study.exports[0])
    fixture.study.exports[1].id = "2"
    #expect(try fixture.outcome(.exportRevenue, slice: .line("1")) == 0)
  }

  @Test("Redirection: a share of the lost quantity at the base price less the discount")
  func redirection() throws {
    var fixture = StudyFixture(value: 200, duty: 0, rate: 1)
    fixture.study.exports[0].redirection = number(0.25)
    fixture.study.exports[0].redirectionDiscount = number(0.2)
    // τ = 2, ε = 1: half of the quantity is lost.
    #expect(isClose(try fixture.outcome(.redirectedExports), 200 * 0.5 * 0.25 * 0.8))
    #expect(isClose(try fixture.outcome(.totalExportRevenue), 100 + 20))
  }

  @Test("No tariff change, no effect, whatever the response")
  func noChange() throws {
    for response in [
      OwnPriceResponse.constantElasticity(.demand(elasticity: number(1.3))),
      .constantElasticity(.demandAndSupply(elasticity: number(1.3), supply: .finite(number(2)))),
      .levels(elasticity: number(1.3), passThrough: number(0.7)), .linear(elasticity: number(1.3), passThrough: number(0.7)),
      .valueElasticity(number(1.3)), .theta(number(1.3)),
    ] {
      let fixture = StudyFixture(rate: 0, response: response)
      #expect(try fixture.outcome(.exportRevenueChange) == 0)
      #expect(try fixture.outcome(.balanceChange) == 0)
      #expect(isClose(try fixture.outcome(.effectiveTariffRate), 0.1))
    }
  }

  @Test("Outcomes scale with the units of value")
  func unitsScale() throws {
    let one = StudyFixture(value: 1, response: .levels(elasticity: number(1.7), passThrough: number(0.6)))
    let many = StudyFixture(value: 4096, response: .levels(elasticity: number(1.7), passThrough: number(0.6)))
    for outcome in [Outcome.exportRevenue, .exportRevenueChange, .partnerTariffRevenue] {
      #expect(isClose(try many.outcome(outcome), 4096 * (try one.outcome(outcome))))
    }
    #expect(try many.outcome(.exportRevenueChangePercent) == one.outcome(.exportRevenueChangePercent))
    #expect(try many.outcome(.effectiveTariffRate) == one.outcome(.effectiveTariffRate))
  }
}

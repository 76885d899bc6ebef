import Glibc
import TariffModel
import Testing

/// Quotas whose lines hardly react, and rates far apart, against closed forms.
@Suite("Tariff-rate quotas at the ends of elasticities and rates")
struct QuotaDigitsTests {
  private func fixture(
    _ quantity: Double, values: [Double] = [300], duty: Double = 0, rate: Double = 0, inQuota: Double = 0, outOfQuota: Double = 1,
    response: OwnPriceResponse
  ) -> StudyFixture {
    var fixture = StudyFixture(rate: rate)
    fixture.study.exports = values.enumerated().map { index, value in
      ExportLine(
        id: "\(index)", baseValue: number(value), baseDuty: number(duty), response: .ownPrice(response), redirection: number(1))
    }
    fixture.study.quotas = [
      TariffQuota(
        name: "q", quantity: number(quantity), inQuotaRate: number(inQuota), outOfQuotaRate: number(outOfQuota),
        holder: .importer)
    ]
    fixture.study.scenarios[0].quotas = [PolicyScenario.Use("q")]
    return fixture
  }

  private func regimes(_ fixture: StudyFixture) throws -> [Double] {
    try [Outcome.quotaUnfilled, .quotaFilled, .quotaExceeded].map { try fixture.outcome($0, slice: .quota("q")) }
  }

  private static let whole: [[Double]] = [[300], [120, 180], [1e-3, 299, 0.999]]

  @Test("A quota just filled has the rent of its closed form at every elasticity", arguments: whole)
  func smallElasticities(values: [Double]) throws {
    let value = values.reduce(0, +)
    for elasticity in [2, 1e-1, 1e-3, 1e-6, 1e-9, 1e-12] {
      for shadow in [0.9, 0.3, 0.01] {
        // Exactly representable: what is lost is 300·(1 − (1 + r)^−ε).
        let lost = -value * expm1(-elasticity * log1p(shadow))
        let quantity = value - lost
        // r from the quantity as it was rounded.
        let rate = expm1(-log1p((quantity - value) / value) / elasticity)
        let inputs = max(1, 1e-16 * value / (elasticity * value) / 1e-10)
        for response in [
          OwnPriceResponse.valueElasticity(number(elasticity)),
          .constantElasticity(.demandAndSupply(elasticity: number(elasticity), supply: .infinite)),
          .levels(elasticity: number(elasticity), passThrough: number(1)),
        ] {
          guard rate > 0, rate < 1 else { continue }
          let fixture = fixture(quantity, values: values, response: response)
          let expected = rate * quantity
          // One line knows V; the sum of several is rounded, which the elasticity magnifies.
          let tolerance = values.count == 1 ? 1e-10 : 1e-10 * inputs
          #expect(
            isClose(try fixture.outcome(.quotaRent), expected, relative: tolerance), "\(elasticity) \(shadow) \(values)")
          #expect(isClose(try fixture.outcome(.exportRevenue), quantity, relative: 1e-10))
          #expect(try regimes(fixture) == [0, 1, 0])
        }
      }
    }
  }

  @Test("Linear lines that hardly react have the rent of their closed form")
  func smallSlopes() throws {
    for slope in [1.0, 1e-3, 1e-6, 1e-9] {
      let quantity = 300 - 300 * slope * 0.4
      let rate = (300 - quantity) / 300 / slope
      let fixture = fixture(quantity, response: .linear(elasticity: number(slope), passThrough: number(1)))
      #expect(isClose(try fixture.outcome(.quotaRent), rate * quantity, relative: 1e-10), "\(slope)")
      #expect(try regimes(fixture) == [0, 1, 0])
    }
  }

  @Test("With a prohibitive rate beyond it just the quota enters, however high its own price", arguments: whole)
  func prohibitive(values: [Double]) throws {
    for elasticity in [0.004, 0.006, 0.02, 0.5, 3, 60] {
      let fixture = fixture(200, values: values, outOfQuota: 1e200, response: .valueElasticity(number(elasticity)))
      let rate = expm1(-log(200.0 / 300) / elasticity)
      #expect(isClose(try fixture.outcome(.exportRevenue), 200, relative: 1e-10), "\(elasticity)")
      #expect(isClose(try fixture.outcome(.quotaRent), 200 * rate, relative: 1e-10), "\(elasticity)")
      #expect(try regimes(fixture) == [0, 1, 0])
    }
  }

  @Test("Just under and just over what is sold at either rate", arguments: whole)
  func edges(values: [Double]) throws {
    for elasticity in [1e-6, 0.3, 4] {
      let response = OwnPriceResponse.valueElasticity(number(elasticity))
      let (most, least) = (300 * pow(1.05, -elasticity), 300 * pow(1.8, -elasticity))
      for (quantity, rate, regime) in [
        (most * (1 + 1e-13), 0.05, 0), (most * (1 - 1e-9), 0.05, 1), (least * (1 - 1e-13), 0.8, 2), (least * (1 + 1e-9), 0.8, 1),
      ] {
        let fixture = fixture(quantity, values: values, inQuota: 0.05, outOfQuota: 0.8, response: response)
        let sold = min(max(quantity, least), most)
        #expect(isClose(try fixture.outcome(.exportRevenue), sold, relative: 1e-10))
        if regime != 1 {
          var expected = [0.0, 0, 0]
          expected[regime] = 1
          #expect(try regimes(fixture) == expected, "\(elasticity) \(quantity)")
          #expect(isClose(try fixture.outcome(.quotaRent), (rate - 0.05) * quantity, relative: 1e-10, scale: 1e-10))
        }
      }
    }
  }

  @Test("Lines that do not react fill the quota or exceed it, and pay the rate of that", arguments: whole)
  func noReaction(values: [Double]) throws {
    for response in [
      OwnPriceResponse.valueElasticity(number(0)), .levels(elasticity: number(0), passThrough: number(1)),
      .levels(elasticity: number(2), passThrough: number(0)), .linear(elasticity: number(0), passThrough: number(1)),
    ] {
      for (quantity, rent, regime) in [(301.0, 0.0, [1.0, 0, 0]), (200, 0.75 * 200, [0, 0, 1]), (0, 0, [0, 0, 1])] {
        let fixture = fixture(quantity, values: values, inQuota: 0.25, response: response)
        #expect(isClose(try fixture.outcome(.exportRevenue), 300, relative: 1e-12))
        #expect(isClose(try fixture.outcome(.quotaRent), rent, relative: 1e-12))
        #expect(try regimes(fixture) == regime)
      }
    }
  }

  @Test("A quota of nothing is its out-of-quota rate, also where trade ends below it", arguments: whole)
  func nothing(values: [Double]) throws {
    for response in [
      OwnPriceResponse.linear(elasticity: number(2), passThrough: number(1)), .valueElasticity(number(3)),
      .levels(elasticity: number(3), passThrough: number(0.5)),
    ] {
      let quota = fixture(0, values: values, duty: 0.05, rate: 0.1, outOfQuota: 0.9, response: response)
      var plain = quota
      plain.study.quotas = []
      plain.study.scenarios[0].quotas = []
      plain.study.measures[0].rate = .uniform(number(1))
      for outcome in [Outcome.exportRevenue, .partnerTariffRevenue, .effectiveTariffRateFixedWeights] {
        #expect(isClose(try quota.outcome(outcome), try plain.outcome(outcome), relative: 1e-12), "\(outcome) \(response)")
      }
      #expect(try quota.outcome(.quotaRent) == 0)
    }
  }

  @Test("Lines that end one after the other sell the quota together")
  func endingLines() throws {
    var fixture = fixture(
      20, values: [100, 100], outOfQuota: 5, response: .linear(elasticity: number(2), passThrough: number(1)))
    fixture.study.exports[1].response = .ownPrice(.linear(elasticity: number(0.5), passThrough: number(1)))
    // The first has ended at 0.5; the second sells 100·(1 − r/2) = 20 at 1.6.
    #expect(isClose(try fixture.outcome(.exportRevenue), 20, relative: 1e-12))
    #expect(isClose(try fixture.outcome(.quotaRent), 32, relative: 1e-12))
  }
}

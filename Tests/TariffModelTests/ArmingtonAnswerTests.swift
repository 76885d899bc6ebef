import TariffModel
import Testing

/// Answers of other programs.
@Suite("Armington, known answers")
struct ArmingtonAnswerTests {
  /// A tariff of 10 % on the second of three suppliers, the worked example of the R package `emr`.
  ///
  /// Solved by its `simple_armington` with `nleqslv` under R 4.2.2 (github.com/paulofelipe/emr, commit ae3ff84).
  @Test("Three regions, against the solver of emr")
  func threeRegions() {
    let market = MarketFixture([
      .init(value: 60, supply: 1), .init(value: 30, power: 1.1, supply: 10), .init(value: 10, supply: 10),
    ])
    let prices = [1.02124038056791, 1.07851501602614, 1.00753465367605]
    let quantities = [1.021240380567909, 0.820984786717808, 1.077953244992566]
    // The printed digits of the prices end at 10⁻¹⁴.
    for answer in [market.armington(), market.nested(within: [4], between: 4)] {
      for i in 0..<3 {
        #expect(isClose(answer.buyerPrices[i], prices[i], relative: 3e-14))
        #expect(isClose(answer.quantities[i], quantities[i], relative: 3e-14))
        #expect(isClose(answer.values[i], prices[i] / market.suppliers[i].power * quantities[i], relative: 6e-14))
      }
      #expect(isClose(answer.priceIndex, 1.03565068788505, relative: 3e-14))
      // Its quantity index is P^−η.
      #expect(isClose(1 / answer.priceIndex, 0.96557653241379, relative: 3e-14))
    }
  }

  /// Brazil's assessment of an antidumping duty of 90 % on optical fibre cables from China.
  ///
  /// Diário Oficial da União no. 243 of 22 December 2025, section 1, page 186, tables 3 and 4, by the same model. Base values and
  /// parameters are withheld there. The published changes of P, Q, p and q for Brazil fix η = 1.5, σ = 3 and μ = 2.5 by their
  /// logarithms; μ = 25 abroad and the three base values (226.9, 130.4 and 17.9 USD m) are fitted here, and five numbers are left
  /// to agree with.
  @Test("Optical fibre cables, against Brazil's published simulation, to its digits")
  func opticalFibre() {
    var market = MarketFixture([
      .init(value: 226.922, supply: 2.5), .init(value: 130.390, power: 1.9, supply: 25), .init(value: 17.906, supply: 25),
    ])
    (market.substitution, market.demand) = (3, 1.5)
    let answer = market.armington()
    func percent(_ relative: Double) -> Double { 100 * (relative - 1) }
    #expect(abs(percent(answer.priceIndex) - 19.10) < 0.01)
    #expect(abs(1 / (answer.priceIndex * answer.priceIndex.squareRoot()) - 1 + 0.2306) < 1e-4)
    #expect(abs(percent(answer.quantities[0]) - 12.65) < 0.01)
    #expect(abs(percent(answer.buyerPrices[0]) - 4.88) < 0.01)
    // Spending, duty included, USD m.
    for (i, change) in [41.20, -77.52, 4.94].enumerated() {
      let spending = market.suppliers[i].value * (answer.buyerPrices[i] * answer.quantities[i] - 1)
      #expect(abs(spending - change) < 0.02)
    }
  }

  /// ρ = μ/(μ + ε) and the relatives for τ = 1.385891258/1.095891258, computed in another language from the formulas in levels.
  @Test(
    "A single supplier has the incidence of constant elasticities, whatever σ is",
    arguments: [
      (1.1, 10, 0.9770025294508088, 0.7924226508465543, 0.7741989342711987),
      (1.1, 3, 0.9389542323966387, 0.8278149621295894, 0.777280362332841),
      (2.5, 10, 0.9541302420743557, 0.625282990065808, 0.5966014106764663),
      (5, 10, 0.9247253622141499, 0.45722260195159103, 0.4228053362021811),
      (0.4, 1e9, 0.9999999999060898, 0.9103645188750656, 0.9103645187895731),
    ] as [(Double, Double, Double, Double, Double)])
  func incidence(demand: Double, supply: Double, price: Double, quantity: Double, value: Double) {
    let tau = 1.385891258 / 1.095891258
    for sigma in [0.3, 1, 1.1, 4, 30] {
      var market = MarketFixture([.init(value: 5.1, initialPower: 1.095891258, power: tau, supply: supply)])
      (market.substitution, market.demand) = (sigma, demand)
      let answer = market.armington()
      #expect(isClose(answer.buyerPrices[0] / tau, price, relative: 1e-13))
      #expect(isClose(answer.quantities[0], quantity, relative: 1e-13))
      #expect(isClose(answer.values[0], value, relative: 1e-13))
      #expect(isClose(answer.priceIndex, tau * price, relative: 1e-13))
    }
  }
}

import Glibc
import TariffModel
import TestSupport
import Testing

/// What holds in every nested market; random ones with a fixed seed.
@Suite("Nested Armington, laws")
struct NestedArmingtonTests {
  /// A market of three nests with its elasticities of substitution, which may lie on both sides of 1 and in any order.
  private struct Nested {
    var market: MarketFixture
    var within: [Double]
    var between: Double

    init(_ generator: inout Generator) {
      market = MarketFixture.random(&generator)
      for i in market.suppliers.indices { market.suppliers[i].nest = Int(3 * generator.uniform()) }
      within = (0..<3).map { _ in MarketFixture.randomSubstitution(&generator) }
      between = MarketFixture.randomSubstitution(&generator)
    }

    var answer: CertainAnswer { market.nested(within: within, between: between) }

    /// How far logarithms may be off: see the flat market; here the slopes of both equations count.
    var accuracy: Double {
      let largest = max(within.max() ?? 0, between)
      let slopes = zip(market.suppliers, market.shares).filter { $0.1 > 0 }.map { supplier, _ in
        supplier.supply.map { ($0 + min(market.demand, between)) / ($0 + within[supplier.nest]) } ?? 1
      }
      let least = slopes.min() ?? 1
      return (1e-13 / (least * least) + 1e-14) * (1 + largest + market.demand)
    }
  }

  private func markets(_ count: Int = 300) -> [Nested] {
    var generator = Generator(seed: 5)
    return (0..<count).map { _ in Nested(&generator) }
  }

  @Test("Prices and index are those that bisection finds")
  func reference() {
    for nested in markets(150) {
      let answer = nested.answer
      let reference = MarketReference(market: nested.market).nested(within: nested.within, between: nested.between)
      #expect(abs(log(answer.priceIndex) - reference.index) < nested.accuracy, "\(nested)")
      for (price, expected) in zip(answer.buyerPrices, reference.prices) {
        #expect(abs(log(price) - expected) < nested.accuracy, "\(nested)")
      }
    }
  }

  @Test("Every market is solved, and every supplier's market clears against indices of the prices")
  func clearing() {
    for nested in markets(1000) {
      let (answer, market) = (nested.answer, nested.market)
      #expect(answer.values.allSatisfy { $0 > 0 && $0.isFinite }, "\(nested)")
      var spending = 0.0
      for nest in Set(market.suppliers.map(\.nest)) {
        let members = market.suppliers.indices.filter { market.suppliers[$0].nest == nest }
        let share = members.reduce(0) { $0 + market.shares[$1] }
        guard share > 0 else { continue }
        // P_g·Q_g is the nest's spending and Q_g = (P_g/P)^−σ_0 P^−η its demand.
        let own = members.reduce(0) { $0 + market.shares[$1] * answer.buyerPrices[$1] * answer.quantities[$1] } / share
        let index = log(answer.priceIndex)
        let demand = (nested.between - market.demand) * index
        if abs(nested.between - 1) > 0.01 {
          let nestIndex = (log(own) - demand) / (1 - nested.between)
          for i in members {
            let sigma = nested.within[nest]
            let expected = -sigma * (log(answer.buyerPrices[i]) - nestIndex) - nested.between * nestIndex + demand
            let scale = 10 * nested.accuracy * (1 + 1 / abs(1 - nested.between)) * (1 + abs(sigma - nested.between))
            #expect(abs(log(answer.quantities[i]) - expected) < scale, "\(nested)")
          }
        }
        spending += share * own
      }
      #expect(abs(log(spending) - (1 - market.demand) * log(answer.priceIndex)) < 10 * nested.accuracy, "\(nested)")
    }
  }

  @Test("With σ_0 = σ_g the answer is that of the flat market")
  func flat() {
    for var nested in markets() {
      nested.within = nested.within.map { _ in nested.market.substitution }
      nested.between = nested.market.substitution
      #expect(nested.answer.logDistance(to: nested.market.armington()) < nested.accuracy, "\(nested)")
    }
  }

  @Test("A single nest is a flat market with its σ_g, and suppliers that are each a nest one with σ_0")
  func degenerate() {
    for var nested in markets() {
      for i in nested.market.suppliers.indices { nested.market.suppliers[i].nest = 1 }
      nested.market.substitution = nested.within[1]
      #expect(nested.answer.logDistance(to: nested.market.armington()) < nested.accuracy, "\(nested)")

      for i in nested.market.suppliers.indices { nested.market.suppliers[i].nest = i }
      nested.within = nested.market.suppliers.indices.map { 0.3 + 2.7 * Double($0) }
      nested.market.substitution = nested.between
      // Suppliers of no value are alone in their nests too, and have other prices there than without.
      #expect(
        abs(log(nested.answer.priceIndex / nested.market.armington().priceIndex)) < nested.accuracy, "\(nested)")
    }
  }

  @Test("No tariff change, no effect, to the last bit")
  func noChange() {
    for var nested in markets() {
      for i in nested.market.suppliers.indices { nested.market.suppliers[i].power = 1 }
      let answer = nested.answer
      #expect((answer.values + answer.quantities + answer.buyerPrices + [answer.priceIndex]).allSatisfy { $0 == 1 })
    }
  }

  @Test("A rival's tariff helps a supplier of its nest more than one of another, where σ_g > σ_0 > η")
  func closerSubstitutes() {
    var market = MarketFixture([
      .init(value: 5, supply: 4, nest: 0), .init(value: 20, power: 1.3, supply: 4, nest: 0),
      .init(value: 25, supply: 4, nest: 1),
    ])
    market.demand = 0.8
    let answer = market.nested(within: [6, 6], between: 2)
    #expect(answer.values[0] > answer.values[2] && answer.values[2] > 1 && answer.values[1] < 1)
  }
}

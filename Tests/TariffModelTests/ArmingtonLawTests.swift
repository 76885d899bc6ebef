import Glibc
import TariffModel
import TestSupport
import Testing

/// What holds in every Armington market; 400 random ones with a fixed seed.
@Suite("Armington, laws")
struct ArmingtonLawTests {
  private func markets(_ count: Int = 400) -> [MarketFixture] {
    var generator = Generator(seed: 3)
    return (0..<count).map { _ in MarketFixture.random(&generator) }
  }

  /// How far logarithms may be off: the tolerance of the equation over its least slope, and rounding, through the elasticities.
  private func accuracy(_ market: MarketFixture) -> Double {
    let (sigma, eta) = (market.substitution, market.demand)
    let slopes = zip(market.suppliers, market.shares).filter { $0.1 > 0 }.map { supplier, _ in
      supplier.supply.map { ($0 + eta) / ($0 + sigma) } ?? 1
    }
    return (1e-13 / (slopes.min() ?? 1) + 1e-14) * (1 + sigma + eta)
  }

  @Test("Prices and index are those that bisection finds")
  func reference() {
    for market in markets(120) {
      let answer = market.armington()
      let reference = MarketReference(market: market).flat()
      #expect(abs(log(answer.priceIndex) - reference.index) < accuracy(market), "\(market)")
      for (price, expected) in zip(answer.buyerPrices, reference.prices) {
        #expect(abs(log(price) - expected) < accuracy(market), "\(market)")
      }
    }
  }

  @Test("Every supplier's market clears, values are price times quantity, and the index is that of the prices")
  func clearing() {
    for market in markets() {
      let answer = market.armington()
      let (sigma, logIndex) = (market.substitution, log(answer.priceIndex))
      for (i, supplier) in market.suppliers.enumerated() {
        let (price, quantity) = (log(answer.buyerPrices[i]), log(answer.quantities[i]))
        // In units of the largest term, which is what rounding follows.
        let scale = 1e-14 * (1 + sigma + market.demand) + accuracy(market)
        #expect(abs(quantity + sigma * (price - logIndex) + market.demand * logIndex) < scale, "\(market)")
        if let supply = supplier.supply {
          let exporter = price - log(supplier.power)
          // With a large μ the price hardly differs from τ, and its rounding is multiplied.
          #expect(abs(quantity - supply * exporter) < scale + 1e-15 * supply, "\(market)")
        } else {
          #expect(answer.buyerPrices[i] == supplier.power && answer.values[i] == answer.quantities[i])
        }
        #expect(abs(log(answer.values[i]) - (price - log(supplier.power) + quantity)) < 1e-13)
      }
      // New spending at new prices, over old spending: shares sum to 1 and P·Q is their total.
      let spending = zip(market.shares, zip(answer.buyerPrices, answer.quantities)).reduce(0) { $0 + $1.0 * $1.1.0 * $1.1.1 }
      #expect(abs(log(spending) - (1 - market.demand) * logIndex) < 2 * accuracy(market), "\(market)")
    }
  }

  @Test("No tariff change, no effect, to the last bit")
  func noChange() {
    for var market in markets() {
      for i in market.suppliers.indices { market.suppliers[i].power = 1 }
      let answer = market.armington()
      #expect((answer.values + answer.quantities + answer.buyerPrices + [answer.priceIndex]).allSatisfy { $0 == 1 })
    }
  }

  @Test("With η = σ rivals do not matter: every supplier has the own-price response with ε = σ")
  func independence() {
    for var market in markets() {
      market.demand = market.substitution
      let answer = market.armington()
      for (i, supplier) in market.suppliers.enumerated() {
        let sigma = market.substitution
        let exponent = supplier.supply.map { -sigma * (1 + $0) / ($0 + sigma) } ?? -sigma
        #expect(abs(log(answer.values[i]) - exponent * log(supplier.power)) < 1e-14 * (1 + sigma), "\(market)")
      }
    }
  }

  @Test("One tariff change and one supply elasticity for all: the own-price response with ε = η")
  func uniformTariff() {
    for var market in markets() {
      let (supply, power) = (market.suppliers[0].supply, exp(-0.7) + market.suppliers[0].value)
      for i in market.suppliers.indices { (market.suppliers[i].supply, market.suppliers[i].power) = (supply, power) }
      let answer = market.armington()
      let exponent = supply.map { -market.demand * (1 + $0) / ($0 + market.demand) } ?? -market.demand
      for value in answer.values { #expect(abs(log(value) - exponent * log(power)) < accuracy(market), "\(market)") }
    }
  }

  @Test("A very large supply elasticity is as good as an infinite one, for the iteration and the closed form")
  func infiniteSupply() {
    for var market in markets() {
      for i in market.suppliers.indices { market.suppliers[i].supply = 1e14 }
      let iterated = market.armington()
      market.suppliers[0].supply = nil
      let mixed = market.armington()
      for i in market.suppliers.indices { market.suppliers[i].supply = nil }
      let closed = market.armington()
      // ln p̂* is d/μ with d at most 2·0.9·(σ + η), and moves ln P by as much and ln V by σ + η times that.
      let elasticities = market.substitution + market.demand
      let distance = 1e-13 + 4e-14 * elasticities * (1 + elasticities)
      #expect(iterated.logDistance(to: closed) < distance, "\(market)")
      #expect(mixed.logDistance(to: closed) < distance, "\(market)")
    }
  }

  @Test("Units of value and the order of suppliers do not matter, and suppliers of no value have no weight")
  func invariance() {
    for market in markets() {
      let answer = market.armington()
      var scaled = market
      for i in market.suppliers.indices { scaled.suppliers[i].value *= 1000 }
      #expect(scaled.armington().logDistance(to: answer) < accuracy(market), "\(market)")

      var reversed = market
      reversed.suppliers.reverse()
      let backwards = reversed.armington()
      for (value, expected) in zip(backwards.values.reversed(), answer.values) {
        #expect(abs(log(value / expected)) < accuracy(market), "\(market)")
      }

      var joined = market
      joined.suppliers.append(.init(value: 0, power: 2, supply: 3))
      let more = joined.armington()
      #expect(abs(log(more.priceIndex / answer.priceIndex)) < accuracy(market), "\(market)")
      #expect(more.values.allSatisfy { $0 > 0 && $0.isFinite })
    }
  }

  @Test("Suppliers that pay alike answer as one would")
  func aggregation() {
    for market in markets() {
      var split = market
      split.suppliers += market.suppliers
      for i in market.suppliers.indices {
        split.suppliers[i].value *= 0.3
        split.suppliers[i + market.suppliers.count].value *= 0.7
      }
      let (whole, parts) = (market.armington(), split.armington())
      for i in market.suppliers.indices {
        #expect(parts.values[i] == parts.values[i + market.suppliers.count])
        #expect(abs(log(parts.values[i] / whole.values[i])) < accuracy(market), "\(market)")
      }
    }
  }

  @Test("The answer is smooth across σ = 1, with and without finite supply")
  func unitSubstitution() {
    for var market in markets(60) {
      market.substitution = 1
      let at = market.armington()
      for step in [1e-16, 1e-12, 1e-9, 1e-6] {
        for sign in [-1.0, 1] {
          market.substitution = 1 + sign * step
          // d ln V/dσ is at most ln τ and what it does to P.
          #expect(market.armington().logDistance(to: at) < 30 * step + accuracy(market), "\(market)")
        }
      }
    }
  }

  @Test("Elasticities at which powers overflow or vanish have the answer of the logarithms")
  func extremePowers() {
    var market = MarketFixture([.init(value: 100), .init(value: 1, power: 0.4)])
    market.substitution = 2000
    // P = (0.4^−1999/101)^(−1/1999): what is not cut has no weight.
    let logPrice = log(0.4) + log(101.0) / 1999
    #expect(isClose(market.armington().priceIndex, exp(logPrice), relative: 1e-14))
    #expect(market.armington().values[0] == 0)
    // (τ/P)^−2000·P^−1 keeps what 2000·ln 101/1999 leaves of the digits.
    #expect(isClose(market.armington().values[1], exp(2000 * log(101.0) / 1999 - logPrice), relative: 1e-11))
    // Where all pay the same, the price is that, and so it is with nests and as a cut.
    for power in [3, 0.2] {
      for index in market.suppliers.indices { (market.suppliers[index].power, market.suppliers[index].nest) = (power, index) }
      for answer in [market.armington(), market.nested(within: [2000, 900], between: 1500)] {
        #expect(isClose(answer.priceIndex, power, relative: 1e-14))
        #expect(answer.values.allSatisfy { isClose($0, 1 / power, relative: 1e-11) })
      }
    }
    market = MarketFixture([.init(value: 100), .init(value: 1)])
    market.substitution = 2000
    // A rise is no trouble.
    market.suppliers[1].power = 2.5
    #expect(isClose(market.armington().priceIndex, pow(100.0 / 101, 1 / -1999), relative: 1e-15))
  }
}

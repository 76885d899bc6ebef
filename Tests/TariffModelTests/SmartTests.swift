import TariffModel
import TestSupport
import Testing

@Suite("Creation and diversion")
struct SmartTests {
  /// Cases of three suppliers of which the first changes its tariff, computed in another language.
  ///
  /// The numbers are the first supplier's creation, price effect, diversion by both forms, and what the others lose to it.
  struct Case: Sendable {
    var imports: [Double]
    var duty: Double
    var newDuty: Double
    var supply: Double?
    var creation: Double
    var priceEffect: Double
    var linear: Double
    var lairdYeats: Double
    var others: [Double]
  }

  static let cases = [
    Case(
      imports: [100, 300, 600], duty: 0.2, newDuty: 0, supply: nil, creation: 25, priceEffect: 0, linear: 22.5,
      lairdYeats: 21.951219512195124, others: [-7.5, -15]),
    Case(
      imports: [100, 300, 600], duty: 0.2, newDuty: 0, supply: 6, creation: 20, priceEffect: 4, linear: 22.5,
      lairdYeats: 21.951219512195124, others: [-7.5, -15]),
    Case(
      imports: [5.1, 40, 55], duty: 0.096, newDuty: 0.386, supply: nil, creation: -2.0241788321167884, priceEffect: 0,
      linear: -1.9210488416692797, lairdYeats: -1.9606972112109748, others: [0.8088626701765388, 1.1121861714927408]),
  ]

  private func market(_ smart: Case) -> MarketFixture {
    var market = MarketFixture(
      smart.imports.map { .init(value: $0, initialPower: 1 + smart.duty, supply: smart.supply) })
    market.suppliers[0].power = (1 + smart.newDuty) / (1 + smart.duty)
    (market.substitution, market.demand) = (1.5, 1.5)
    return market
  }

  @Test("Creation, price effect and diversion of the worked cases", arguments: cases)
  func worked(_ smart: Case) {
    let market = market(smart)
    for (form, diversion) in [(SmartForm.linear, smart.linear), (.lairdYeats, smart.lairdYeats)] {
      let answer = market.smart(form: form)
      let imports = smart.imports[0]
      let change = imports * (answer.values[0] - 1)
      #expect(isClose(change, smart.creation + smart.priceEffect + diversion, relative: 1e-13, scale: imports))
      #expect(isClose(imports * (answer.quantities[0] - 1), smart.creation + diversion, relative: 1e-13, scale: imports))
      // Others lose in proportion to their size.
      for (i, loss) in zip(1..., smart.others) {
        let expected = loss * diversion / smart.linear
        #expect(isClose(smart.imports[i] * (answer.values[i] - 1), expected, relative: 1e-13, scale: smart.imports[i]))
        #expect(answer.buyerPrices[i] == 1)
      }
      #expect(answer.priceIndex.isNaN)
    }
    // 100/30 percent: the price the exporter gains with μ = 6.
    let price = smart.supply == nil ? 1 : 1 + 1 / 30.0
    #expect(isClose(market.smart().buyerPrices[0], market.suppliers[0].power * price, relative: 1e-14))
  }

  private func randomMarkets() -> [MarketFixture] {
    var generator = Generator(seed: 7)
    return (0..<500).map { _ in
      var market = MarketFixture.random(&generator)
      market.substitution = generator.powerOfTen(-1, 1)
      market.demand = max(market.demand, 0.1)
      return market
    }
  }

  /// TD in USD m, from a market without creation.
  private func diversions(_ market: MarketFixture, _ form: SmartForm = .linear) -> [Double] {
    var still = market
    still.demand = 1e-300
    let answer = still.smart(form: form)
    return zip(market.suppliers, answer.quantities).map { $0.value * ($1 - 1) }
  }

  @Test("Diversion sums to zero, whoever moves, and leaves nobody less than nothing")
  func zeroSum() {
    for market in randomMarkets() {
      let total = market.suppliers.reduce(0) { $0 + $1.value }
      let moved = diversions(market)
      #expect(abs(moved.reduce(0, +)) < 1e-13 * total, "\(market)")
      for (supplier, change) in zip(market.suppliers, moved) { #expect(supplier.value + change >= -1e-13 * total) }
      let answer = market.smart()
      #expect((answer.values + answer.quantities).allSatisfy { $0 >= 0 && $0.isFinite }, "\(market)")
    }
  }

  @Test("Where a supplier would sell less than nothing, all diversion shrinks until it sells nothing")
  func scaling() {
    // TD of the second is −3·10·(1 − 10/110) = −27.3 of 10 that it has; the third loses as much a dollar and has as much room.
    var market = MarketFixture([.init(value: 100), .init(value: 10, power: 2), .init(value: 0, power: 5)])
    (market.substitution, market.demand) = (3, 1e-300)
    let answer = market.smart()
    #expect(abs(answer.values[1]) < 1e-15)
    #expect(isClose(answer.values[0], 1.1, relative: 1e-14))
    // A creation that is lost already leaves less to lose: 1 − 0.25·1 of the second.
    market.demand = 0.25
    #expect(isClose(market.smart().values[0], 1 + 0.75 * 0.1, relative: 1e-14))
    // Creation alone may end a supplier's trade; then nothing is diverted.
    market.demand = 1.5
    #expect(market.smart().values[0] == 1 && market.smart().values[1] == 0)
  }

  @Test("A tariff for all diverts nothing, and a higher one for a supplier diverts from it")
  func uniformTariff() {
    for var market in randomMarkets() {
      for i in market.suppliers.indices { market.suppliers[i].power = 1.3 }
      let total = market.suppliers.reduce(0) { $0 + $1.value }
      #expect(diversions(market).allSatisfy { abs($0) < 1e-14 * total * (1 + market.substitution) })
      market.suppliers.append(.init(value: 1, power: 1.4))
      let moved = diversions(market)
      #expect(moved[moved.count - 1] < 0)
      #expect(moved.dropLast().allSatisfy { $0 >= 0 })
    }
  }

  @Test("Laird and Yeats' diversion multiplies the ratio to the others by 1 − σ dτ, and is the linear one for a small change")
  func lairdYeats() {
    for var market in randomMarkets() where market.suppliers.count > 1 {
      for i in market.suppliers.indices.dropFirst() { market.suppliers[i].power = 1 }
      let total = market.suppliers.reduce(0) { $0 + $1.value }
      for power in [0.8, 1.05, 2] {
        market.suppliers[0].power = power
        let moved = diversions(market, .lairdYeats)
        #expect(abs(moved.reduce(0, +)) < 1e-13 * total)
        for (supplier, change) in zip(market.suppliers, moved) { #expect(supplier.value + change >= -1e-13 * total) }
        let others = total - market.suppliers[0].value
        guard others > 0 else { continue }
        let ratio = (market.suppliers[0].value + moved[0]) / (others - moved[0]) * others / market.suppliers[0].value
        #expect(abs(ratio - max(0, 1 - market.substitution * (power - 1))) < 1e-12, "\(market)")
      }
      market.suppliers[0].power = 1 + 1e-7
      let (small, smallLinear) = (diversions(market, .lairdYeats), diversions(market))
      #expect(abs(small[0] - smallLinear[0]) <= 1e-6 * (1 + market.substitution) * abs(smallLinear[0]) + 1e-14)
    }
  }

  @Test("No tariff change, no effect, to the last bit")
  func noChange() {
    for var market in randomMarkets() {
      for i in market.suppliers.indices { market.suppliers[i].power = 1 }
      for form in [SmartForm.linear, .lairdYeats] {
        let answer = market.smart(form: form)
        #expect((answer.values + answer.quantities + answer.buyerPrices).allSatisfy { $0 == 1 })
      }
    }
  }
}

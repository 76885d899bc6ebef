import Expressions
import Glibc
import TariffModel
import TestSupport

/// A market of certain numbers.
struct MarketFixture {
  struct Supplier {
    var value = 1.0
    var initialPower = 1.0
    var power = 1.0
    var supply: Double?
    var nest = 0
  }

  let graph = ExpressionGraph()
  var suppliers: [Supplier]
  var substitution = 4.0
  var demand = 1.0

  init(_ suppliers: [Supplier]) { self.suppliers = suppliers }

  /// The suppliers as a response takes them.
  var expressions: [MarketSupplier] {
    suppliers.map {
      MarketSupplier(
        value: graph.constant($0.value), initialPower: graph.constant($0.initialPower), power: graph.constant($0.power),
        supply: $0.supply.map(graph.constant), nest: $0.nest)
    }
  }

  func armington() -> CertainAnswer {
    CertainAnswer(
      TariffModel.armington(expressions, substitution: graph.constant(substitution), demand: graph.constant(demand)))
  }

  /// - Parameters:
  ///   - within: σ_g by nest.
  ///   - between: σ_0.
  func nested(within: [Double], between: Double) -> CertainAnswer {
    CertainAnswer(
      nestedArmington(
        expressions, substitution: within.map(graph.constant), nestSubstitution: graph.constant(between),
        demand: graph.constant(demand)))
  }

  func smart(form: SmartForm = .linear) -> CertainAnswer {
    CertainAnswer(
      TariffModel.smart(expressions, demand: graph.constant(demand), substitution: graph.constant(substitution), form: form))
  }

  /// Shares of duty-inclusive spending.
  var shares: [Double] {
    let total = suppliers.reduce(0) { $0 + $1.value * $1.initialPower }
    return suppliers.map { $0.value * $0.initialPower / total }
  }
}

/// The numbers of an answer that is certain; NaN for one that is not.
struct CertainAnswer {
  let values: [Double]
  let quantities: [Double]
  let buyerPrices: [Double]
  let priceIndex: Double

  init(_ answer: MarketAnswer) {
    values = answer.relatives.map { $0.value.constantValue ?? .nan }
    quantities = answer.relatives.map { $0.quantity.constantValue ?? .nan }
    buyerPrices = answer.relatives.map { $0.buyerPrice?.constantValue ?? .nan }
    priceIndex = answer.priceIndex?.constantValue ?? .nan
  }

  /// The largest difference of logarithms between two answers; infinite where one is not positive.
  func logDistance(to other: CertainAnswer) -> Double {
    let own = values + quantities + buyerPrices + [priceIndex]
    let others = other.values + other.quantities + other.buyerPrices + [other.priceIndex]
    return zip(own, others).reduce(0) { worst, pair in
      let distance = abs(log(pair.0 / pair.1))
      return distance.isNaN ? .infinity : max(worst, distance)
    }
  }
}

extension MarketFixture {
  /// A market with anything a file may hold: σ at or near 1, η over σ, supply from fixed to infinite, suppliers of no value.
  static func random(_ generator: inout Generator) -> MarketFixture {
    let count = 1 + Int(7 * generator.uniform())
    var market = MarketFixture(
      (0..<count).map { _ in
        let chance = generator.uniform()
        return Supplier(
          value: generator.uniform() < 0.1 ? 0 : generator.powerOfTen(-2, 2), initialPower: 1 + generator.uniform(0, 0.3),
          power: generator.uniform() < 0.3 ? 1 : exp(generator.uniform(-0.9, 0.9)),
          supply: chance < 0.3 ? nil : chance < 0.4 ? 0 : chance < 0.45 ? 1e8 : generator.powerOfTen(-2, 2))
      })
    market.suppliers[0].value = 1
    market.substitution = randomSubstitution(&generator)
    market.demand = generator.uniform() < 0.05 ? 0 : generator.powerOfTen(-1, 1)
    // With nothing that reacts the price is anything.
    if market.demand == 0 { market.suppliers[0].supply = 2 }
    return market
  }

  static func randomSubstitution(_ generator: inout Generator) -> Double {
    let chance = generator.uniform()
    if chance < 0.1 { return 1 }
    if chance < 0.25 { return 1 + (chance < 0.17 ? 1 : -1) * generator.powerOfTen(-16, -3) }
    return generator.powerOfTen(-0.7, 1.5)
  }
}

import Glibc

/// An Armington market solved by bisection of its definition, without a formula for any price.
struct MarketReference {
  let market: MarketFixture

  /// ln p̂ where the supplier's market clears: demand in levels against supply in levels.
  private func logPrice(
    _ supplier: MarketFixture.Supplier, clearing demand: (_ logPrice: Double) -> Double
  ) -> Double {
    guard let supply = supplier.supply else { return log(supplier.power) }
    return root(from: -9, to: 9) { supply * ($0 - log(supplier.power)) - demand($0) }
  }

  /// ln P of suppliers or nests.
  private func logIndex(_ logPrices: [Double], _ shares: [Double], _ substitution: Double) -> Double {
    let total = shares.reduce(0, +)
    let mean = zip(logPrices, shares).reduce(0) { $0 + $1.0 * $1.1 } / total
    let exponent = 1 - substitution
    if exponent == 0 { return mean }
    // Relative to the mean, and without the 1: exact where the exponent is small.
    return mean + log1p(zip(logPrices, shares).reduce(0) { $0 + expm1(exponent * ($1.0 - mean)) * $1.1 } / total) / exponent
  }

  /// ln P and all ln p̂ of the flat market.
  func flat() -> (index: Double, prices: [Double]) {
    func prices(at index: Double) -> [Double] {
      market.suppliers.map { supplier in
        logPrice(supplier) { -market.substitution * ($0 - index) - market.demand * index }
      }
    }
    let index = root(from: -3, to: 3) { $0 - logIndex(prices(at: $0), market.shares, market.substitution) }
    return (index, prices(at: index))
  }

  /// ln P and all ln p̂ of the nested market.
  func nested(within: [Double], between: Double) -> (index: Double, prices: [Double]) {
    let nests = Set(market.suppliers.map(\.nest)).sorted()
    func members(_ nest: Int) -> [Int] { market.suppliers.indices.filter { market.suppliers[$0].nest == nest } }
    func prices(_ nest: Int, at nestIndex: Double, _ index: Double) -> [Double] {
      members(nest).map { member in
        // Solved for the price, or a bisection would stand inside two others.
        guard let supply = market.suppliers[member].supply else { return log(market.suppliers[member].power) }
        let demand = (within[nest] - between) * nestIndex + (between - market.demand) * index
        return (supply * log(market.suppliers[member].power) + demand) / (supply + within[nest])
      }
    }
    func nestIndex(_ nest: Int, at index: Double) -> Double {
      let shares = members(nest).map { market.shares[$0] }
      let weights = shares.allSatisfy { $0 == 0 } ? shares.map { _ in 1 } : shares
      return root(from: -6, to: 6) { $0 - logIndex(prices(nest, at: $0, index), weights, within[nest]) }
    }
    let weights = nests.map { nest in members(nest).reduce(0) { $0 + market.shares[$1] } }
    let index = root(from: -3, to: 3) { index in
      index - logIndex(nests.map { nestIndex($0, at: index) }, weights, between)
    }
    var result = Array(repeating: 0.0, count: market.suppliers.count)
    for nest in nests {
      for (member, price) in zip(members(nest), prices(nest, at: nestIndex(nest, at: index), index)) { result[member] = price }
    }
    return (index, result)
  }
}

/// Where an increasing function is 0, to the last place.
func root(from lower: Double, to upper: Double, _ function: (Double) -> Double) -> Double {
  var (lower, upper) = (lower, upper)
  for _ in 0..<60 {
    let middle = (lower + upper) / 2
    if function(middle) < 0 { lower = middle } else { upper = middle }
  }
  return (lower + upper) / 2
}

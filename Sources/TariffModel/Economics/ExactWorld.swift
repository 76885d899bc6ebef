internal import Expressions

/// The same world as ``linearWorld(_:surplusForm:)`` with exact changes: constant elasticities instead of first-order ones.
///
/// Quantities are q̂_rv = (p̂_rv/P_v)^−σ_v P_v^−η_v with p̂_rv = p̂*_r τ_rv and P_v the index of <doc:Armington>;
/// prices clear Σ_v φ_rv q̂_rv = (p̂*_r)^μ_r. Newton's method in ln p̂* starts from the linear answer; its matrix is that of the
/// linear model with the shares of the moment, so that it is as safe to eliminate. A draw that does not reach 10⁻¹² in the
/// logarithms is not solved: NaN.
///
/// Surpluses are areas under the same curves: of supply X((p̂*)^(1+μ) − 1)/(1 + μ), of demand −D(P^(1−η) − 1)/(1 − η).
///
/// O(regions³) in each step.
package func exactWorld(_ world: WorldMarket, from linear: WorldAnswer) -> WorldAnswer {
  let (graph, regions) = (world.graph, world.regions)
  let state = ExactWorldState(world)
  // A price does not fall by more than nine tenths at the start; where it does at the end, Newton's method finds out.
  let least = graph.constant(-0.9)
  let start = linear.priceChange.map { log1p(maximum($0, least)) }
  let prices = graph.iterate(from: start, tolerance: 1e-12, limit: 60) { prices in
    let (gaps, matrix) = state.equations(at: prices)
    let magnitudes = gaps.map { maximum($0, -$0) }
    let step = LinearSystem(matrix: matrix, right: gaps).solved()
    return IterationStep(
      next: zip(prices, step).map { $0 + $1 }, residual: magnitudes.dropFirst().reduce(magnitudes[0]) { maximum($0, $1) })
  }
  let composites = state.composites(at: prices)
  let quantities = regions.map { r in
    regions.map { v in exp(state.logQuantity(r, v, prices: prices, composite: composites[v].logPrice)) }
  }
  let trade = regions.map { r in regions.map { v in world.trade[r][v] * quantities[r][v] * exp(prices[r]) } }
  return WorldAnswer(
    priceChange: prices.map { expm1($0) }, quantityChange: quantities.map { $0.map { $0 - 1 } }, trade: trade,
    internalPriceChange: regions.map { r in regions.map { v in expm1(prices[r] + state.logTariffs[r][v]) } },
    compositePriceChange: composites.map { expm1($0.logPrice) },
    producerSurplus: zip(regions, world.exports).map { r, exports in
      exports * (expm1((1 + world.supply[r]) * prices[r]) / (1 + world.supply[r]))
    },
    consumerSurplus: zip(regions, world.spending).map { v, spending in
      let exponent = CompositePrice.exponent(world.demand[v])
      return -(spending * (expm1(exponent * composites[v].logPrice) / exponent))
    }, tariffRevenue: WorldAnswer.tariffRevenue(of: world, trade: trade))
}

/// The equations of a world with exact changes at some exporters' prices, which are given as logarithms.
private struct ExactWorldState {
  private let world: WorldMarket
  private let shares: [[Expression]]
  private let sales: [[Expression]]
  /// X before the change.
  private let exports: [Expression]
  /// 1 − σ by importer.
  private let exponents: [Expression]
  /// ln τ.
  let logTariffs: [[Expression]]

  init(_ world: WorldMarket) {
    self.world = world
    shares = world.expenditureShares
    sales = world.salesShares
    exports = world.exports
    exponents = world.substitution.map(CompositePrice.exponent)
    logTariffs = world.regions.map { r in
      world.regions.map { v in log(world.newPower[r][v] / world.power[r][v]) }
    }
  }

  /// For every importer ln P, and what each source's share in its spending has become.
  func composites(at prices: [Expression]) -> [(logPrice: Expression, shares: [Expression])] {
    let graph = world.graph
    return world.regions.map { v in
      let excesses = world.regions.map { r in
        // What is not bought has no share, whatever its price.
        shares[r][v].constantValue == 0 ? graph.constant(0) : expm1(exponents[v] * (prices[r] + logTariffs[r][v]))
      }
      let excess = graph.sum(world.regions.map { shares[$0][v] * excesses[$0] })
      let newShares = world.regions.map { shares[$0][v] * (1 + excesses[$0]) / (1 + excess) }
      return (log1p(excess) / exponents[v], newShares)
    }
  }

  /// ln q̂.
  func logQuantity(_ r: Int, _ v: Int, prices: [Expression], composite: Expression) -> Expression {
    (world.substitution[v] - world.demand[v]) * composite - world.substitution[v] * (prices[r] + logTariffs[r][v])
  }

  /// ln Σ_v φ q̂ − μ·ln p̂* of every exporter, and minus its derivative by the logarithms of the prices.
  func equations(at prices: [Expression]) -> (gaps: [Expression], matrix: [[Expression]]) {
    let graph = world.graph
    let composites = composites(at: prices)
    var newSales: [[Expression]] = []
    let gaps = world.regions.map { r in
      let parts = world.regions.map { v in
        sales[r][v].constantValue == 0
          ? graph.constant(0) : sales[r][v] * exp(logQuantity(r, v, prices: prices, composite: composites[v].logPrice))
      }
      let total = graph.sum(parts)
      let supplied = world.supply[r] * prices[r]
      let least = Double.leastNormalMagnitude
      if exports[r].staysApart(from: 0, by: least) {
        newSales.append(parts.map { $0 / total })
        return log(total) - supplied
      }
      // Who sells nothing keeps the price.
      newSales.append(parts.map { $0 / total.something })
      let sold = select(
        exports[r], atLeast: graph.constant(least), then: log(total.something), else: graph.constant(0))
      return sold - supplied
    }
    let newShares = world.regions.map { r in world.regions.map { v in composites[v].shares[r] } }
    return (gaps, world.clearing(sales: newSales, shares: newShares))
  }
}

internal import Expressions

/// The global simulation model: all exporters' prices after a change of tariffs, to first order.
///
/// With c_rv = p_r + dT_rv, dT = T'/T − 1, the quantity r sells to v changes by q_rv = (σ_v − η_v)·Σ_s θ_sv c_sv − σ_v c_rv, and
/// every exporter's market clears: μ_r p_r = Σ_v φ_rv q_rv. That is one system of linear equations in the p. Its rows sum to
/// μ_r + Σ_v φ_rv η_v > 0, and with σ_v ≥ η_v no element off the diagonal is positive, so that it is diagonally dominant and
/// elimination needs no exchange of rows. A draw whose residual exceeds 10⁻¹⁰ is not solved: NaN.
///
/// M' = M(1 + q)(1 + p), where a flow whose quantity would fall by more than all of it ends. Producer surplus p·X(1 + μp/2), consumer
/// surplus by `surplusForm`, tariff revenue Σ_r M'(T' − 1) − M(T − 1). J. Francois and H. K. Hall (2003), Global Simulation Analysis
/// of Industry-Level Trade Policy, version 3.0.
///
/// O(regions³).
package func linearWorld(_ world: WorldMarket, surplusForm: ConsumerSurplusForm) -> WorldAnswer {
  let (graph, regions) = (world.graph, world.regions)
  let (shares, sales) = (world.expenditureShares, world.salesShares)
  let changes = regions.map { r in regions.map { v in world.newPower[r][v] / world.power[r][v] - 1 } }
  /// q for price changes `prices`.
  func quantities(_ prices: [Expression]) -> [[Expression]] {
    let costs = regions.map { r in regions.map { v in prices[r] + changes[r][v] } }
    let composites = regions.map { v in graph.sum(regions.map { shares[$0][v] * costs[$0][v] }) }
    return regions.map { r in
      regions.map { v in
        (world.substitution[v] - world.demand[v]) * composites[v] - world.substitution[v] * costs[r][v]
      }
    }
  }
  let unmoved = quantities(regions.map { _ in graph.constant(0) })
  let system = LinearSystem(
    matrix: world.clearing(sales: sales, shares: shares),
    right: regions.map { r in graph.sum(regions.map { sales[r][$0] * unmoved[r][$0] }) })
  let candidate = system.solved()
  let residual = system.residual(of: candidate)
  let unsolved = graph.constant(.nan)
  let prices = candidate.map { select(graph.constant(1e-10), atLeast: residual, then: $0, else: unsolved) }

  let quantityChange = quantities(prices)
  let trade = regions.map { r in
    regions.map { v in
      world.trade[r][v] * maximum(1 + quantityChange[r][v], graph.constant(0)) * (1 + prices[r])
    }
  }
  let internalPrices = regions.map { r in
    regions.map { v in (1 + prices[r]) * (world.newPower[r][v] / world.power[r][v]) - 1 }
  }
  let composites = regions.map { v in graph.sum(regions.map { shares[$0][v] * internalPrices[$0][v] }) }
  return WorldAnswer(
    priceChange: prices, quantityChange: quantityChange, trade: trade, internalPriceChange: internalPrices,
    compositePriceChange: composites,
    producerSurplus: zip(regions, world.exports).map { r, exports in
      prices[r] * exports * (1 + world.supply[r] * prices[r] / 2)
    },
    consumerSurplus: zip(regions, world.spending).map { v, spending in
      spending * surplusForm.perSpending(priceChange: composites[v], demand: world.demand[v])
    }, tariffRevenue: WorldAnswer.tariffRevenue(of: world, trade: trade))
}

extension ConsumerSurplusForm {
  /// The change of consumer surplus for a unit of spending.
  fileprivate func perSpending(priceChange price: Expression, demand: Expression) -> Expression {
    switch self {
    case .triangle: demand * price * price / 2 - price
    case .asPublished: -(demand * price * maximum(price, -price)) / 2 - price
    }
  }
}

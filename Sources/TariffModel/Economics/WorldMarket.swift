package import Expressions

/// A good that regions buy from one another, before and after a change of tariffs.
///
/// Matrices have a row for each exporter r and a column for each importer v.
package struct WorldMarket {
  /// M at world prices, in any unit.
  package let trade: [[Expression]]
  /// T = 1 + t.
  package let power: [[Expression]]
  /// T'.
  package let newPower: [[Expression]]
  /// η by importer.
  package let demand: [Expression]
  /// σ by importer.
  package let substitution: [Expression]
  /// μ by exporter.
  package let supply: [Expression]

  package init(
    trade: [[Expression]], power: [[Expression]], newPower: [[Expression]], demand: [Expression], substitution: [Expression],
    supply: [Expression]
  ) {
    self.trade = trade
    self.power = power
    self.newPower = newPower
    self.demand = demand
    self.substitution = substitution
    self.supply = supply
  }

  var graph: ExpressionGraph { demand[0].graph }
  var regions: Range<Int> { demand.indices }
  /// X by exporter.
  var exports: [Expression] { trade.map { graph.sum($0) } }
  /// D by importer: spending with duty.
  var spending: [Expression] { regions.map { v in graph.sum(regions.map { trade[$0][v] * power[$0][v] }) } }

  /// θ: share of each source in an importer's spending with duty; 0 in draws in which it buys nothing at all.
  var expenditureShares: [[Expression]] {
    let spending = spending.map(\.something)
    return regions.map { r in regions.map { v in trade[r][v] * power[r][v] / spending[v] } }
  }

  /// φ: share of each destination in an exporter's sales; 0 in draws in which it sells nothing at all.
  var salesShares: [[Expression]] {
    let exports = exports.map(\.something)
    return regions.map { r in regions.map { v in trade[r][v] / exports[r] } }
  }

  /// Clearing of all exporters' markets to first order: μ_r p_r less the change of demand for r's goods, as a matrix of the
  /// exporters' price changes.
  ///
  /// A_rs = μ_r·1[r=s] + Σ_v φ_rv (σ_v·1[r=s] − (σ_v − η_v)·θ_sv). O(regions³).
  func clearing(sales: [[Expression]], shares: [[Expression]]) -> [[Expression]] {
    regions.map { r in
      regions.map { s in
        let cross = graph.sum(regions.map { v in sales[r][v] * shares[s][v] * (demand[v] - substitution[v]) })
        return r == s ? supply[r] + graph.sum(regions.map { sales[r][$0] * substitution[$0] }) + cross : cross
      }
    }
  }
}

extension Expression {
  /// A sum of what is not negative as a divisor of its parts: they are 0 where it is, and so are their shares.
  var something: Expression {
    let least = Double.leastNormalMagnitude
    return staysApart(from: 0, by: least) ? self : maximum(self, graph.constant(least))
  }
}

/// What a change of tariffs does to a world; matrices as in ``WorldMarket``, money in the unit of its trade.
package struct WorldAnswer {
  /// p: relative change of each exporter's price.
  package let priceChange: [Expression]
  /// q: relative change of each flow's quantity.
  package let quantityChange: [[Expression]]
  /// M' at the new world prices.
  package let trade: [[Expression]]
  /// Relative change of the price with duty.
  package let internalPriceChange: [[Expression]]
  /// P: relative change of each importer's price of the composite.
  package let compositePriceChange: [Expression]
  /// Change of each exporter's producer surplus.
  package let producerSurplus: [Expression]
  /// Change of each importer's consumer surplus.
  package let consumerSurplus: [Expression]
  /// Change of each importer's tariff revenue.
  package let tariffRevenue: [Expression]

  /// Change of each region's welfare: the sum of the three.
  package var welfare: [Expression] {
    producerSurplus.indices.map { producerSurplus[$0] + consumerSurplus[$0] + tariffRevenue[$0] }
  }

  /// Each importer's revenue from trade M' less that from the trade before.
  static func tariffRevenue(of world: WorldMarket, trade: [[Expression]]) -> [Expression] {
    world.regions.map { v in
      world.graph.sum(
        world.regions.map { r in
          trade[r][v] * (world.newPower[r][v] - 1) - world.trade[r][v] * (world.power[r][v] - 1)
        })
    }
  }
}

internal import Expressions

/// What a scenario does to a world of regions, by the linear model and with exact changes.
struct WorldOutcomes {
  private let names: [String]
  private let market: WorldMarket
  private let linear: WorldAnswer
  private let exact: WorldAnswer

  init(_ world: TradeWorld, tariffs: [WorldTariff], scenario: PolicyScenario, _ number: DrawnQuantities) {
    let graph = number.graph
    names = world.regions.map(\.name)
    struct Pair: Hashable {
      let exporter: String
      let importer: String
    }
    var flows: [Pair: TradeWorld.Flow] = [:]
    for flow in world.flows { flows[Pair(exporter: flow.exporter, importer: flow.importer)] = flow }
    let changes = scenario.worldTariffs.compactMap { use in
      tariffs.first { $0.name == use.name }.map { (tariff: $0, scale: number(use.scale, default: 1)) }
    }
    func matrix(_ element: (TradeWorld.Flow?, Pair) -> Expression) -> [[Expression]] {
      world.regions.map { exporter in
        world.regions.map { importer in
          let pair = Pair(exporter: exporter.name, importer: importer.name)
          return element(flows[pair], pair)
        }
      }
    }
    let zero = graph.constant(0)
    market = WorldMarket(
      trade: matrix { flow, _ in flow.map { number($0.value) } ?? zero },
      power: matrix { flow, _ in 1 + (flow.map { number($0.tariff) } ?? zero) },
      newPower: matrix { flow, pair in
        let tariff = flow.map { number($0.tariff) } ?? zero
        return changes.reduce(1 + tariff) { power, change in
          change.tariff.fallsOn(exporter: pair.exporter, importer: pair.importer)
            ? 1 + change.tariff.rule.newRate(power - 1, scale: change.scale, number) : power
        }
      }, demand: world.regions.map { number($0.demandElasticity) },
      substitution: world.regions.map { number($0.substitution) }, supply: world.regions.map { number($0.supplyElasticity) })
    linear = linearWorld(market, surplusForm: world.surplusForm)
    exact = exactWorld(market, from: linear)
  }

  /// An outcome in total, where that has a meaning, and by region; nothing for outcomes of another kind.
  func values(of outcome: Outcome) -> [(slice: OutcomeSlice, value: Expression)] {
    switch outcome {
    case .worldPriceChangePercent: byRegion(linear.priceChange.map { 100 * $0 })
    case .worldExports: summed(exports(linear.trade))
    case .worldExportsChange: summed(change(exports(linear.trade), exports(market.trade)))
    case .worldImports: summed(imports(linear.trade))
    case .worldImportsChange: summed(change(imports(linear.trade), imports(market.trade)))
    case .producerSurplusChange: summed(linear.producerSurplus)
    case .consumerSurplusChange: summed(linear.consumerSurplus)
    case .worldTariffRevenueChange: summed(linear.tariffRevenue)
    case .welfareChange: summed(linear.welfare)
    case .endedFlows: summed(endedFlows)
    case .exactWorldPriceChangePercent: byRegion(exact.priceChange.map { 100 * $0 })
    case .exactWorldExportsChange: summed(change(exports(exact.trade), exports(market.trade)))
    case .exactWorldImportsChange: summed(change(imports(exact.trade), imports(market.trade)))
    case .exactProducerSurplusChange: summed(exact.producerSurplus)
    case .exactConsumerSurplusChange: summed(exact.consumerSurplus)
    case .exactWorldTariffRevenueChange: summed(exact.tariffRevenue)
    case .exactWelfareChange: summed(exact.welfare)
    case .worldPriceGap: byRegion(change(linear.priceChange, exact.priceChange).map { 100 * $0 })
    case .welfareGap: summed(change(linear.welfare, exact.welfare))
    default: []
    }
  }

  private func byRegion(_ values: [Expression]) -> [(slice: OutcomeSlice, value: Expression)] {
    zip(names, values).map { (.region($0), $1) }
  }

  private func summed(_ values: [Expression]) -> [(slice: OutcomeSlice, value: Expression)] {
    [(.total, market.graph.sum(values))] + byRegion(values)
  }

  private func change(_ new: [Expression], _ old: [Expression]) -> [Expression] { zip(new, old).map { $0 - $1 } }

  /// Sales to other regions.
  private func exports(_ trade: [[Expression]]) -> [Expression] {
    market.regions.map { r in market.graph.sum(market.regions.filter { $0 != r }.map { trade[r][$0] }) }
  }

  /// Purchases from other regions, at world prices.
  private func imports(_ trade: [[Expression]]) -> [Expression] {
    market.regions.map { v in market.graph.sum(market.regions.filter { $0 != v }.map { trade[$0][v] }) }
  }

  /// How many flows of an exporter the linear model ends in a draw.
  private var endedFlows: [Expression] {
    let (zero, one) = (market.graph.constant(0), market.graph.constant(1))
    return market.regions.map { r in
      market.graph.sum(
        market.regions.map { v in
          let ended = select(-linear.quantityChange[r][v], atLeast: one, then: one, else: zero)
          let trade = market.trade[r][v]
          let least = Double.leastNormalMagnitude
          if trade.staysApart(from: 0, by: least) { return ended }
          return select(trade, atLeast: market.graph.constant(least), then: ended, else: zero)
        })
    }
  }
}

extension WorldTariff.Rule {
  /// t' from t.
  fileprivate func newRate(_ old: Expression, scale: Expression, _ number: DrawnQuantities) -> Expression {
    switch self {
    case .newRate(let rate): number(rate)
    case .add(let rate): old + number(rate) * scale
    case .cut(let share): old * (1 - number(share) * scale)
    }
  }
}

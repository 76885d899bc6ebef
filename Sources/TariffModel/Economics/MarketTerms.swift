internal import Expressions

/// What the markets add to the sums of a period, collected market by market.
struct MarketTerms {
  private struct Terms {
    var baseline: [Expression] = []
    var imports: [Expression] = []
    var baselineDuty: [Expression] = []
    /// Rates and the values that bear them.
    var duty: [(factor: Expression, value: Expression)] = []
    /// V·L without growth, and V' times its own growth and noise, by part of the period; none without forecasts.
    var base: [Expression] = []
    var forecasts: [[Expression]] = []

    /// - Parameter shared: Growth and noise of all flows of the origin, by part of the period; none without forecasts.
    func trade(shared: [Expression], graph: ExpressionGraph) -> MarketSums.Trade {
      MarketSums.Trade(
        baseline: graph.sum(baseline), imports: graph.sum(imports), baselineDuty: graph.sum(baselineDuty),
        duty: graph.sum(ofProducts: duty),
        forecast: shared.isEmpty
          ? nil
          : ForecastFlow(value: graph.sum(zip(shared, forecasts).map { $0 * graph.sum($1) }), base: graph.sum(base)))
    }

    /// Adds a flow, given by what arrives of it in each segment of the period.
    mutating func add(
      baseline own: Expression, duty ownDuty: Expression, values: [(paidRate: Expression, value: Expression)],
      forecast: MemberForecast?
    ) {
      baseline.append(own)
      baselineDuty.append(ownDuty)
      for segment in values {
        imports.append(segment.value)
        duty.append((segment.paidRate, segment.value))
      }
      guard let forecast else { return }
      base.append(forecast.base)
      if forecasts.isEmpty { forecasts = forecast.factors.map { _ in [] } }
      for (part, factor) in forecast.factors.enumerated() {
        // A flow without growth and noise of its own is the same sum as its effect.
        forecasts[part] +=
          factor.constantValue == nil
          ? [factor * factor.graph.sum(values.map(\.value))] : values.map { $0.value * factor }
      }
    }
  }

  /// What makes a forecast of a member's flow.
  private struct MemberForecast {
    let base: Expression
    /// Its own growth and noise by part of the period.
    let factors: [Expression]
  }

  private let origins: [String]
  private let numbers: [String: Int]
  /// Whether every market is reported by itself.
  private let reportsMarkets: Bool
  private var terms: [Terms]
  private var flows: [(origin: Int, market: String, terms: Terms)] = []
  private var spending: [Expression] = []
  private var pricedSpending: [Expression] = []

  init(origins: [String], reportsMarkets: Bool) {
    self.origins = origins
    self.reportsMarkets = reportsMarkets
    numbers = Dictionary(uniqueKeysWithValues: origins.enumerated().map { ($1, $0) })
    terms = Array(repeating: Terms(), count: origins.count)
  }

  /// Adds a market.
  ///
  /// - Parameter factors: Growth and noise of each member besides its origin's, by part of the period; none without forecasts.
  mutating func add(
    _ trade: MarketFlows, of solver: MarketSolver, factors: [[Expression]], frame: TimeFrame, _ number: DrawnQuantities
  ) {
    var own: [Int: Terms] = [:]
    for (index, (member, flow)) in zip(solver.members, trade.members).enumerated() {
      guard let origin = numbers[member.origin] else { continue }
      let baseline = frame.baseFlow(member.statedValue, group: member.group, growth: member.growth, number)
      let duty = baseline * member.baseDuty
      let values = flow.segments.indices.map { segment in
        (
          paidRate: flow.levels[segment].paidRate,
          value: baseline * flow.relatives[segment].value * flow.segments[segment].weight
        )
      }
      let forecast =
        factors.isEmpty
        ? nil : MemberForecast(base: number(member.statedValue) * frame.years(ofGroup: member.group), factors: factors[index])
      terms[origin].add(baseline: baseline, duty: duty, values: values, forecast: forecast)
      guard reportsMarkets else { continue }
      own[origin, default: Terms()].add(baseline: baseline, duty: duty, values: values, forecast: forecast)
    }
    flows += own.sorted { $0.key < $1.key }.map { ($0.key, solver.market.hs, $0.value) }
    guard let price = trade.priceIndex else { return }
    let years = frame.years(ofGroup: nil)
    spending.append(solver.spending * years)
    pricedSpending.append(solver.spending * years * price)
  }

  /// The sums of what was added.
  ///
  /// - Parameter shared: Growth and noise of all flows of an origin, by part of the period; none without forecasts.
  func sums(_ graph: ExpressionGraph, shared: (String) -> [Expression]) -> MarketSums {
    let trades = flows.map { $0.terms.trade(shared: shared(origins[$0.origin]), graph: graph) }
    let byMarket = Dictionary(grouping: flows.indices) { flows[$0].market }
      .mapValues { MarketSums.Trade(sumOf: $0.map { trades[$0] }, graph: graph) }
    return MarketSums(
      origins: zip(origins, terms).map { ($0, $1.trade(shared: shared($0), graph: graph)) },
      flows: zip(flows, trades).compactMap { flow, trade in
        byMarket[flow.market].map {
          MarketSums.Flow(origin: origins[flow.origin], market: flow.market, trade: trade, ofMarket: $0)
        }
      }, spending: spending.isEmpty ? nil : (graph.sum(spending), graph.sum(pricedSpending)), graph: graph)
  }
}

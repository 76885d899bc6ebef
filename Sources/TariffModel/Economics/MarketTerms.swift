internal import Expressions

/// What the markets add to the sums of a period, collected market by market.
struct MarketTerms {
  private struct Terms {
    var baseline: [Expression] = []
    var imports: [Expression] = []
    var baselineDuty: [Expression] = []
    /// Rates and the values that bear them.
    var duty: [(factor: Expression, value: Expression)] = []
    /// What was ordered before it arrives: imports and duty as products with what many flows share.
    var arriving: ArrivingFlow.Products = []
    var arrivingDuty: [RatedProduct] = []
    /// V·L without growth, and V' times its own growth and noise, by part of the period; none without forecasts.
    var base: [Expression] = []
    var forecasts: [[Expression]] = []
    /// The same of flows that have nothing of their own and were ordered before they arrive.
    var arrivingForecasts: [ArrivingFlow.Products] = []

    /// - Parameter shared: Growth and noise of all flows of the origin, by part of the period; none without forecasts.
    func trade(shared: [Expression], graph: ExpressionGraph) -> MarketSums.Trade {
      MarketSums.Trade(
        baseline: graph.sum(baseline), imports: graph.sum(imports + [graph.sum(ofProducts: arriving)]),
        baselineDuty: graph.sum(baselineDuty),
        duty: graph.sum([graph.sum(ofProducts: duty), graph.sum(ofRated: arrivingDuty)]),
        forecast: shared.isEmpty ? nil : ForecastFlow(value: forecast(shared: shared, graph), base: graph.sum(base)))
    }

    private func forecast(shared: [Expression], _ graph: ExpressionGraph) -> Expression {
      graph.sum(
        shared.indices.map { part in
          let whole = forecasts.isEmpty ? [] : forecasts[part]
          let products = arrivingForecasts.isEmpty ? [] : arrivingForecasts[part]
          return shared[part] * graph.sum(whole + [graph.sum(ofProducts: products)])
        })
    }

    /// Adds a flow, given by what arrives of it in each segment of the period, or of one that was ordered before by its mean.
    mutating func add(_ flow: MemberFlow, forecast: MemberForecast?) {
      baseline.append(flow.baseline)
      baselineDuty.append(flow.duty)
      if let own = flow.arriving {
        arriving += own.value
        arrivingDuty += own.dutyPaid
      } else {
        for segment in flow.values {
          imports.append(segment.value)
          duty.append((segment.paidRate, segment.value))
        }
      }
      guard let forecast else { return }
      base.append(forecast.base)
      if forecasts.isEmpty {
        forecasts = forecast.factors.map { _ in [] }
        arrivingForecasts = forecast.factors.map { _ in [] }
      }
      for (part, factor) in forecast.factors.enumerated() {
        // A flow without growth and noise of its own is the same sum as its effect.
        if factor.constantValue == nil {
          forecasts[part].append(factor * factor.graph.sum(flow.values.map(\.value)))
        } else if let own = flow.arriving {
          arrivingForecasts[part] += own.value.map { ($0.factor * factor, $0.value) }
        } else {
          forecasts[part] += flow.values.map { $0.value * factor }
        }
      }
    }
  }

  /// A member's flow in the period, USD m.
  private struct MemberFlow {
    /// V.
    let baseline: Expression
    /// V·t.
    let duty: Expression
    /// V' by segment of the period with the rate that is paid, or in one part with none where it was ordered before it arrives.
    let values: [(paidRate: Expression, value: Expression)]
    let arriving: ArrivingFlow?
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
    var ofMarket: [Int: Terms] = [:]
    for (index, (member, flow)) in zip(solver.members, trade.members).enumerated() {
      guard let origin = numbers[member.origin] else { continue }
      let baseline = frame.baseFlow(member.statedValue, group: member.group, growth: member.growth, number)
      let own = memberFlow(of: member, flow, baseline: baseline, frame: frame, number)
      let forecast =
        factors.isEmpty
        ? nil : MemberForecast(base: number(member.statedValue) * frame.years(ofGroup: member.group), factors: factors[index])
      terms[origin].add(own, forecast: forecast)
      guard reportsMarkets else { continue }
      ofMarket[origin, default: Terms()].add(own, forecast: forecast)
    }
    flows += ofMarket.sorted { $0.key < $1.key }.map { ($0.key, solver.market.hs, $0.value) }
    guard let price = trade.priceIndex else { return }
    let years = frame.years(ofGroup: nil)
    spending.append(solver.spending * years)
    pricedSpending.append(solver.spending * years * price)
  }

  private func memberFlow(
    of member: MarketMember, _ trade: TradeInPeriod, baseline: Expression, frame: TimeFrame, _ number: DrawnQuantities
  ) -> MemberFlow {
    let values =
      trade.arrivals.map { [(paidRate: baseline.graph.constant(0), value: baseline * $0.whole.mean.value)] }
      ?? trade.segments.indices.map { segment in
        (
          paidRate: trade.levels[segment].paidRate,
          value: baseline * trade.relatives[segment].value * trade.segments[segment].weight
        )
      }
    return MemberFlow(
      baseline: baseline, duty: baseline * member.baseDuty, values: values,
      arriving: trade.arrivals.map {
        ArrivingFlow(
          $0, in: trade, years: frame.years(ofGroup: member.group),
          annual: frame.annualFlow(member.statedValue, growth: member.growth, number), baseDuty: member.baseDuty)
      })
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

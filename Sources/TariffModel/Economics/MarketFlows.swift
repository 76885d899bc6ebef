internal import Expressions

/// A member of a market: a supplier or an export line.
struct MarketMember {
  let origin: String
  /// Its code of the Harmonized System.
  let code: String
  /// The number of the export line, where it is one.
  let line: Int?
  /// Customs value a year.
  let value: Expression
  /// The same as it was stated, and g: growth of the flow, not of its share.
  let statedValue: Quantity
  /// Of the export line.
  let group: String?
  let growth: Quantity?
  let baseDuty: Expression
  let exposure: TariffExposure
  let supply: Expression?
  /// The number of its nest, 0 where the market has none.
  let nest: Int
}

/// What a period's measures do in a market, member by member.
struct MarketFlows {
  let members: [TradeInPeriod]
  /// P̂ averaged over the orders of the period; nothing where the response has no price index.
  let priceIndex: Expression?
}

/// A market with its members, solved for one set of tariffs after another.
///
/// Equal tariffs are solved once: the segments of different periods and scenarios often have the same.
struct MarketSolver {
  let market: Market
  let members: [MarketMember]
  /// Base spending of all buyers, duty included, USD m a year.
  let spending: Expression
  private let number: DrawnQuantities
  private var solved: [Change: MarketAnswer] = [:]

  /// What the members answer to.
  struct Change: Hashable {
    /// t' of every member.
    let rates: [Expression]
    /// a; 0 where the market's elasticities do not move.
    let years: Expression
  }

  init(_ market: Market, members: [MarketMember], _ number: DrawnQuantities) {
    self.market = market
    self.members = members
    self.number = number
    spending = number.graph.sum(members.map { $0.value * (1 + $0.baseDuty) })
  }

  /// The clock of the market's long-run elasticities, which starts where the duty on any member first changes; nothing where they
  /// have none.
  func clock(_ history: DutyHistory) -> DutyClock? {
    market.adjustment.map { _ in history.clock(of: members.map { ($0.exposure, $0.baseDuty) }) }
  }

  /// The market under a scenario's measures in a period.
  mutating func flows(measures: ScenarioMeasures, clock: DutyClock?, frame: TimeFrame, average: PeriodResponse) -> MarketFlows {
    // By segment, then by member.
    let levels = frame.segments.map { segment in
      members.map { measures.level(on: $0.exposure, in: segment, baseline: $0.baseDuty) }
    }
    let rates: [[Expression]]
    switch average {
    case .averageResponse: rates = levels.map { $0.map(\.rate) }
    case .averageRate:
      let average = members.indices.map { member in levels.map { $0[member] }.averageRate(frame) }
      rates = Array(repeating: average, count: levels.count)
    }
    let years = ages(levels, clock: clock, frame: frame, average: average)
    let answers = zip(rates, years).map { answer(to: Change(rates: $0, years: $1)) }
    let prices = zip(answers, frame.segments).compactMap { answer, segment in answer.priceIndex.map { $0 * segment.weight } }
    return MarketFlows(
      members: members.indices.map { member in
        TradeInPeriod(
          frame, levels: levels.map { $0[member] }, relatives: answers.map { $0.relatives[member] },
          rates: rates.map { $0[member] })
      },
      priceIndex: prices.count == answers.count ? number.graph.sum(prices) : nil)
  }

  /// a in each segment, as for a line; a stretch ends where the duty on any member changes.
  private func ages(
    _ levels: [[TariffLevel]], clock: DutyClock?, frame: TimeFrame, average: PeriodResponse
  ) -> [Expression] {
    guard let clock else { return levels.map { _ in number.graph.constant(0) } }
    switch average {
    case .averageResponse:
      let changes = zip(levels, levels.dropFirst()).map { old, new in
        DutyChange.any(zip(old, new).map { DutyChange(from: $0.rate, to: $1.rate) })
      }
      return frame.ages(since: clock, changes: changes)
    case .averageRate:
      let age = frame.days.map(clock.yearsAfterStart(in:)) ?? number.graph.constant(0)
      return levels.map { _ in age }
    }
  }

  /// The members' relatives under a change.
  mutating func answer(to change: Change) -> MarketAnswer {
    if let known = solved[change] { return known }
    let suppliers = zip(members, change.rates).map { member, rate in
      MarketSupplier(
        value: member.value, initialPower: 1 + member.baseDuty, power: .power(from: member.baseDuty, to: rate),
        supply: member.supply, nest: member.nest)
    }
    let answer = solve(suppliers, after: change.years)
    solved[change] = answer
    return answer
  }

  private func solve(_ suppliers: [MarketSupplier], after years: Expression) -> MarketAnswer {
    switch market.response {
    case .armington(let substitution, let demand):
      return armington(
        suppliers, substitution: elasticity(substitution, market.adjustment?.substitution, after: years),
        demand: elasticity(demand, market.adjustment?.demand, after: years))
    case .nested(let substitution, let nestSubstitution, let demand):
      let nests = Set(suppliers.map(\.nest)).count
      let within = elasticity(substitution, market.adjustment?.substitution, after: years)
      // Where σ does not move the two are one column, and the ratio is exactly 1.
      let between = number(nestSubstitution) * (within / number(substitution))
      return nestedArmington(
        suppliers, substitution: Array(repeating: within, count: nests), nestSubstitution: between,
        demand: elasticity(demand, market.adjustment?.demand, after: years))
    case .smart(let substitution, let demand, let form):
      return smart(
        suppliers, demand: elasticity(demand, market.adjustment?.demand, after: years),
        substitution: elasticity(substitution, market.adjustment?.substitution, after: years), form: form)
    }
  }

  /// An elasticity stated for the short run, `years` after the duty first changed.
  private func elasticity(_ shortRun: Quantity, _ longRun: Quantity?, after years: Expression) -> Expression {
    guard let longRun, let speed = market.adjustment?.speed else { return number(shortRun) }
    return ElasticityAdjustment(longRun: longRun, speed: speed).value(shortRun: number(shortRun), after: years, number)
  }
}

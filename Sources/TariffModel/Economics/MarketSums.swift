internal import Expressions

/// The partner's trade in the study's markets in a period, by origin and in total, USD m in the period.
///
/// Its own production, where a market has it, is no import and not in the sums; it is in the price index, which weighs markets by
/// their base spending, duty included.
struct MarketSums {
  /// The trade of one origin, or of all.
  struct Trade {
    /// M without any measure.
    let baseline: Expression
    /// M'.
    let imports: Expression
    /// M·t.
    let baselineDuty: Expression
    /// M'·t' as far as it is paid in the period.
    let duty: Expression
  }

  /// The largest base value first.
  let origins: [(name: String, trade: Trade)]
  let total: Trade
  /// Base spending in the markets that have a price index, duty included, and the same times P̂; nothing where none has one.
  let spending: (base: Expression, priced: Expression)?
}

extension MarketSums {
  /// The total is the sum of the origins' sums, so that no flow is added twice.
  init(origins: [(name: String, trade: Trade)], spending: (base: Expression, priced: Expression)?, graph: ExpressionGraph) {
    self.origins = origins
    self.spending = spending
    total = Trade(sumOf: origins.map(\.trade), graph: graph)
  }

  /// Sums over several periods.
  init(over periods: [MarketSums], graph: ExpressionGraph) {
    let spending = periods.compactMap(\.spending)
    self.init(
      origins: periods[0].origins.indices.map { origin in
        (periods[0].origins[origin].name, Trade(sumOf: periods.map { $0.origins[origin].trade }, graph: graph))
      }, spending: spending.isEmpty ? nil : (graph.sum(spending.map(\.base)), graph.sum(spending.map(\.priced))), graph: graph)
  }

  /// An outcome of one origin, or nothing.
  func value(of outcome: Outcome, origin: Trade) -> Expression? {
    switch outcome {
    case .marketShareChange:
      100
        * defined(
          origin.imports / total.imports - origin.baseline / total.baseline, dividingBy: total.imports, total.baseline)
    default: origin.value(of: outcome)
    }
  }

  /// An outcome in total, or nothing: shares always sum to 1.
  func value(of outcome: Outcome) -> Expression? {
    switch outcome {
    case .priceIndexChangePercent: spending.map { 100 * (ratio($0.priced, to: $0.base) - 1) }
    default: total.value(of: outcome)
    }
  }
}

extension MarketSums.Trade {
  init(sumOf trades: [MarketSums.Trade], graph: ExpressionGraph) {
    baseline = graph.sum(trades.map(\.baseline))
    imports = graph.sum(trades.map(\.imports))
    baselineDuty = graph.sum(trades.map(\.baselineDuty))
    duty = graph.sum(trades.map(\.duty))
  }

  fileprivate func value(of outcome: Outcome) -> Expression? {
    switch outcome {
    case .marketImports: imports
    case .marketImportsChange: imports - baseline
    case .marketImportsChangePercent: 100 * ratio(imports - baseline, to: baseline)
    case .marketDuty: duty
    case .marketDutyChange: duty - baselineDuty
    default: nil
    }
  }
}

/// What the markets add to the sums of a period, collected market by market.
struct MarketTerms {
  private struct Terms {
    var baseline: [Expression] = []
    var imports: [Expression] = []
    var baselineDuty: [Expression] = []
    /// Rates and the values that bear them.
    var duty: [(factor: Expression, value: Expression)] = []
  }

  private let origins: [String]
  private let numbers: [String: Int]
  private var terms: [Terms]
  private var spending: [Expression] = []
  private var pricedSpending: [Expression] = []

  init(origins: [String]) {
    self.origins = origins
    numbers = Dictionary(uniqueKeysWithValues: origins.enumerated().map { ($1, $0) })
    terms = Array(repeating: Terms(), count: origins.count)
  }

  mutating func add(_ flows: MarketFlows, of solver: MarketSolver, frame: TimeFrame, _ number: DrawnQuantities) {
    for (member, flow) in zip(solver.members, flows.members) {
      guard let origin = numbers[member.origin] else { continue }
      let baseline = frame.baseFlow(member.statedValue, growth: member.growth, number)
      terms[origin].baseline.append(baseline)
      terms[origin].baselineDuty.append(baseline * member.baseDuty)
      for (index, segment) in frame.segments.enumerated() {
        let value = baseline * flow.relatives[index].value * segment.weight
        terms[origin].imports.append(value)
        terms[origin].duty.append((flow.levels[index].paidRate, value))
      }
    }
    guard let price = flows.priceIndex else { return }
    spending.append(solver.spending * frame.years)
    pricedSpending.append(solver.spending * frame.years * price)
  }

  /// The sums of what was added.
  func sums(_ graph: ExpressionGraph) -> MarketSums {
    let trades = terms.map { terms in
      MarketSums.Trade(
        baseline: graph.sum(terms.baseline), imports: graph.sum(terms.imports), baselineDuty: graph.sum(terms.baselineDuty),
        duty: graph.sum(ofProducts: terms.duty))
    }
    return MarketSums(
      origins: Array(zip(origins, trades)),
      spending: spending.isEmpty ? nil : (graph.sum(spending), graph.sum(pricedSpending)), graph: graph)
  }
}

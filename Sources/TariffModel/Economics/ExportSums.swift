internal import Expressions

/// Export flows summed by group and in total.
struct ExportSums {
  /// The sums of one group.
  struct Group {
    let name: String
    let baseline: Expression
    let revenue: Expression
    let redirected: Expression
    let dutyPaid: Expression
    let incidence: IncidenceSum?
  }

  /// In the order in which the study first names them.
  let groups: [Group]
  let baseline: Expression
  let revenue: Expression
  let redirected: Expression
  let dutyDue: Expression
  let dutyPaid: Expression
  let dutyAtFixedWeights: Expression
  let rents: [QuotaRent]
  let incidence: IncidenceSum?
  /// V, V' and R of the lines without a group.
  let ungrouped: (baseline: Expression, revenue: Expression, redirected: Expression)

  init(_ flows: [ExportFlow], lines: [ExportLine], graph: ExpressionGraph) {
    var names: [String] = []
    var members: [String: [Int]] = [:]
    var ungrouped: [Int] = []
    for (index, line) in lines.enumerated() {
      guard let group = line.group else {
        ungrouped.append(index)
        continue
      }
      if members[group] == nil { names.append(group) }
      members[group, default: []].append(index)
    }
    groups = names.map { name in
      let flows = (members[name] ?? []).map { flows[$0] }
      return Group(
        name: name, baseline: graph.sum(flows.map(\.baseline)), revenue: flows.sum(\.revenue, \.value, graph),
        redirected: Self.redirected(flows, graph: graph), dutyPaid: flows.sum(\.dutyPaid, rated: \.dutyPaid, graph),
        incidence: IncidenceSum(flows.compactMap(\.incidence)))
    }
    let alone = ungrouped.map { flows[$0] }
    self.ungrouped = (
      graph.sum(alone.map(\.baseline)), alone.sum(\.revenue, \.value, graph), Self.redirected(alone, graph: graph)
    )
    // The total is the sum of the groups' sums, so that no line is added twice.
    baseline = graph.sum(groups.map(\.baseline) + ungrouped.map { flows[$0].baseline })
    redirected = Self.redirected(flows, graph: graph)
    if flows.contains(where: { $0.arriving != nil }) {
      // Flow by flow nothing is formed: what the groups' sums have in common is formed once.
      let parts = names.map { name in (members[name] ?? []).map { flows[$0] } } + [alone]
      revenue = graph.sum(parts.map { $0.sum(\.revenue, \.value, graph) })
      dutyDue = graph.sum(parts.map { $0.sum(\.dutyDue, rated: \.dutyDue, graph) })
      dutyPaid = graph.sum(parts.map { $0.sum(\.dutyPaid, rated: \.dutyPaid, graph) })
    } else {
      revenue = graph.sum(groups.map(\.revenue) + alone.map(\.revenue))
      dutyDue = graph.sum(flows.map(\.dutyDue))
      dutyPaid = graph.sum(flows.map(\.dutyPaid))
    }
    dutyAtFixedWeights = graph.sum(flows.map(\.dutyAtFixedWeights))
    rents = flows.flatMap(\.rents)
    incidence = IncidenceSum(flows.compactMap(\.incidence))
  }
}

extension ExportSums {
  /// R = Σ δ(1 − κ)·V·max(0, 1 − q̂), with one product for all lines that share δ and κ.
  private static func redirected(_ flows: [ExportFlow], graph: ExpressionGraph) -> Expression {
    var shares: [Expression] = []
    var members: [[ExportFlow]] = []
    for flow in flows where flow.redirectedShare.constantValue != 0 {
      if let index = shares.firstIndex(of: flow.redirectedShare) {
        members[index].append(flow)
      } else {
        shares.append(flow.redirectedShare)
        members.append([flow])
      }
    }
    return graph.sum(zip(shares, members).map { $0 * $1.sum(\.lost, \.lost, graph) })
  }
}

extension ExportSums {
  /// Sums over several periods of the same lines.
  init(over periods: [ExportSums], graph: ExpressionGraph) {
    func total(_ part: (ExportSums) -> Expression) -> Expression { graph.sum(periods.map(part)) }
    groups = periods[0].groups.indices.map { index in
      Group(
        name: periods[0].groups[index].name, baseline: total { $0.groups[index].baseline },
        revenue: total { $0.groups[index].revenue }, redirected: total { $0.groups[index].redirected },
        dutyPaid: total { $0.groups[index].dutyPaid }, incidence: IncidenceSum(periods.compactMap { $0.groups[index].incidence }))
    }
    baseline = total(\.baseline)
    revenue = total(\.revenue)
    redirected = total(\.redirected)
    dutyDue = total(\.dutyDue)
    dutyPaid = total(\.dutyPaid)
    dutyAtFixedWeights = total(\.dutyAtFixedWeights)
    rents = periods.flatMap(\.rents)
    incidence = IncidenceSum(periods.compactMap(\.incidence))
    ungrouped = (total(\.ungrouped.baseline), total(\.ungrouped.revenue), total(\.ungrouped.redirected))
  }
}

extension ExportFlow {
  /// One line's flows over several periods.
  init(over periods: [ExportFlow], graph: ExpressionGraph) {
    func total(_ part: (ExportFlow) -> Expression) -> Expression { graph.sum(periods.map(part)) }
    baseline = total(\.baseline)
    revenue = total(\.revenue)
    lost = total(\.lost)
    redirectedShare = periods[0].redirectedShare
    dutyDue = total(\.dutyDue)
    dutyPaid = total(\.dutyPaid)
    dutyAtFixedWeights = total(\.dutyAtFixedWeights)
    rents = periods.flatMap(\.rents)
    incidence = IncidenceSum(periods.compactMap(\.incidence))
    segments = []
    arriving = nil
    let forecasts = periods.compactMap { $0.forecast?.flow }
    forecast = ForecastFlow(sumOf: forecasts).map { LineForecast(base: $0.base, parts: [], flow: $0) }
  }
}

extension ExportSums.Group {
  /// An outcome that is reported by group, or nothing.
  func value(of outcome: Outcome) -> Expression? {
    lineOutcome(outcome, revenue: revenue, baseline: baseline, dutyPaid: dutyPaid, incidence: incidence)
  }
}

extension ExportFlow {
  /// An outcome that is reported by line, or nothing.
  func value(of outcome: Outcome) -> Expression? {
    lineOutcome(outcome, revenue: revenue, baseline: baseline, dutyPaid: dutyPaid, incidence: incidence)
      ?? forecast?.flow?.value(of: outcome)
  }
}

/// What is reported of every part of the exports.
private func lineOutcome(
  _ outcome: Outcome, revenue: Expression, baseline: Expression, dutyPaid: Expression, incidence: IncidenceSum?
) -> Expression? {
  outcome == .partnerTariffRevenue
    ? dutyPaid : revenueOutcome(outcome, revenue: revenue, baseline: baseline) ?? incidence?.value(of: outcome, revenue: revenue)
}

/// Export revenue, its change, and its change in percent, for any part of the exports.
///
/// Nothing for other outcomes.
func revenueOutcome(_ outcome: Outcome, revenue: Expression, baseline: Expression) -> Expression? {
  switch outcome {
  case .exportRevenue: revenue
  case .exportRevenueChange: revenue - baseline
  case .exportRevenueChangePercent: 100 * ratio(revenue - baseline, to: baseline)
  default: nil
  }
}

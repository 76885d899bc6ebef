internal import Expressions

extension ModelBuilder {
  /// The clock of a line under a scenario's measures; nothing where its elasticity does not move.
  func clock(of line: Int, _ exposures: [TariffExposure], _ history: DutyHistory) -> DutyClock? {
    let export = study.exports[line]
    return export.adjustment.map { _ in history.clock(of: [(exposures[line], number(export.baseDuty))]) }
  }

  /// Writes the lines that react to their own price, one by one under all cells.
  func writeLines(
    _ exposures: [TariffExposure], _ histories: [DutyHistory], _ quotas: [OrderedQuotas], _ factors: ForecastFactors?,
    _ cells: inout [ExportCell], _ scenarios: inout [ScenarioCells]
  ) {
    var kernels = LagKernels()
    for (line, export) in study.exports.enumerated() {
      guard case .ownPrice(let response) = export.response else { continue }
      let clocks = histories.map { clock(of: line, exposures, $0) }
      if let lag = kernels.kernel(of: study.lag(of: export), number) {
        let orders = zip(histories, clocks).map { history, clock in
          response.orders(of: export, exposure: exposures[line], clock: clock, history: history, number)
        }
        let ordered = quotas.map { $0.orders(ofLine: line, number) }
        for index in cells.indices {
          let cell = cells[index]
          let flow = ExportFlow(
            export, orders: orders[cell.history], exposure: exposures[line], measures: cell.measures, lag: lag,
            merging: !study.bringsForward, frame: cell.frame, number)
          cells[index].flows[line] = ordered[cell.history].reduce(flow) { flow, orders in
            let duties = cell.frame.segments.map {
              cell.measures.sparedDuty(
                on: exposures[line], in: $0, baseline: number(export.baseDuty), waiving: orders[0].waived)
            }
            return flow.adding(orders, duties: duties, days: cell.frame.days ?? 0..<1, lag: lag)
          }
        }
        finish(line, in: nil, exposure: exposures[line], factors, &cells, &scenarios)
        continue
      }
      for index in cells.indices {
        let flow = ExportFlow(
          export, index: line, response, exposure: exposures[line], clock: clocks[cells[index].history],
          measures: cells[index].measures, quotas: cells[index].quotas, frame: cells[index].frame,
          average: study.periodResponse, number)
        cells[index].flows[line] = cells[index].earnedQuotas.adding(to: flow, line: line)
      }
      finish(line, in: nil, exposure: exposures[line], factors, &cells, &scenarios)
    }
  }

  /// Writes the markets and the lines in them, one by one under all cells.
  func writeMarkets(
    _ schedule: TariffSchedule, _ histories: [DutyHistory], _ factors: ForecastFactors?, _ cells: inout [ExportCell],
    _ scenarios: inout [ScenarioCells]
  ) {
    var kernels = LagKernels()
    for var solver in study.marketSolvers(schedule, number) {
      let clocks = histories.map { solver.clock($0) }
      let lag = kernels.kernel(of: study.lag(of: solver.market), number)
      var orders: [MarketOrders] = []
      if lag != nil { for (history, clock) in zip(histories, clocks) { orders.append(solver.orders(history, clock: clock)) } }
      // Of each member by period.
      var own: [Int: [[Expression]]] = [:]
      for index in cells.indices {
        let (frame, history) = (cells[index].frame, cells[index].history)
        if let factors, own[cells[index].period] == nil {
          own[cells[index].period] = solver.members.map {
            forecastFactors(of: $0, in: solver.market, factors, cells[index].period)
          }
        }
        let flows =
          if let lag {
            solver.flows(
              orders[history], measures: cells[index].measures, lag: lag, merging: !study.bringsForward, frame: frame)
          } else {
            solver.flows(
              measures: cells[index].measures, clock: clocks[history], frame: frame, average: study.periodResponse)
          }
        cells[index].markets.add(flows, of: solver, factors: own[cells[index].period] ?? [], frame: frame, number)
        for (member, flow) in zip(solver.members, flows.members) {
          guard let line = member.line else { continue }
          cells[index].flows[line] = ExportFlow(study.exports[line], trade: flow, frame: frame, number)
        }
      }
      for member in solver.members {
        if let line = member.line { finish(line, in: solver.market, exposure: member.exposure, factors, &cells, &scenarios) }
      }
    }
  }

  /// Growth and noise of a member of a market besides its origin's, by part of a period.
  private func forecastFactors(
    of member: MarketMember, in market: Market, _ factors: ForecastFactors, _ period: Int
  ) -> [Expression] {
    let line = member.line.map { study.exports[$0] }
    return factors.own(
      (line?.forecast ?? FlowForecast()).filled(from: market.forecast),
      series: line.map { "exports/\($0.id)" } ?? "suppliers/\(member.origin)/\(member.code)", in: period)
  }

  /// Writes what the flows of one line still lack, with its columns in the cache: what front-loading moves, then the forecasts.
  private func finish(
    _ line: Int, in market: Market?, exposure: TariffExposure, _ factors: ForecastFactors?, _ cells: inout [ExportCell],
    _ scenarios: inout [ScenarioCells]
  ) {
    move(line, exposure: exposure, cells, &scenarios)
    guard let factors else { return }
    let export = study.exports[line]
    let flow = (export.forecast ?? FlowForecast()).filled(from: market?.forecast)
    func forecast(_ effect: ExportFlow, _ period: Int, _ frame: TimeFrame) -> ExportFlow {
      effect.forecast(
        export, own: factors.own(flow, series: "exports/\(export.id)", in: period),
        shared: factors.shared(by: study.home, in: period), frame: frame, reportsLines: reportsLines, number)
    }
    for index in cells.indices {
      cells[index].flows[line] = cells[index].flows[line].map { forecast($0, cells[index].period, cells[index].frame) }
    }
    for scenario in scenarios.indices where !scenarios[scenario].rises.isEmpty {
      for (period, cell) in scenarios[scenario].cells.enumerated() {
        let moved = scenarios[scenario].movedFlows[period][line]
        scenarios[scenario].movedFlows[period][line] = moved.map { forecast($0, period, cell.frame) }
      }
    }
  }

  /// Writes what front-loading moves of one line between the periods of each scenario.
  private func move(
    _ line: Int, exposure: TariffExposure, _ cells: [ExportCell], _ scenarios: inout [ScenarioCells]
  ) {
    for scenario in scenarios.indices where !scenarios[scenario].rises.isEmpty {
      let own = scenarios[scenario].cells.map { cells[$0.exports] }
      let moved = own.compactMap { $0.flows[line] }.moved(
        by: scenarios[scenario].rises, exposure: exposure, baseDuty: number(study.exports[line].baseDuty),
        measures: own.map(\.measures), number)
      for (period, flow) in moved.enumerated() { scenarios[scenario].movedFlows[period][line] = flow }
    }
  }
}

extension Study {
  /// Whether goods may be brought forward, which takes each day's part of a period.
  fileprivate var bringsForward: Bool { measures.contains { $0.anticipation != nil } }
}

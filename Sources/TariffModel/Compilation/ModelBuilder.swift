internal import Expressions

/// Writes a study as expressions: imports, commitments, content shares and tariffs first, then the export lines and the markets one
/// by one under every scenario.
///
/// The order of writing is the order of computation. Line by line, the draws of a line's elasticity are still in the cache when
/// the last scenario reads them.
struct ModelBuilder {
  let graph: ExpressionGraph
  private let study: Study
  private let reportsLines: Bool
  private let number: DrawnQuantities

  init(study: Study, reportsLines: Bool) {
    self.study = study
    self.reportsLines = reportsLines
    graph = ExpressionGraph()
    number = DrawnQuantities(study: study, graph: graph)
  }

  /// The paths of the numbers drawn so far, by their columns.
  var pathsByColumn: [OutputColumn: [String]] { number.pathsByColumn }

  /// One scenario in one period.
  private struct Cell {
    let frame: TimeFrame
    let imports: ImportFlows
    let commitments: CommitmentFlows
    /// The number of its exports: cells with the same layers in the same period share them.
    let exports: Int
  }

  /// The export lines and the markets under some layers in a period.
  private struct ExportCell {
    let measures: ScenarioMeasures
    /// The number of its scenario's history.
    let history: Int
    let frame: TimeFrame
    let quotas: QuotaFills
    var markets: MarketTerms
    /// By the line's number.
    var flows: [Int: ExportFlow] = [:]
  }

  /// A scenario's cells, period by period, and what front-loading makes of its flows.
  private struct ScenarioCells {
    let name: String
    let cells: [Cell]
    let rises: [FrontLoadedRise]
    /// By period and by the line's number; a period's flows depend on the scenario's other periods.
    var movedFlows: [[Int: ExportFlow]]
  }

  /// A scenario in a period or in several, under the name by which it is reported.
  private struct ReportedSpan {
    let period: String
    let exports: ExportSums
    let flows: [ExportFlow]
    /// Nothing where the study has no markets.
    let markets: MarketSums?
    let imports: ImportFlows
    let commitments: CommitmentFlows
    let regimes: [QuotaRegime]
    /// L.
    let years: Expression
  }

  /// The chosen outcomes in the order in which they are reported.
  func outcomes(_ chosen: Set<Outcome>) -> [(key: OutcomeKey, value: Expression)] {
    let frames = TimeFrame.frames(of: study, number)
    let origins = study.tradingOrigins
    let noTerms = MarketTerms(origins: study.marketOrigins)
    var exportCells: [ExportCell] = []
    // Their numbers by period: only those can be shared.
    var numbers = Array(repeating: [Int](), count: frames.count)
    let schedule = TariffSchedule(study)
    let exposures = study.exports.map { schedule.exposure(origin: study.home, code: $0.hs) }
    var histories: [DutyHistory] = []
    var scenarios = study.scenarios.map { scenario in
      let flows = frames.map { frame in
        let imports = ImportFlows(study: study, scenario: scenario, frame: frame, number)
        let commitments = CommitmentFlows(study: study, scenario: scenario, frame: frame, imports: imports, number)
        let measures = ScenarioMeasures(
          study: study, origins: origins, scenario: scenario, frame: frame, commitments: commitments, number)
        return (frame: frame, imports: imports, commitments: commitments, measures: measures)
      }
      let history = DutyHistory(flows.map { ($0.frame, $0.measures) }, graph: graph)
      // Scenarios that differ in another period are one in this one, unless an elasticity remembers.
      let known = histories.firstIndex { !study.hasLongRun || $0.hasSameLayers(as: history) }
      if known == nil { histories.append(history) }
      let past = known ?? histories.count - 1
      let cells = flows.enumerated().map { period, flow in
        let known = numbers[period].first {
          exportCells[$0].history == past && exportCells[$0].measures.haveSameLayers(as: flow.measures)
        }
        if known == nil {
          numbers[period].append(exportCells.count)
          let quotas = QuotaFills(
            study: study, measures: flow.measures, exposures: exposures,
            clock: { self.clock(of: $0, exposures, histories[past]) }, frame: flow.frame, number)
          exportCells.append(
            ExportCell(measures: flow.measures, history: past, frame: flow.frame, quotas: quotas, markets: noTerms))
        }
        return Cell(
          frame: flow.frame, imports: flow.imports, commitments: flow.commitments, exports: known ?? exportCells.count - 1)
      }
      let rises = FrontLoadedRise.rises(of: scenario, in: study, number)
      return ScenarioCells(
        name: scenario.name, cells: cells, rises: rises, movedFlows: Array(repeating: [:], count: frames.count))
    }
    writeLines(exposures, histories, &exportCells, &scenarios)
    writeMarkets(schedule, histories, &exportCells, &scenarios)
    var sums: [Int: (exports: ExportSums, markets: MarketSums?)] = [:]
    return zip(study.scenarios, scenarios).flatMap { policy, scenario in
      let spans = scenario.cells.enumerated().map { period, cell in
        let isMoved = !scenario.rises.isEmpty
        let byLine = isMoved ? scenario.movedFlows[period] : exportCells[cell.exports].flows
        let flows = study.exports.indices.compactMap { byLine[$0] }
        // Written when first asked for: the order of writing is the order of computation.
        let known = sums[cell.exports]
        let exports = (isMoved ? nil : known?.exports) ?? ExportSums(flows, lines: study.exports, graph: graph)
        let markets = study.markets.isEmpty ? nil : known?.markets ?? exportCells[cell.exports].markets.sums(graph)
        if !isMoved { sums[cell.exports] = (exports, markets) }
        return ReportedSpan(
          period: cell.frame.name, exports: exports, flows: flows, markets: markets, imports: cell.imports,
          commitments: cell.commitments, regimes: exportCells[cell.exports].quotas.regimes(), years: cell.frame.years)
      }
      let bilateral = study.exports.isEmpty ? [] : spans + totals(of: spans)
      return bilateral.flatMap { outcomes(chosen, of: $0, scenario: scenario.name) } + worldOutcomes(chosen, policy)
    }
  }

  /// The clock of a line under a scenario's measures; nothing where its elasticity does not move.
  private func clock(of line: Int, _ exposures: [TariffExposure], _ history: DutyHistory) -> DutyClock? {
    let export = study.exports[line]
    return export.adjustment.map { _ in history.clock(of: [(exposures[line], number(export.baseDuty))]) }
  }

  /// Writes the lines that react to their own price, one by one under all cells.
  private func writeLines(
    _ exposures: [TariffExposure], _ histories: [DutyHistory], _ cells: inout [ExportCell], _ scenarios: inout [ScenarioCells]
  ) {
    for (line, export) in study.exports.enumerated() {
      guard case .ownPrice(let response) = export.response else { continue }
      let clocks = histories.map { clock(of: line, exposures, $0) }
      for index in cells.indices {
        cells[index].flows[line] = ExportFlow(
          export, index: line, response, exposure: exposures[line], clock: clocks[cells[index].history],
          measures: cells[index].measures, quotas: cells[index].quotas, frame: cells[index].frame,
          average: study.periodResponse, number)
      }
      move(line, exposure: exposures[line], cells, &scenarios)
    }
  }

  /// Writes the markets and the lines in them, one by one under all cells.
  private func writeMarkets(
    _ schedule: TariffSchedule, _ histories: [DutyHistory], _ cells: inout [ExportCell], _ scenarios: inout [ScenarioCells]
  ) {
    for var solver in study.marketSolvers(schedule, number) {
      let clocks = histories.map { solver.clock($0) }
      for index in cells.indices {
        let frame = cells[index].frame
        let flows = solver.flows(
          measures: cells[index].measures, clock: clocks[cells[index].history], frame: frame, average: study.periodResponse)
        cells[index].markets.add(flows, of: solver, frame: frame, number)
        for (member, flow) in zip(solver.members, flows.members) {
          guard let line = member.line else { continue }
          cells[index].flows[line] = ExportFlow(
            study.exports[line], levels: flow.levels, relatives: flow.relatives, rates: flow.rates, frame: frame, number)
        }
      }
      for member in solver.members {
        if let line = member.line { move(line, exposure: member.exposure, cells, &scenarios) }
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

  /// The sums over periods that the study reports.
  private func totals(of periods: [ReportedSpan]) -> [ReportedSpan] {
    study.spans.map { span in
      let parts = span.periods.map { periods[$0] }
      let flows =
        reportsLines
        ? study.exports.indices.map { line in ExportFlow(over: parts.map { $0.flows[line] }, graph: graph) } : []
      return ReportedSpan(
        period: span.name, exports: ExportSums(over: parts.map(\.exports), graph: graph), flows: flows,
        markets: study.markets.isEmpty ? nil : MarketSums(over: parts.compactMap(\.markets), graph: graph),
        imports: ImportFlows(lines: parts.flatMap(\.imports.lines)),
        commitments: CommitmentFlows(commitments: parts.flatMap(\.commitments.commitments)),
        regimes: parts.flatMap(\.regimes), years: graph.sum(parts.map(\.years)))
    }
  }

  /// What a scenario does to the study's world, which is that of a year.
  private func worldOutcomes(_ chosen: Set<Outcome>, _ scenario: PolicyScenario) -> [(key: OutcomeKey, value: Expression)] {
    guard let world = study.world else { return [] }
    let answer = WorldOutcomes(world, tariffs: study.worldTariffs, scenario: scenario, number)
    return Outcome.allCases.filter(chosen.contains).flatMap { outcome in
      answer.values(of: outcome).map { slice, value in
        (OutcomeKey(scenario: scenario.name, period: TimeFrame.wholeYear, outcome: outcome, slice: slice), value)
      }
    }
  }

  private func outcomes(
    _ chosen: Set<Outcome>, of span: ReportedSpan, scenario: String
  ) -> [(key: OutcomeKey, value: Expression)] {
    let cif = number(study.cifFactor, default: 1)
    let bilateral = BilateralOutcomes(
      exports: span.exports, markets: span.markets, imports: span.imports, commitments: span.commitments, cif: cif)
    let policy = PolicyOutcomes(
      study: study, bilateral: bilateral, regimes: span.regimes, years: span.years, number: number)
    return Outcome.allCases.filter(chosen.contains).flatMap { outcome in
      var values: [(slice: OutcomeSlice, value: Expression)] = policy.values(of: outcome)
      if let total = bilateral.value(of: outcome) { values.append((.total, total)) }
      values += span.exports.groups.compactMap { group in
        group.value(of: outcome).map { (.group(group.name), $0) }
      }
      if reportsLines {
        values += zip(study.exports, span.flows).compactMap { line, flow in
          flow.value(of: outcome).map { (.line(line.id), $0) }
        }
      }
      values += (span.markets?.origins ?? []).compactMap { name, trade in
        span.markets?.value(of: outcome, origin: trade).map { (.origin(name), $0) }
      }
      return values.map { slice, value in
        (OutcomeKey(scenario: scenario, period: span.period, outcome: outcome, slice: slice), value)
      }
    }
  }
}

extension Study {
  /// Whether some elasticity moves with the time since its goods' duty changed.
  fileprivate var hasLongRun: Bool {
    exports.contains { $0.adjustment != nil } || markets.contains { $0.adjustment != nil }
  }
}

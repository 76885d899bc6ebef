internal import Expressions

/// Writes a study as expressions: imports, commitments, content shares and tariffs first, then the export lines and the markets one
/// by one under every scenario.
///
/// The order of writing is the order of computation. Line by line, the draws of a line's elasticity are still in the cache when
/// the last scenario reads them.
struct ModelBuilder {
  let graph: ExpressionGraph
  let study: Study
  let reportsLines: Bool
  let number: DrawnQuantities

  init(study: Study, reportsLines: Bool) {
    self.study = study
    self.reportsLines = reportsLines
    graph = ExpressionGraph()
    number = DrawnQuantities(study: study, graph: graph)
  }

  /// The paths of the numbers drawn so far, by their columns.
  var pathsByColumn: [OutputColumn: [String]] { number.pathsByColumn }

  /// One scenario in one period.
  struct Cell {
    let frame: TimeFrame
    let imports: ImportFlows
    let commitments: CommitmentFlows
    /// The number of its exports: cells with the same layers in the same period share them.
    let exports: Int
  }

  /// The export lines and the markets under some layers in a period.
  struct ExportCell {
    let measures: ScenarioMeasures
    /// The number of its scenario's history.
    let history: Int
    /// The number of its period.
    let period: Int
    let frame: TimeFrame
    let quotas: QuotaFills
    let earnedQuotas: EarnedQuotaFills
    var markets: MarketTerms
    /// By the line's number.
    var flows: [Int: ExportFlow] = [:]
  }

  /// A scenario's cells, period by period, and what front-loading makes of its flows.
  struct ScenarioCells {
    let name: String
    let cells: [Cell]
    let rises: [FrontLoadedRise]
    /// By period and by the line's number; a period's flows depend on the scenario's other periods.
    var movedFlows: [[Int: ExportFlow]]
  }

  /// A scenario in a period or in several, under the name by which it is reported.
  struct ReportedSpan {
    let period: String
    let exports: ExportSums
    let flows: [ExportFlow]
    /// Nothing where the study has no markets.
    let markets: MarketSums?
    let imports: ImportFlows
    let commitments: CommitmentFlows
    let regimes: [QuotaRegime]
    let earnedQuotas: [EarnedQuotaLayer]
    /// L.
    let years: Expression
    /// Home's exports and what it buys, as they will be counted; nothing where the study makes no forecasts.
    let forecast: (exports: ForecastSums, imports: Expression)?
  }

  /// The chosen outcomes in the order in which they are reported.
  ///
  /// Outcomes, groups, periods and scenarios that are not chosen are not written; of the lines all are, for sums read them.
  func outcomes(_ chosen: OutcomeSelection) -> [(key: OutcomeKey, value: Expression)] {
    var outcomes: [(key: OutcomeKey, value: Expression)] = []
    forEachScenario(chosen) { policy, spans in
      let bilateral = study.exports.isEmpty ? [] : (spans + totals(of: spans)).filter { chosen.contains(period: $0.period) }
      outcomes += bilateral.flatMap { self.outcomes(chosen, of: $0, scenario: policy.name) } + worldOutcomes(chosen, policy)
    }
    return outcomes
  }

  /// Writes the chosen scenarios one after the other, each with its periods in the study's order.
  func forEachScenario(_ chosen: OutcomeSelection, _ body: (PolicyScenario, [ReportedSpan]) -> Void) {
    let frames = TimeFrame.frames(of: study, number)
    let origins = study.tradingOrigins
    let noTerms = MarketTerms(origins: study.marketOrigins, reportsMarkets: study.reportsMarkets)
    let factors = ForecastFactors(study, frames: frames, number)
    var exportCells: [ExportCell] = []
    // Their numbers by period: only those can be shared.
    var numbers = Array(repeating: [Int](), count: frames.count)
    let schedule = TariffSchedule(study)
    let exposures = study.exports.map { schedule.exposure(origin: study.home, code: $0.hs) }
    var histories: [DutyHistory] = []
    // By history.
    var orderedQuotas: [OrderedQuotas] = []
    var usedQuotas: [[PolicyScenario.Use]] = []
    let before = study.hasLag ? TimeFrame.before(frames, of: study, graph: graph) : nil
    let policies = study.scenarios.filter { chosen.contains(scenario: $0.name) }
    var scenarios = policies.map { scenario in
      let purchases = frames.map { frame in
        let imports = ImportFlows(study: study, scenario: scenario, frame: frame, number)
        let commitments = CommitmentFlows(study: study, scenario: scenario, frame: frame, imports: imports, number)
        return (frame: frame, imports: imports, commitments: commitments)
      }
      let flows = purchases.map { flow in
        let measures = ScenarioMeasures(
          study: study, origins: origins, scenario: scenario, frame: flow.frame, commitments: flow.commitments,
          earnedQuotas: EarnedQuotaLayer.layers(of: scenario, in: study, frame: flow.frame, flows: purchases, number), number)
        return (frame: flow.frame, imports: flow.imports, commitments: flow.commitments, measures: measures)
      }
      let history = DutyHistory(flows.map { ($0.frame, $0.measures) }, graph: graph)
      // Scenarios that differ in another period are one in this one, unless an elasticity or an order remembers.
      let known = histories.indices.first { index in
        !study.remembers
          // Days before the first period may have a volume where no period has.
          || (histories[index].hasSameLayers(as: history) && (before == nil || usedQuotas[index] == scenario.quotas))
      }
      let past = known ?? histories.count
      if known == nil {
        histories.append(history)
        orderedQuotas.append(OrderedQuotas())
        usedQuotas.append(scenario.quotas)
        let first = flows.min { ($0.frame.days?.lowerBound ?? 0) < ($1.frame.days?.lowerBound ?? 0) }
        if let before, let first, !scenario.quotas.isEmpty {
          let earlier = first.measures.before(
            first.frame, in: before,
            earnedQuotas: EarnedQuotaLayer.layers(of: scenario, in: study, frame: before, flows: purchases, number))
          orderedQuotas[past].add(
            QuotaFills(study: study, measures: earlier, exposures: exposures, clock: { _ in nil }, frame: before, number),
            EarnedQuotaFills(study: study, measures: earlier, exposures: exposures, clock: { _ in nil }, frame: before, number))
        }
      }
      let cells = flows.enumerated().map { period, flow in
        let known = numbers[period].first {
          exportCells[$0].history == past && exportCells[$0].measures.haveSameLayers(as: flow.measures)
        }
        if known == nil {
          numbers[period].append(exportCells.count)
          let quotas = QuotaFills(
            study: study, measures: flow.measures, exposures: exposures,
            clock: { self.clock(of: $0, exposures, histories[past]) }, frame: flow.frame, number)
          let earned = EarnedQuotaFills(
            study: study, measures: flow.measures, exposures: exposures,
            clock: { self.clock(of: $0, exposures, histories[past]) }, frame: flow.frame, number)
          orderedQuotas[past].add(quotas, earned)
          exportCells.append(
            ExportCell(
              measures: flow.measures, history: past, period: period, frame: flow.frame, quotas: quotas, earnedQuotas: earned,
              markets: noTerms))
        }
        return Cell(
          frame: flow.frame, imports: flow.imports, commitments: flow.commitments, exports: known ?? exportCells.count - 1)
      }
      let rises = FrontLoadedRise.rises(of: scenario, in: study, number)
      return ScenarioCells(
        name: scenario.name, cells: cells, rises: rises, movedFlows: Array(repeating: [:], count: frames.count))
    }
    writeLines(exposures, histories, orderedQuotas, factors, &exportCells, &scenarios)
    writeMarkets(schedule, histories, factors, &exportCells, &scenarios)
    var sums: [Int: (exports: ExportSums, markets: MarketSums?, forecast: ForecastSums?)] = [:]
    for (policy, scenario) in zip(policies, scenarios) {
      let spans = scenario.cells.enumerated().map { period, cell in
        let isMoved = !scenario.rises.isEmpty
        let byLine = isMoved ? scenario.movedFlows[period] : exportCells[cell.exports].flows
        let flows = study.exports.indices.compactMap { byLine[$0] }
        // Written when first asked for: the order of writing is the order of computation.
        let known = sums[cell.exports]
        let exports = (isMoved ? nil : known?.exports) ?? ExportSums(flows, lines: study.exports, graph: graph)
        let markets =
          study.markets.isEmpty
          ? nil
          : known?.markets
            ?? exportCells[cell.exports].markets.sums(graph) { factors?.shared(by: $0, in: period) ?? [] }
        let forecast = factors.flatMap { factors in
          (isMoved ? nil : known?.forecast)
            ?? ForecastSums(flows, lines: study.exports, shared: factors.shared(by: study.home, in: period))
        }
        if !isMoved { sums[cell.exports] = (exports, markets, forecast) }
        let bought = factors.map { factors in
          ForecastImports(
            study, imports: cell.imports, commitments: cell.commitments, factors: factors, period: period, number)
        }
        return ReportedSpan(
          period: cell.frame.name, exports: exports, flows: flows, markets: markets, imports: cell.imports,
          commitments: cell.commitments,
          regimes: exportCells[cell.exports].quotas.regimes() + exportCells[cell.exports].earnedQuotas.regimes(),
          earnedQuotas: exportCells[cell.exports].measures.earnedQuotas, years: cell.frame.years,
          forecast: forecast.flatMap { exports in bought.map { (exports, $0.value) } })
      }
      body(policy, spans)
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
        regimes: parts.flatMap(\.regimes), earnedQuotas: parts.flatMap(\.earnedQuotas), years: graph.sum(parts.map(\.years)),
        forecast: ForecastSums(over: parts.compactMap(\.forecast?.exports)).map {
          ($0, graph.sum(parts.compactMap(\.forecast?.imports)))
        })
    }
  }

  /// What a scenario does to the study's world, which is that of a year.
  private func worldOutcomes(_ chosen: OutcomeSelection, _ scenario: PolicyScenario) -> [(key: OutcomeKey, value: Expression)] {
    guard let world = study.world, chosen.contains(period: TimeFrame.wholeYear) else { return [] }
    let answer = WorldOutcomes(world, tariffs: study.worldTariffs, scenario: scenario, number)
    return Outcome.allCases.filter { chosen.contains($0) }.flatMap { outcome in
      answer.values(of: outcome).filter { chosen.contains($0.slice) }.map { slice, value in
        (OutcomeKey(scenario: scenario.name, period: TimeFrame.wholeYear, outcome: outcome, slice: slice), value)
      }
    }
  }

  private func outcomes(
    _ chosen: OutcomeSelection, of span: ReportedSpan, scenario: String
  ) -> [(key: OutcomeKey, value: Expression)] {
    let cif = number(study.cifFactor, default: 1)
    let bilateral = BilateralOutcomes(
      exports: span.exports, markets: span.markets, imports: span.imports, commitments: span.commitments, cif: cif)
    let policy = PolicyOutcomes(
      study: study, bilateral: bilateral, regimes: span.regimes, earnedQuotas: span.earnedQuotas, years: span.years,
      number: number)
    return Outcome.allCases.filter { chosen.contains($0) }.flatMap { outcome in
      var values: [(slice: OutcomeSlice, value: Expression)] = policy.values(of: outcome)
      if let total = bilateral.value(of: outcome) { values.append((.total, total)) }
      if let forecast = span.forecast {
        if let total = forecast.exports.total.value(of: outcome) { values.append((.total, total)) }
        if outcome == .forecastBalance { values.append((.total, forecast.exports.total.value - forecast.imports)) }
        values += forecast.exports.groups.compactMap { group in group.flow.value(of: outcome).map { (.group(group.name), $0) } }
      }
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
      values += (span.markets?.flows ?? []).compactMap { flow in
        span.markets?.value(of: outcome, flow: flow).map { (.flow(origin: flow.origin, market: flow.market), $0) }
      }
      return values.filter { chosen.contains($0.slice) }.map { slice, value in
        (OutcomeKey(scenario: scenario, period: span.period, outcome: outcome, slice: slice), value)
      }
    }
  }
}

extension Study {
  /// Whether what is sold in a period depends on the measures of others: some elasticity moves with the time since its goods' duty
  /// changed, or some goods were ordered before.
  fileprivate var remembers: Bool {
    hasLag || exports.contains { $0.adjustment != nil } || markets.contains { $0.adjustment != nil }
  }
}

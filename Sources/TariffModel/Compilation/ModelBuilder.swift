internal import Expressions

/// Writes a study as expressions: imports, commitments, content shares and tariffs first, then the export lines one by one under
/// every scenario.
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

  /// One scenario in one period.
  private struct Cell {
    let scenario: PolicyScenario
    let frame: TimeFrame
    let imports: ImportFlows
    let commitments: CommitmentFlows
    /// The number of its exports: cells with the same layers in the same period share them.
    let exports: Int
  }

  /// The export lines under some layers in a period.
  private struct ExportCell {
    let measures: ScenarioMeasures
    let period: Int
    let frame: TimeFrame
    var flows: [ExportFlow] = []
  }

  /// The chosen outcomes in the order in which they are reported.
  func outcomes(_ chosen: Set<Outcome>) -> [(key: OutcomeKey, value: Expression)] {
    let frames = TimeFrame.frames(of: study, number)
    var exportCells: [ExportCell] = []
    let cells = study.scenarios.flatMap { scenario in
      frames.enumerated().map { period, frame in
        let imports = ImportFlows(study: study, scenario: scenario, frame: frame, number)
        let commitments = CommitmentFlows(study: study, scenario: scenario, frame: frame, imports: imports, number)
        let measures = ScenarioMeasures(
          study: study, scenario: scenario, frame: frame, commitments: commitments, number)
        let known = exportCells.firstIndex { $0.period == period && $0.measures.haveSameLayers(as: measures) }
        if known == nil { exportCells.append(ExportCell(measures: measures, period: period, frame: frame)) }
        return Cell(
          scenario: scenario, frame: frame, imports: imports, commitments: commitments,
          exports: known ?? exportCells.count - 1)
      }
    }
    let coverages = study.measures.map(\.codeCoverage)
    for line in study.exports {
      let covered = coverages.map { $0.part(of: line.hs) }
      for index in exportCells.indices {
        exportCells[index].flows.append(
          ExportFlow(
            line, covered: covered, measures: exportCells[index].measures, frame: exportCells[index].frame,
            response: study.periodResponse, number))
      }
    }
    var sums: [Int: ExportSums] = [:]
    return cells.flatMap { cell in
      let flows = exportCells[cell.exports].flows
      // Written when first asked for: the order of writing is the order of computation.
      let exports = sums[cell.exports] ?? ExportSums(flows, lines: study.exports, graph: graph)
      sums[cell.exports] = exports
      return outcomes(chosen, of: cell, exports: exports, flows: flows)
    }
  }

  private func outcomes(
    _ chosen: Set<Outcome>, of cell: Cell, exports: ExportSums, flows: [ExportFlow]
  ) -> [(key: OutcomeKey, value: Expression)] {
    let cif = number(study.cifFactor, default: 1)
    let bilateral = BilateralOutcomes(exports: exports, imports: cell.imports, commitments: cell.commitments, cif: cif)
    return Outcome.allCases.filter(chosen.contains).flatMap { outcome in
      var values: [(slice: OutcomeSlice, value: Expression)] = [(.total, bilateral.value(of: outcome))]
      values += exports.groups.compactMap { group in
        group.value(of: outcome).map { (.group(group.name), $0) }
      }
      if reportsLines {
        values += zip(study.exports, flows).compactMap { line, flow in
          flow.value(of: outcome).map { (.line(line.id), $0) }
        }
      }
      return values.map { slice, value in
        (OutcomeKey(scenario: cell.scenario.name, period: cell.frame.name, outcome: outcome, slice: slice), value)
      }
    }
  }
}

internal import Expressions

/// Writes a study as expressions: imports, commitments, content shares and tariffs first, then the export lines one by one under
/// every scenario.
///
/// The order of writing is the order of computation. Line by line, the draws of a line's elasticity are still in the cache when
/// the last scenario reads them.
struct ModelBuilder {
  let graph = ExpressionGraph()
  private let study: Study
  private let reportsLines: Bool
  private let number: DrawnQuantities

  init(study: Study, reportsLines: Bool) {
    self.study = study
    self.reportsLines = reportsLines
    number = DrawnQuantities(study: study, graph: graph)
  }

  /// One scenario in one period.
  private struct Cell {
    let scenario: PolicyScenario
    let frame: TimeFrame
    let imports: ImportFlows
    let commitments: CommitmentFlows
    let measures: ScenarioMeasures
    var exports: [ExportFlow] = []
  }

  /// All outcomes in the order in which they are reported.
  mutating func outcomes() -> [(key: OutcomeKey, value: Expression)] {
    let frames = TimeFrame.frames(of: study, number)
    var cells = study.scenarios.flatMap { scenario in
      frames.map { frame in
        let imports = ImportFlows(study: study, scenario: scenario, frame: frame, number)
        let commitments = CommitmentFlows(study: study, scenario: scenario, frame: frame, imports: imports, number)
        let measures = ScenarioMeasures(
          study: study, scenario: scenario, frame: frame, commitments: commitments, number)
        return Cell(scenario: scenario, frame: frame, imports: imports, commitments: commitments, measures: measures)
      }
    }
    for line in study.exports {
      for index in cells.indices {
        cells[index].exports.append(
          ExportFlow(
            line, measures: cells[index].measures, frame: cells[index].frame, response: study.periodResponse, number))
      }
    }
    return cells.flatMap(outcomes)
  }

  private func outcomes(of cell: Cell) -> [(key: OutcomeKey, value: Expression)] {
    let exports = ExportSums(cell.exports, lines: study.exports, graph: graph)
    let cif = number(study.cifFactor, default: 1)
    let bilateral = BilateralOutcomes(exports: exports, imports: cell.imports, commitments: cell.commitments, cif: cif)
    return Outcome.allCases.flatMap { outcome in
      var values: [(slice: OutcomeSlice, value: Expression)] = [(.total, bilateral.value(of: outcome))]
      values += exports.groups.compactMap { group in
        group.value(of: outcome).map { (.group(group.name), $0) }
      }
      if reportsLines {
        values += zip(study.exports, cell.exports).compactMap { line, flow in
          flow.value(of: outcome).map { (.line(line.id), $0) }
        }
      }
      return values.map { slice, value in
        (OutcomeKey(scenario: cell.scenario.name, period: cell.frame.name, outcome: outcome, slice: slice), value)
      }
    }
  }
}

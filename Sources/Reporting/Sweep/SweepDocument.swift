internal import Analysis
package import TariffModel

/// `summary.json` of a sweep.
package enum SweepDocument {
  /// The document; it depends on the studies, the plan and the versions only.
  ///
  /// - Parameter notes: Of the studies as they are without a variation.
  package static func document(
    _ result: SweepResult, of runs: [RunDescription], notes: [ModelNote], facts: ProgramFacts
  ) -> JSONValue {
    .object([
      .init("schema", .string(SummaryDocument.schema)),
      .init("question", .string("sweep")),
      .init("title", .string(runs.map(\.title).uniqued.joined(separator: " and "))),
      .init("determinedBy", .array(runs.map { SummaryDocument.determinants(result.plan, of: $0, facts: facts) })),
      .init(
        "axes",
        .array(
          result.design.axes.map { axis in
            .array(
              axis.coordinates.map {
                .object([.init("coordinate", .string($0.name)), .init("values", .array($0.values.map { .string($0) }))])
              })
          })),
      .init("against", .object(result.against.map { .init($0.name, .string($0.value)) })),
      .init("notes", .array(notes.map(SummaryDocument.note))),
      .init("variants", .array(result.endings.enumerated().map { variant($0, $1, of: result) })),
    ])
  }

  private static func variant(_ number: Int, _ ending: VariantEnding, of result: SweepResult) -> JSONValue {
    let names = result.design.coordinates.map(\.name)
    let values = JSONValue.object(zip(names, result.design.values(of: number)).map { .init($0, .string($1)) })
    switch ending {
    case .failed(let reason): return .object([.init("values", values), .init("failed", .string(reason))])
    case .finished(let rows):
      var outcomes: [JSONValue] = []
      var start = 0
      while start < rows.count {
        let end = rows[start...].firstIndex { !$0.isOfOutcome(of: rows[start]) } ?? rows.count
        outcomes.append(outcome(rows[start..<end]))
        start = end
      }
      return .object([.init("values", values), .init("outcomes", .array(outcomes))])
    }
  }

  private static func outcome(_ rows: ArraySlice<SweepRow>) -> JSONValue {
    guard let first = rows.first else { return .object([]) }
    return .object([
      .init("scenario", .string(first.scenario)), .init("period", .string(first.period)),
      .init("outcome", .string(first.outcome.rawValue)), .init("group", .string(first.group)),
      .init("unit", .string(first.outcome.unit.rawValue)),
      .init(
        "statistics",
        .object(
          rows.map {
            .init(
              $0.statistic,
              .object([
                .init("value", .optional($0.value)), .init("standardError", .optional($0.standardError)),
                .init("low", .optional($0.low)), .init("high", .optional($0.high)),
              ]))
          })),
    ])
  }
}

extension SweepRow {
  /// Whether two rows tell of the same outcome.
  fileprivate func isOfOutcome(of other: SweepRow) -> Bool {
    (scenario, period, outcome, group) == (other.scenario, other.period, other.outcome, other.group)
  }
}

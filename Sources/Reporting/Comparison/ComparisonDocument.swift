package import Analysis
internal import Statistics
internal import TariffModel

/// `summary.json` of a comparison.
package enum ComparisonDocument {
  /// The document; it depends on the studies, the plan and the versions only.
  package static func document(_ result: ComparisonResult, of runs: [RunDescription], facts: ProgramFacts) -> JSONValue {
    .object(
      [
        .init("schema", .string(SummaryDocument.schema)),
        .init("question", .string("comparison")),
        .init("title", .string(runs.map(\.title).uniqued.joined(separator: " and "))),
        .init("determinedBy", .array(runs.map { SummaryDocument.determinants(result.plan, of: $0, facts: facts) })),
        .init("notes", .array(result.notes.map(SummaryDocument.note))),
        .init("unsolvedDraws", .integer(result.unsolved?.count ?? 0)),
      ] + members(result) { runs[$0.model].title })
  }

  /// The choices and what is known of them, as members of a document.
  static func members(
    _ result: ComparisonResult, study: (ComparedChoices.Choice) -> String
  ) -> [JSONValue.Member] {
    [
      .init(
        "choices",
        .array(
          result.choices.map {
            .object([
              .init("choice", .string($0.label)), .init("scenario", .string($0.scenario)),
              .init("study", .string(study($0))),
            ])
          })),
      .init("against", .string(result.choices[result.reference].label)),
      .init("comparisons", .array(result.rows.map { row($0, of: result) })),
    ]
  }

  private static func row(_ row: ComparedOutcome, of result: ComparisonResult) -> JSONValue {
    .object([
      .init("period", .string(row.period)), .init("outcome", .string(row.outcome.rawValue)),
      .init("group", .string(row.slice.groupColumn)), .init("unit", .string(row.outcome.unit.rawValue)),
      .init("better", .string(row.direction.rawValue)),
      .init(
        "levels",
        .array(
          zip(result.choices, row.levels).compactMap { choice, level in
            level.map {
              .object([
                .init("choice", .string(choice.label)), .init("statistics", statistics(ComparisonRows.entries($0, ""))),
              ])
            }
          })),
      .init(
        "againstReference",
        .array(
          row.comparisons.map {
            .object([
              .init("choice", .string(result.choices[$0.choice].label)),
              .init("statistics", statistics(ComparisonRows.entries($0))),
            ])
          })),
      .init(
        "amongAll",
        .array(
          row.regrets.map {
            .object([
              .init("choice", .string(result.choices[$0.choice].label)),
              .init("statistics", statistics(ComparisonRows.entries($0))),
            ])
          })),
    ])
  }

  private static func statistics(_ entries: [ComparisonRows.Entry]) -> JSONValue {
    .object(
      entries.map { entry in
        if let verdict = entry.verdict { return .init(entry.statistic, .string(verdict.rawValue)) }
        return .init(
          entry.statistic,
          .object([
            .init("value", .optional(entry.value)), .init("standardError", .optional(entry.standardError)),
            .init("low", .optional(entry.interval?.lowerBound)), .init("high", .optional(entry.interval?.upperBound)),
          ]))
      })
  }
}

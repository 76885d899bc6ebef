package import Analysis
internal import TariffModel

/// `summary.json` of the question which inputs drive some outcomes.
package enum SensitivityDocument {
  /// The document; it depends on the study, the plan and the versions only.
  package static func document(_ result: SensitivityResult, of run: RunDescription, facts: ProgramFacts) -> JSONValue {
    .object([
      .init("schema", .string(SummaryDocument.schema)),
      .init("question", .string("sensitivity")),
      .init("determinedBy", SummaryDocument.determinants(result.plan, of: run, facts: facts)),
      .init("notes", .array(result.notes.map(SummaryDocument.note))),
      .init("method", .string(result.method.rawValue)),
      .init("against", result.against.map { .string($0) } ?? .null),
      .init("evaluations", .integer(result.evaluations)),
      .init(
        "inputs",
        .array(
          result.inputs.map {
            .object([.init("input", .string($0.name)), .init("numbers", .array($0.numbers.map { .string($0) }))])
          })),
      .init("outcomes", .array(result.outcomes.map { outcome($0, of: result) })),
    ])
  }

  private static func outcome(_ outcome: OutcomeSensitivity, of result: SensitivityResult) -> JSONValue {
    .object([
      .init("scenario", .string(outcome.key.scenario)), .init("period", .string(outcome.key.period)),
      .init("outcome", .string(outcome.key.outcome.rawValue)), .init("group", .string(outcome.key.slice.groupColumn)),
      .init("unit", .string(outcome.key.outcome.unit.rawValue)),
      .init("statistics", statistics(SensitivityRows.entries(outcome))),
      .init(
        "inputs",
        .array(
          outcome.inputs.map {
            .object([
              .init("input", .string(result.inputs[$0.input].name)),
              .init("statistics", statistics(SensitivityRows.entries($0, of: outcome))),
            ])
          })),
    ])
  }

  private static func statistics(_ entries: [SensitivityRows.Entry]) -> JSONValue {
    .object(
      entries.map { entry in
        .init(
          entry.statistic,
          .object([
            .init("value", .number(entry.value)), .init("standardError", .optional(entry.standardError)),
            .init("low", .optional(entry.interval?.lowerBound)), .init("high", .optional(entry.interval?.upperBound)),
          ]))
      })
  }
}

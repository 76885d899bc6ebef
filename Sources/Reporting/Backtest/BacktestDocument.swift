package import Analysis
package import TariffModel

/// `summary.json` of a backtest.
package enum BacktestDocument {
  /// What was scored, besides the study.
  package struct Subject: Sendable {
    package var scenario: String
    package var plan: Plan
    /// The tables with their digests: what was counted, then the history.
    package var tables: [RunDescription.FileDigest]
    package var notes: [ModelNote]

    package init(scenario: String, plan: Plan, tables: [RunDescription.FileDigest], notes: [ModelNote]) {
      self.scenario = scenario
      self.plan = plan
      self.tables = tables
      self.notes = notes
    }
  }

  /// The document; it depends on the study, the tables, the question and the versions only.
  package static func document(
    _ result: BacktestResult, _ subject: Subject, of run: RunDescription, facts: ProgramFacts
  ) -> JSONValue {
    let priors = result.priorDates
    return .object([
      .init("schema", .string(SummaryDocument.schema)),
      .init("question", .string("backtest")),
      .init("title", .string(run.title)),
      .init("kind", .string("forecast")),
      .init("scenario", .string(subject.scenario)),
      .init("determinedBy", SummaryDocument.determinants(subject.plan, of: run, facts: facts)),
      .init(
        "tables",
        .array(
          subject.tables.map { .object([.init("name", .string($0.name)), .init("sha256", .string($0.sha256))]) })),
      .init("notes", .array(subject.notes.map(SummaryDocument.note))),
      .init(
        "priors",
        .object([
          .init("latestAsOf", .optional(priors.latest?.description)), .init("stated", .integer(priors.stated)),
          .init("unstated", .integer(priors.unstated)),
        ])),
      .init("naiveDeviation", .number(result.naive.deviation)),
      .init("naiveDeviationIsOfHistory", .bool(result.naive.isOfHistory)),
      .init("yearlyChanges", .integer(result.naive.changes)),
      .init("baseRecords", .integer(result.records.baseRecords)),
      .init("summaries", .array(result.summaries.map(summary))),
      .init("unscored", .array(result.unscored.map(unscored))),
    ])
  }

  private static func summary(_ summary: BacktestSummary) -> JSONValue {
    .object([
      .init("part", .string(summary.part.rawValue)), .init("name", .string(summary.name)),
      .init("actuals", .integer(summary.actuals)), .init("clusters", .integer(summary.clusters)),
      .init(
        "statistics",
        .array(
          BacktestRows.entries(of: summary).map { entry in
            .object([
              .init("forecaster", .optional(entry.forecaster?.rawValue)), .init("unit", .string(entry.unit)),
              .init("statistic", .string(entry.statistic)), .init("value", .number(entry.value)),
              .init("low", .optional(entry.interval?.lowerBound)), .init("high", .optional(entry.interval?.upperBound)),
              .init("actuals", .integer(entry.actuals)),
            ])
          })),
    ])
  }

  private static func unscored(_ record: UnscoredRecord) -> JSONValue {
    .object([
      .init("origin", .string(record.origin)), .init("hs", .string(record.goods.text)),
      .init("start", .string(record.start.description)), .init("end", .string(record.end.description)),
      .init("reason", .string(record.reason.text)), .init("place", .string(record.place)),
    ])
  }
}

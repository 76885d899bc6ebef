package import Analysis

/// `rare.csv`: how probable rare events are, one row for a condition, a scenario and a period.
///
/// `method` is `shifted` where inputs were drawn around the point where the event happens, and begins with `plain` where
/// that found nothing or too few draws carried it. `effective_hits` is (Σw)²/Σw², `plain_draws` how many ordinary draws
/// would have the same error.
package enum RareRows {
  /// The table.
  package static func text(_ results: [RareResult]) -> String {
    var table = CSVText(columns: [
      "scenario", "period", "condition", "probability", "standard_error", "ci_low", "ci_high", "method", "hits", "draws",
      "effective_hits", "plain_draws",
    ])
    for result in results {
      table.add(result.scenario ?? "")
      table.add(result.period ?? "")
      table.add(result.condition.text)
      table.add(result.probability)
      table.add(result.standardError)
      table.add(result.interval.lowerBound)
      table.add(result.interval.upperBound)
      table.add(result.method.rawValue)
      table.add(Double(result.hits))
      table.add(Double(result.draws))
      table.add(result.effectiveHits)
      table.add(result.plainDraws)
      table.endRow()
    }
    return table.text
  }

  /// `summary.json` of the question.
  package static func document(_ results: [RareResult], plan: Plan, of run: RunDescription, facts: ProgramFacts) -> JSONValue {
    .object([
      .init("schema", .string(SummaryDocument.schema)),
      .init("question", .string("rare")),
      .init("determinedBy", SummaryDocument.determinants(plan, of: run, facts: facts)),
      .init(
        "events",
        .array(
          results.map { result in
            .object([
              .init("scenario", .optional(result.scenario)), .init("period", .optional(result.period)),
              .init("condition", .string(result.condition.text)), .init("probability", .number(result.probability)),
              .init("standardError", .number(result.standardError)), .init("low", .number(result.interval.lowerBound)),
              .init("high", .number(result.interval.upperBound)), .init("method", .string(result.method.rawValue)),
              .init("hits", .integer(result.hits)), .init("draws", .integer(result.draws)),
              .init("effectiveHits", .number(result.effectiveHits)), .init("plainDraws", .number(result.plainDraws)),
              .init(
                "where",
                .array(
                  result.leaders.map {
                    .object([.init("input", .string($0.path)), .init("deviations", .number($0.deviations))])
                  })),
            ])
          })),
    ])
  }
}

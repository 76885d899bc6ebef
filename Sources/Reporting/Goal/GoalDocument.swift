internal import Analysis

/// `summary.json` of a goal.
package enum GoalDocument {
  /// The document; it depends on the study, the question and the versions only.
  package static func document(_ answer: GoalAnswer, of run: RunDescription, facts: ProgramFacts) -> JSONValue {
    .object([
      .init("schema", .string(SummaryDocument.schema)),
      .init("question", .string("goal")),
      .init("title", .string(run.title)),
      .init("determinedBy", SummaryDocument.determinants(answer.plan, of: run, facts: facts)),
      .init("path", .string(answer.path)),
      .init("present", .optional(answer.present)),
      .init("notes", .array(answer.notes.map(SummaryDocument.note))),
      .init("answers", .array(answer.entries.map { entry($0, of: answer) })),
    ])
  }

  private static func entry(_ entry: GoalAnswer.Entry, of answer: GoalAnswer) -> JSONValue {
    let result = entry.result
    return .object([
      .init("scenario", .optional(entry.scenario)), .init("period", .optional(entry.period)),
      .init("goal", .string(result.goal.text)), .init("target", .number(result.goal.target)),
      .init("status", .string(result.status.rawValue)),
      .init("words", .array(GoalWords(answer).sentences(entry).map(JSONValue.string))),
      .init("range", .array([.number(entry.range.lowerBound), .number(entry.range.upperBound)])),
      .init("answer", .optional(result.answer)), .init("low", .optional(result.low)), .init("high", .optional(result.high)),
      .init("holds", .optional(result.holdsAbove.map { $0 ? "above" : "below" })),
      .init("dependsOnPath", .bool(!result.isUnmoved)),
      .init("there", point(result.there)),
      .init("crossings", .array(result.crossings.map { .array([.number($0.lowerBound), .number($0.upperBound)]) })),
      .init("drawsComputed", .integer(result.drawsComputed)),
      .init("evaluations", .array(result.points.map(point))),
    ])
  }

  private static func point(_ point: GoalResult.Point) -> JSONValue {
    .object([
      .init("at", .number(point.x)), .init("value", .optional(point.value.isUndefined ? nil : point.value.estimate)),
      .init("low", .optional(point.value.interval?.lowerBound)), .init("high", .optional(point.value.interval?.upperBound)),
      .init("draws", .integer(point.value.draws)),
    ])
  }
}

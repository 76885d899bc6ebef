package import Analysis
internal import Statistics

/// `probabilities.csv`: how probable each condition is, one row for a scenario and a period.
///
/// `draws_defined` counts the draws in which all its outcomes have a value, `draws` those of them in which `given` holds, and `hits`
/// those of these in which `condition` does. The interval is of 95 %: the exact one (Clopper and Pearson), or under a design that from the
/// differences between replicates. A probability among no draws is blank; so is a scenario or a period that the condition itself names.
package enum ConditionRows {
  package static func text(_ results: [ConditionResult]) -> String {
    var table = CSVText(columns: [
      "scenario", "period", "condition", "given", "probability", "ci_low", "ci_high", "hits", "draws", "draws_defined",
    ])
    for result in results {
      table.add(result.scenario ?? "")
      table.add(result.period ?? "")
      table.add(result.condition.eventText)
      table.add(result.condition.givenText)
      table.add(result.probability?.value)
      table.add(result.probability?.interval?.lowerBound)
      table.add(result.probability?.interval?.upperBound)
      table.add(Double(result.hits))
      table.add(Double(result.given))
      table.add(Double(result.draws))
      table.endRow()
    }
    return table.text
  }

  /// The same as a member of a document.
  static func member(_ result: ConditionResult) -> JSONValue {
    .object([
      .init("scenario", .optional(result.scenario)), .init("period", .optional(result.period)),
      .init("condition", .string(result.condition.eventText)),
      .init("given", .optional(result.condition.given.isEmpty ? nil : result.condition.givenText)),
      .init("probability", .optional(result.probability?.value)),
      .init("low", .optional(result.probability?.interval?.lowerBound)),
      .init("high", .optional(result.probability?.interval?.upperBound)),
      .init("hits", .integer(result.hits)), .init("draws", .integer(result.given)),
      .init("drawsDefined", .integer(result.draws)),
    ])
  }
}

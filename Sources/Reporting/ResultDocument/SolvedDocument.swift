/// The answer of `solve` as `summary.json` has it: where a goal begins to hold, and what was looked at.
package struct SolvedDocument: Hashable, Sendable {
  /// What is varied, as it was typed.
  package var path: String
  package var present: Double?
  package var answers: [Answer]

  package struct Answer: Hashable, Sendable {
    package var scenario: String?
    package var period: String?
    package var goal: String
    package var status: String
    /// In words, a sentence each.
    package var words: [String]
    /// The number that the goal asks for.
    package var target: Double
    package var answer: Double?
    package var low: Double?
    package var high: Double?
    package var evaluations: [Evaluation]

    /// Scenario and period, where the goal does not name them itself.
    package var place: String? {
      let names = [scenario, period == "year" ? nil : period].compactMap(\.self)
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
  }

  /// The number of the goal at a value.
  package struct Evaluation: Hashable, Sendable {
    package var at: Double
    package var value: Double
    package var low: Double?
    package var high: Double?
  }
}

extension SummaryReader {
  /// Reads the answer to a goal.
  func goal(_ value: JSONValue) throws(ResultReadingFailure) -> SolvedDocument {
    SolvedDocument(
      path: try text("path", in: value), present: value["present"]?.double,
      answers: try array("answers", in: value).map { answer throws(ResultReadingFailure) in
        SolvedDocument.Answer(
          scenario: answer["scenario"]?.textValue, period: answer["period"]?.textValue, goal: try text("goal", in: answer),
          status: try text("status", in: answer), words: try array("words", in: answer).compactMap(\.textValue),
          target: try number("target", in: answer), answer: answer["answer"]?.double, low: answer["low"]?.double,
          high: answer["high"]?.double,
          // A value at which no draw tells the number has no mark.
          evaluations: try array("evaluations", in: answer).filter { $0["value"] != .null }.map {
            point throws(ResultReadingFailure) in
            SolvedDocument.Evaluation(
              at: try number("at", in: point), value: try number("value", in: point), low: point["low"]?.double,
              high: point["high"]?.double)
          })
      })
  }
}

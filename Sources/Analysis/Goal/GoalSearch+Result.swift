extension GoalSearch {
  /// The share of the number's interval within which the answer is found, and the ends of its interval.
  private static let answerShare = 0.05
  private static let endShare = 0.15

  /// Searches a range.
  ///
  /// - Parameters:
  ///   - present: The value that holds without a change; it is looked at too where it lies in the range.
  ///   - draws: How many each number takes.
  ///   - number: The goal's number at a value.
  static func result<Failure>(
    _ goal: Goal, over range: ClosedRange<Double>, present: Double?, draws: Int, number: (Double) throws(Failure) -> GoalValue
  ) throws(Failure) -> GoalResult {
    var search = GoalSearch(goal, over: range)
    try search.scan(besides: present, number)
    let crossings = search.crossings
    // Where no two values are told apart the answer may still lie between those that the estimate puts on different sides.
    let values = crossings.first ?? range
    let crossing = try search.crossing(.estimate, within: values, share: answerShare, number)
    var ends: [GoalCrossing?] = []
    if let crossing {
      // Where the goal begins to hold above, it may hold before the answer and must after it.
      for side in crossing.holdsAbove ? [Side.most, .least] : [.least, .most] {
        ends.append(try search.crossing(side, within: values, share: endShare, number))
      }
      try search.look(at: crossing.answer, number)
    }
    return search.told(crossings, crossing: crossing, ends: ends, draws: draws)
  }

  private func told(
    _ crossings: [ClosedRange<Double>], crossing: GoalCrossing?, ends: [GoalCrossing?], draws: Int
  ) -> GoalResult {
    let verdicts = points.map(verdict)
    let status: GoalResult.Status =
      if crossings.count > 1 {
        .notMonotone
      } else if crossings.count == 1 {
        crossing == nil ? .undecided : .solved
      } else if verdicts.allSatisfy({ $0 >= 0 }) && verdicts.contains(1) && crossing == nil {
        .alreadyTrue
      } else if verdicts.allSatisfy({ $0 < 0 }) {
        .unreachable
      } else {
        .undecided
      }
    // The place nearest to the goal, the first of several.
    let closest = points.max { goal.score(of: $0, .estimate) < goal.score(of: $1, .estimate) } ?? points[0]
    let answer = crossing?.answer
    let there = points.first { $0.x == answer } ?? closest
    return GoalResult(
      goal: goal, status: status, answer: answer, low: ends.first.flatMap { end in end.map { min($0.low, answer ?? $0.low) } },
      high: ends.last.flatMap { end in end.map { max($0.high, answer ?? $0.high) } }, holdsAbove: crossing?.holdsAbove,
      there: there,
      crossings: crossings, points: points, drawsComputed: draws * points.count)
  }
}

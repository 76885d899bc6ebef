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
    let answer = try search.root(.estimate, within: values, share: answerShare, number)
    var ends: [Double?] = []
    if answer != nil {
      for side in [Side.most, .least] { ends.append(try search.root(side, within: values, share: endShare, number)) }
    }
    if let answer { try search.look(at: answer, number) }
    return search.told(crossings, answer: answer, ends: ends, draws: draws)
  }

  private func told(_ crossings: [ClosedRange<Double>], answer: Double?, ends: [Double?], draws: Int) -> GoalResult {
    let verdicts = points.map(verdict)
    let status: GoalResult.Status =
      if crossings.count > 1 {
        .notMonotone
      } else if crossings.count == 1 {
        answer == nil ? .undecided : .solved
      } else if verdicts.allSatisfy({ $0 >= 0 }) && verdicts.contains(1) && answer == nil {
        .alreadyTrue
      } else if verdicts.allSatisfy({ $0 < 0 }) {
        .unreachable
      } else {
        .undecided
      }
    // The place nearest to the goal, the first of several.
    let closest = points.max { goal.score(of: $0, .estimate) < goal.score(of: $1, .estimate) } ?? points[0]
    let there = points.first { $0.x == answer } ?? closest
    var result = GoalResult(
      goal: goal, status: status, answer: answer, low: nil, high: nil, holdsAbove: nil, there: there, crossings: crossings,
      points: points, drawsComputed: draws * points.count)
    guard let answer else { return result }
    let (below, above) = (points.filter { $0.x < answer }, points.filter { $0.x > answer })
    if let first = below.last, let second = above.first {
      result.holdsAbove = goal.score(of: second, .estimate) > goal.score(of: first, .estimate)
    }
    // Where the goal begins to hold above, it may hold before the answer and must after it.
    let holdsAbove = result.holdsAbove ?? true
    result.low = (holdsAbove ? ends[0] : ends[1]).map { min($0, answer) }
    result.high = (holdsAbove ? ends[1] : ends[0]).map { max($0, answer) }
    return result
  }
}

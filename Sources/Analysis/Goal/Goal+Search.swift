extension Goal {
  /// Searches the value of what is varied at which the goal begins or ends to hold.
  ///
  /// It looks at some values spread over the range and at some 10 more, each of which takes all draws; the answer is the same for the
  /// same numbers.
  ///
  /// - Parameters:
  ///   - range: Values between which to search.
  ///   - present: The value that holds without a change; it is looked at too where it lies in the range.
  ///   - draws: How many each number takes.
  ///   - number: The goal's number at a value, with common draws at all of them.
  package func search<Failure>(
    over range: ClosedRange<Double>, present: Double?, draws: Int, number: (Double) throws(Failure) -> GoalValue
  ) throws(Failure) -> GoalResult {
    try GoalSearch.result(self, over: range, present: present, draws: draws, number: number)
  }
}

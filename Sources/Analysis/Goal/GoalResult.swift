/// The answer to how large a number must be for a goal to hold.
package struct GoalResult: Sendable {
  /// How the search ended; the raw value is its name in files.
  package enum Status: String, Hashable, Sendable, CaseIterable {
    /// The goal holds on one side of the answer.
    case solved
    /// It holds at every value that was looked at.
    case alreadyTrue = "already_true"
    /// It holds at none of them.
    case unreachable
    /// It begins and ends to hold several times; the answer is the first change.
    case notMonotone = "not_monotone"
    /// The draws are too few to tell.
    case undecided
  }

  /// The number of the goal at a value of what is varied.
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var value: GoalValue
  }

  package var goal: Goal
  package var status: Status
  /// Where the goal begins or ends to hold; nothing where it does neither.
  package var answer: Double?
  /// The ends of the 95 % interval of the answer; nothing where an end lies beyond what was looked at.
  package var low: Double?
  package var high: Double?
  /// Whether the goal holds above the answer, or below it.
  package var holdsAbove: Bool?
  /// The number at the answer; where there is none, at the value that came closest.
  package var there: Point
  /// Between which values the goal changes, ascending.
  package var crossings: [ClosedRange<Double>]
  /// Every value that was looked at, ascending.
  package var points: [Point]
  /// Draws computed in all.
  package var drawsComputed: Int

  /// Whether the number of the goal is the same at every value that was looked at: nothing that it tells of depends on what is varied.
  package var isUnmoved: Bool { points.allSatisfy { $0.value == points[0].value } }
}

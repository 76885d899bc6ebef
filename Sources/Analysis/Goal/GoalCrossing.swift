/// Two neighbours among the values that were looked at, on different sides of a goal's target.
struct GoalCrossing {
  let below: GoalResult.Point
  let above: GoalResult.Point
  /// Whether the goal holds on the upper side.
  let holdsAbove: Bool
  /// The scores of both, and the width of the number's interval at the one that is nearer to the target, on the same scale.
  private let scores: (below: Double, above: Double)
  let errorWidth: Double
  private let isAtBound: Bool
  /// Where the number meets the target; nothing where it jumps over it.
  private(set) var root: Double?

  init(_ goal: Goal, _ side: GoalSearch.Side, from below: GoalResult.Point, to above: GoalResult.Point) {
    self.below = below
    self.above = above
    holdsAbove = goal.holds(at: above, side)
    scores = (goal.score(of: below, side), goal.score(of: above, side))
    isAtBound = goal.isAtBound
    let nearest = scores.below.magnitude < scores.above.magnitude ? below : above
    errorWidth = (goal.score(of: nearest, .most) - goal.score(of: nearest, .least)).magnitude
  }

  /// How far the number of the nearer one is from the target.
  var distance: Double { min(scores.below.magnitude, scores.above.magnitude) }

  /// By how much the number changes between the two.
  var height: Double { (scores.above - scores.below).magnitude }

  /// The share of the way at which a straight line meets the target.
  var place: Double { height > 0 ? scores.below / (scores.below - scores.above) : 0.5 }

  /// Whether the number is at the target on one side, so that no line tells where it leaves it.
  var touches: Bool { height == 0 || distance == 0 && (errorWidth == 0 || isAtBound) }

  func located(at root: Double?) -> GoalCrossing {
    var located = self
    located.root = root
    return located
  }

  /// Where the goal begins or ends to hold: a value at which it does where the number jumps.
  var answer: Double { root ?? (holdsAbove ? above.x : below.x) }

  /// The ends of what is known of the place.
  var low: Double { root ?? below.x }
  var high: Double { root ?? above.x }
}

internal import Glibc

/// The search for the value at which a goal begins to hold, among common draws.
///
/// With the draws held fixed the number of a goal is a step function of what is varied, with steps of one draw, around a smooth one.
/// The search looks at values that are spread over the range, then narrows what lies between neighbours on different sides of the
/// target until the steps are all that is left to see, and interpolates.
///
/// The interval of the answer inverts that of the number: it holds the values at which the target lies in the number's 95 % interval.
/// At the true answer the number's interval holds the target in 95 % of cases, and so does the answer's interval hold the true answer.
struct GoalSearch {
  /// Which end of the number's interval is looked at.
  enum Side {
    case estimate
    /// Where the goal may hold.
    case most
    /// Where it must.
    case least
  }

  let goal: Goal
  private let range: ClosedRange<Double>
  private let isLogarithmic: Bool
  /// What was looked at, ascending.
  private(set) var points: [GoalResult.Point] = []

  /// Values over the range that are looked at first, its ends among them.
  private static let firstValues = 7
  /// Values that are looked at after these along lines, and then in the middle, for the answer and for each end of its interval.
  private static let mostSteps = 10
  private static let mostHalvings = 24
  /// The share of the range below which a jump's place is known.
  private static let leastShare = 0x1p-20

  init(_ goal: Goal, over range: ClosedRange<Double>) {
    self.goal = goal
    self.range = range
    isLogarithmic = range.lowerBound > 0 && range.upperBound > 8 * range.lowerBound
  }

  /// Looks at values that are spread over the range, and at one more where it lies there.
  mutating func scan<Failure>(besides present: Double?, _ number: (Double) throws(Failure) -> GoalValue) throws(Failure) {
    for step in 0..<Self.firstValues {
      let share = Double(step) / Double(Self.firstValues - 1)
      try look(at: step == 0 ? range.lowerBound : share == 1 ? range.upperBound : value(share), number)
    }
    if let present, range.contains(present) { try look(at: present, number) }
  }

  /// Takes down the number at a value, unless it is known.
  mutating func look<Failure>(at x: Double, _ number: (Double) throws(Failure) -> GoalValue) throws(Failure) {
    guard !points.contains(where: { $0.x == x }) else { return }
    let point = GoalResult.Point(x: x, value: try number(x))
    points.insert(point, at: points.firstIndex { $0.x > x } ?? points.count)
  }

  /// Whether the goal holds at a point for certain (1) or does not (-1); 0 where the draws do not tell.
  func verdict(_ point: GoalResult.Point) -> Int {
    goal.holds(at: point, .least) ? 1 : goal.holds(at: point, .most) ? 0 : -1
  }

  /// Between which values the verdict changes, ascending; those between them are undecided.
  var crossings: [ClosedRange<Double>] {
    var crossings: [ClosedRange<Double>] = []
    var last: (x: Double, verdict: Int)?
    for point in points {
      let verdict = verdict(point)
      guard verdict != 0 else { continue }
      if let last, last.verdict != verdict { crossings.append(last.x...point.x) }
      last = (point.x, verdict)
    }
    return crossings
  }

  /// Where one side of the number's interval crosses the target, within some values; nothing where it does not.
  ///
  /// What narrows without the number coming nearer to the target is a jump, as that of a yes or no: it is halved until its place is
  /// known.
  ///
  /// - Parameter share: How near the number comes, in widths of its interval, before what is left is interpolated.
  mutating func crossing<Failure>(
    _ side: Side, within values: ClosedRange<Double>, share: Double, _ number: (Double) throws(Failure) -> GoalValue
  ) throws(Failure) -> GoalCrossing? {
    guard var (a, b) = bracket(side, within: values) else { return nil }
    let first = GoalCrossing(goal, side, from: a, to: b)
    let (span, whole) = (position(b.x) - position(a.x), position(range.upperBound) - position(range.lowerBound))
    var step = 0
    while true {
      let crossing = GoalCrossing(goal, side, from: a, to: b)
      let (left, right) = (position(a.x), position(b.x))
      let found = x(at: left + crossing.place * (right - left))
      let narrowed = (right - left) / span
      let isJump = crossing.touches || step >= 3 && crossing.height > narrowed.squareRoot() * first.height
      guard isJump || crossing.distance > share * crossing.errorWidth, step < Self.mostHalvings else {
        return crossing.located(at: isJump ? nil : found)
      }
      // A step that would leave most of the bracket in place is taken in its middle now and then, and always where lines lead nowhere.
      let next =
        isJump || step % 3 == 2 || step >= Self.mostSteps || found <= a.x || found >= b.x ? x(at: (left + right) / 2) : found
      guard next > a.x, next < b.x, right - left > Self.leastShare * whole else { return crossing }
      try look(at: next, number)
      guard let narrower = bracket(side, within: values) else { return crossing }
      (a, b) = narrower
      step += 1
    }
  }

  /// The first neighbours on different sides of the target.
  private func bracket(_ side: Side, within values: ClosedRange<Double>) -> (GoalResult.Point, GoalResult.Point)? {
    let own = points.filter { values.contains($0.x) }
    return zip(own, own.dropFirst()).first { goal.holds(at: $0, side) != goal.holds(at: $1, side) }
  }

  /// A value by its share of the way over the range.
  private func value(_ share: Double) -> Double {
    let (low, high) = (position(range.lowerBound), position(range.upperBound))
    return x(at: low + share * (high - low))
  }

  /// Where a value stands on the scale on which values are spread: in halvings of the distance from 0 over many of these.
  private func position(_ x: Double) -> Double { isLogarithmic ? log(x) : x }

  private func x(at position: Double) -> Double { isLogarithmic ? exp(position) : position }
}

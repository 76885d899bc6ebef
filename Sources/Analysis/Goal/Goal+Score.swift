internal import Glibc
internal import Simulation

extension Goal {
  /// Whether the goal holds at a point, as one side of the number's interval has it.
  func holds(at point: GoalResult.Point, _ side: GoalSearch.Side) -> Bool {
    let value = value(of: point, side)
    return value.isNaN ? side == .most : relation.holds(value, target)
  }

  /// How far the number is from the target on the side where the goal holds, on a scale on which it changes evenly; finite.
  ///
  /// That of a probability, which saturates at both ends, is its log-odds.
  func score(of point: GoalResult.Point, _ side: GoalSearch.Side) -> Double {
    let value = value(of: point, side)
    let sign: Double =
      switch relation {
      case .above, .atLeast: 1
      case .below, .atMost: -1
      }
    guard !value.isNaN else { return side == .most ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude }
    guard case .probability = statistic, !isAtBound else { return sign * (value - target) }
    let least = 0.5 / Double(max(point.value.draws, 1))
    let odds = { (p: Double) in log(min(max(p, least), 1 - least) / (1 - min(max(p, least), 1 - least))) }
    return sign * (odds(value) - log(target / (1 - target)))
  }

  /// Whether the target is one that the number of many draws may have along a stretch of values: a probability of 0 or 1.
  var isAtBound: Bool {
    guard case .probability = statistic else { return false }
    return target <= 0 || target >= 1
  }

  /// The number, or the end of its interval at which the goal may hold or must; NaN where there is no interval.
  private func value(of point: GoalResult.Point, _ side: GoalSearch.Side) -> Double {
    let prefersMore =
      switch relation {
      case .above, .atLeast: true
      case .below, .atMost: false
      }
    switch side {
    case .estimate: return point.value.estimate
    case .most: return point.value.interval.map { prefersMore ? $0.upperBound : $0.lowerBound } ?? .nan
    case .least: return point.value.interval.map { prefersMore ? $0.lowerBound : $0.upperBound } ?? .nan
    }
  }
}

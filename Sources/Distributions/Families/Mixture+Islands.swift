extension Mixture {
  /// A stretch of values outside of which its components have less than 10⁻²⁰ of their probability, and no other component more in it.
  struct Island: Hashable {
    /// The component, where it is alone.
    var component: Int?
    var lower: Double
    var upper: Double
    /// The weight of its components.
    var weight: Double
    /// The weights below and above it.
    var before: Double
    var after: Double

    /// The cumulative probability in it that is `p` in the whole.
    func inside(_ p: Probability) -> Probability {
      func share(_ part: Double) -> Double { min(max(part / weight, 0), 1) }
      return Probability(below: share(p.below - before), above: share(p.above - after))
    }
  }

  /// The islands of components that lie between the given ends, ascending.
  ///
  /// O(components · log components).
  static func islands(of reaches: [(component: Int, lower: Double, upper: Double)], weights: [Double]) -> [Island] {
    var islands: [Island] = []
    for reach in reaches.sorted(by: { $0.lower < $1.lower }) {
      let weight = weights[reach.component]
      if let last = islands.last, reach.lower <= last.upper {
        islands[islands.count - 1].component = nil
        islands[islands.count - 1].upper = max(last.upper, reach.upper)
        islands[islands.count - 1].weight += weight
      } else {
        islands.append(
          Island(component: reach.component, lower: reach.lower, upper: reach.upper, weight: weight, before: 0, after: 0))
      }
    }
    var (before, after) = (CompensatedSum(), CompensatedSum())
    for i in islands.indices.dropFirst() { islands[i].before = before.adding(islands[i - 1].weight) }
    for i in islands.indices.dropLast().reversed() { islands[i].after = after.adding(islands[i + 1].weight) }
    return islands
  }
}

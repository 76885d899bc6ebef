/// One of several distributions, chosen with given probabilities.
struct Mixture: DistributionFamily {
  /// As stated; for the description.
  private let statedWeights: [Double]
  /// Divided by their sum.
  let weights: [Double]
  let components: [Distribution]
  /// From the least to the greatest end of a component.
  private(set) var support = Support(lower: .infinity, upper: -.infinity)
  /// Values where a component has an end, a kink or a probability of its own, ascending; between two of them the mixture is
  /// smooth.
  private(set) var knots: [Knot] = []
  /// Where many components leave 0 and reach 1, so that of these only the few that are between are asked; empty for few components.
  private var reaches: [Reach] = []
  /// Values with their probabilities that bracket a quantile where the components are many, ascending; empty for few components.
  private(set) var waypoints: [Waypoint] = []
  /// Where the components lie apart; empty for few components.
  private var islands: [Island] = []

  /// A value with P(X < value) and P(X ≤ value).
  struct Knot: Hashable {
    var value: Double
    var before: Double
    var upTo: Double
  }

  /// Between these a component has more than 10⁻⁴⁰ of its probability in either tail.
  private struct Reach: Hashable {
    var lower: Double
    var upper: Double
  }

  /// A value with its cumulative probability.
  struct Waypoint: Hashable {
    var value: Double
    var probability: Probability
  }

  init(weights: [Double], components: [Distribution]) throws(DistributionError) {
    guard !components.isEmpty else { throw .tooFew(.components, count: 0, minimum: 1) }
    guard weights.count == components.count else {
      throw .unequalCounts(.weights, weights.count, .components, components.count)
    }
    try ParameterRule.checkShares(weights, of: .weights)
    self.init(dividing: weights, components: components)
  }

  /// Weights are divided by their sum; components of weight 0 play no part.
  init(dividing weights: [Double], components: [Distribution]) {
    let sum = CompensatedSum.of(weights)
    statedWeights = weights
    self.weights = weights.map { $0 / sum }
    self.components = components
    for part in parts {
      let own = part.family.support
      support = Support(lower: min(support.lower, own.lower), upper: max(support.upper, own.upper))
    }
    let isLarge = components.count > 8
    if isLarge {
      reaches = components.map { component in
        Reach(
          lower: component.family.quantile(StandardNormal.cdf(-13.4)), upper: component.family.quantile(StandardNormal.cdf(13.4)))
      }
      let near = components.indices.filter { self.weights[$0] > 0 }.map { i in
        let family = components[i].family
        return (i, family.quantile(StandardNormal.cdf(-9.5)), family.quantile(StandardNormal.cdf(9.5)))
      }
      islands = Self.islands(of: near, weights: self.weights)
    }
    let values = parts.flatMap { part in
      part.family.kinks + [part.family.support.lower, part.family.support.upper].filter(\.isFinite)
    }
    knots = Set(values).sorted().map { value in
      Knot(value: value, before: cdf(below: value).below, upTo: cdf(value).below)
    }
    guard isLarge else { return }
    let places = max(1, min(20, 2_000 / components.count))
    let quantiles = parts.flatMap { part in
      (0...places).map { place in
        part.family.quantile(StandardNormal.cdf(10 * (2 * Double(place) / Double(places) - 1)))
      }
    }
    waypoints = Set(quantiles.filter(\.isFinite)).sorted().map { Waypoint(value: $0, probability: cdf($0)) }
  }

  /// The component that alone decides the quantile at a probability, as part of its island; nothing where several do.
  func lonelyComponent(at p: Probability) -> (family: any DistributionFamily, island: Island)? {
    // Further out what other components have there would be felt.
    guard min(p.below, p.above) > 1e-11 else { return nil }
    // From the smaller tail, which is the accurate one.
    let i = islands.partitionIndex { p.below <= p.above ? $0.before + $0.weight >= p.below : $0.after <= p.above }
    guard i < islands.count, let component = islands[i].component else { return nil }
    return (components[component].family, islands[i])
  }

  /// The components of positive weight.
  var parts: [(weight: Double, family: any DistributionFamily)] {
    zip(weights, components).filter { $0.0 > 0 }.map { ($0, $1.family) }
  }

  var tailOrders: (lower: Double, upper: Double) {
    let orders = parts.map(\.family.tailOrders)
    return (orders.map(\.lower).min() ?? .infinity, orders.map(\.upper).min() ?? .infinity)
  }

  var mean: Double? {
    var sum = CompensatedSum()
    for (weight, family) in parts {
      guard let mean = family.mean else { return nil }
      _ = sum.adding(weight * mean)
    }
    return sum.value
  }

  /// √Σ w(σ² + (m − mean)²).
  var standardDeviation: Double? {
    guard let mean else { return nil }
    var terms: [(weight: Double, distance: Double)] = []
    for (weight, family) in parts {
      guard let partMean = family.mean, let deviation = family.standardDeviation else { return nil }
      terms += [(weight, deviation), (weight, partMean - mean)]
    }
    // Squares of numbers over 10¹⁵⁴ leave the doubles.
    let unit = max(1, (terms.map(\.distance.magnitude).max() ?? 0).binade)
    var sum = CompensatedSum()
    for (weight, distance) in terms { _ = sum.adding(weight * (distance / unit) * (distance / unit)) }
    return unit * sum.value.squareRoot()
  }

  var kinks: [Double] { knots.map(\.value) }
  func cdf(_ x: Double) -> Probability { sum(at: x) { $0.cdf(x) } }
  func cdf(below x: Double) -> Probability { sum(at: x) { $0.cdf(below: x) } }

  var description: String {
    let parts = zip(statedWeights, components).map { "\($0.text) × \($1)" }
    return "mixture(\(parts.joined(separator: ", ")))"
  }

  private func sum(at x: Double, _ probability: (any DistributionFamily) -> Probability) -> Probability {
    var below = 0.0
    var above = 0.0
    for i in weights.indices where weights[i] > 0 {
      if !reaches.isEmpty && x > reaches[i].upper {
        below += weights[i]
        continue
      }
      if !reaches.isEmpty && x < reaches[i].lower {
        above += weights[i]
        continue
      }
      let part = probability(components[i].family)
      below += weights[i] * part.below
      above += weights[i] * part.above
    }
    // The weights may sum to a rounding error less or more than 1.
    return Probability(below: above == 0 ? 1 : min(below, 1), above: below == 0 ? 1 : min(above, 1))
  }
}

extension Distribution {
  /// One of several distributions (constants included), chosen with probabilities `weights`.
  ///
  /// At least one component, and a weight in [0, 1] for each with a sum of 1 within 10⁻⁹, by which they are divided. A component
  /// of weight 0 plays no part.
  package static func mixture(weights: [Double], components: [Distribution]) throws(DistributionError) -> Distribution {
    try Distribution(checking: .mixture(Mixture(weights: weights, components: components)))
  }
}

/// A distribution given that it lies between two bounds.
struct Truncated: DistributionFamily {
  let base: Distribution
  let lower: Double
  let upper: Double
  /// The same distribution in a form without bounds, where there is one: atoms and mixtures are truncated part by part.
  let conditional: Distribution?
  private let before: Probability
  private let upTo: Probability
  /// P(lower ≤ base ≤ upper).
  private let mass: Double
  /// The quantiles next to a bound at 0 inside the support, whose digits the sums of probabilities lose.
  private let fromZero: BoundExpansion?

  init(_ base: Distribution, lower: Double, upper: Double) throws(DistributionError) {
    try ParameterRule.bound.check(lower, of: .lower)
    try ParameterRule.bound.check(upper, of: .upper)
    guard lower < .infinity, upper > -.infinity, lower <= upper else { throw .nothingLeft(lower: lower, upper: upper) }
    let family = base.family
    before = family.cdf(below: lower)
    upTo = family.cdf(upper)
    // From the tail in which both are small.
    mass = before.below > 0.5 ? before.above - upTo.above : upTo.below - before.below
    guard mass >= .leastNormalMagnitude else { throw .nothingLeft(lower: lower, upper: upper) }
    self.base = base
    self.lower = lower
    self.upper = upper
    conditional = try Self.conditional(base, lower: lower, upper: upper)
    fromZero = conditional == nil ? Self.expansion(of: family, lower: lower, upper: upper) : nil
  }

  /// The expansion at a bound at 0 inside the support, where 0 has no probability of its own.
  private static func expansion(of family: any DistributionFamily, lower: Double, upper: Double) -> BoundExpansion? {
    let support = family.support
    guard support.lower < 0 && support.upper > 0, lower == 0 || upper == 0, lower < upper else { return nil }
    let (at, isLower) = (family.cdf(0), lower == 0)
    guard family.cdf(below: 0) == at else { return nil }
    let next =
      isLower
      ? min(upper, family.kinks.first { $0 > 0 } ?? .infinity) : max(lower, family.kinks.last { $0 < 0 } ?? -.infinity)
    let room = isLower ? at.above - family.cdf(below: next).above : at.below - family.cdf(next).below
    return BoundExpansion(smallerTail: min(at.below, at.above), room: room) { h in
      let step = isLower ? h : -h
      return family.quantile(Probability(below: at.below + step, above: at.above - step)).magnitude
    }
  }

  private static func conditional(
    _ base: Distribution, lower: Double, upper: Double
  ) throws(DistributionError) -> Distribution? {
    let range = lower...upper
    switch base.kind {
    case .constant: return base
    case .bernoulli(let family):
      let atoms = [(value: 0.0, probability: 1 - family.probability), (value: 1.0, probability: family.probability)]
      return Distribution(.discrete(Discrete(atoms: atoms.filter { range.contains($0.value) })))
    case .discrete(let family):
      let atoms = zip(family.values, family.probabilities).filter { range.contains($0.0) }
      return Distribution(.discrete(Discrete(atoms: atoms.map { (value: $0, probability: $1) })))
    case .empirical(let family):
      return Distribution(.empirical(Empirical(sorting: family.values.filter(range.contains))))
    case .mixture(let family):
      var weights: [Double] = []
      var components: [Distribution] = []
      for (weight, component) in zip(family.weights, family.components) where weight > 0 {
        // A component without probability between the bounds drops out.
        guard let part = try? Truncated(component, lower: lower, upper: upper) else { continue }
        weights.append(weight * part.mass)
        components.append(Distribution(.truncated(part)))
      }
      guard !components.isEmpty else { throw .nothingLeft(lower: lower, upper: upper) }
      return Distribution(.mixture(Mixture(dividing: weights, components: components)))
    default: return nil
    }
  }

  var support: Support {
    if let conditional { return conditional.support }
    let whole = base.support
    return Support(lower: max(lower, whole.lower), upper: min(upper, whole.upper))
  }

  var kinks: [Double] {
    conditional?.family.kinks ?? base.family.kinks.filter { $0 >= lower && $0 <= upper }
  }

  var tailOrders: (lower: Double, upper: Double) {
    let orders = base.family.tailOrders
    return (lower == -.infinity ? orders.lower : .infinity, upper == .infinity ? orders.upper : .infinity)
  }

  var mean: Double? {
    if let conditional { return conditional.mean }
    return heavyTail.map(\.mean) ?? QuantileMoments(self).mean
  }

  var standardDeviation: Double? {
    if let conditional { return conditional.standardDeviation }
    return heavyTail.map(\.standardDeviation) ?? QuantileMoments(self).standardDeviation
  }

  /// The moments of a half of Student's t with few degrees of freedom and of a wide lognormal's upper part, for which quadrature is
  /// not good enough.
  private var heavyTail: (mean: Double?, standardDeviation: Double?)? {
    if case .lognormal(let family) = base.kind, family.logStandardDeviation > 10, upper == .infinity {
      return family.tailMoments(above: lower)
    }
    guard case .studentT(let family) = base.kind, family.degreesOfFreedom < 3 else { return nil }
    switch (lower.isFinite, upper.isFinite) {
    case (true, false): return family.tailMoments(above: lower)
    case (false, true):
      guard let moments = family.negated?.tailMoments(above: -upper) else { return nil }
      return (moments.mean.map { -$0 }, moments.standardDeviation)
    default: return nil
    }
  }

  func cdf(_ x: Double) -> Probability {
    if let conditional { return conditional.family.cdf(x) }
    if x < lower { return Probability(0) }
    return x >= upper ? Probability(1) : shareNearZero(x) ?? share(base.family.cdf(x))
  }

  func cdf(below x: Double) -> Probability {
    if let conditional { return conditional.family.cdf(below: x) }
    if x <= lower { return Probability(0) }
    return x > upper ? Probability(1) : shareNearZero(x) ?? share(base.family.cdf(below: x))
  }

  func quantile(_ p: Probability) -> Double { quantile(p, near: nil) }

  func quantile(_ p: Probability, near guess: Double?) -> Double {
    if let conditional { return conditional.family.quantile(p, near: guess) }
    // The sums below could round to just inside the bounds.
    if p.below <= 0 { return support.lower }
    if p.above <= 0 { return support.upper }
    if let fromZero {
      let distance = (lower == 0 ? p.below : p.above) * mass
      if distance <= fromZero.reach {
        let magnitude = fromZero.distance(at: distance)
        return min(max(lower == 0 ? magnitude : -magnitude, lower), upper)
      }
    }
    let inside = Probability(below: before.below + p.below * mass, above: upTo.above + p.above * mass)
    return min(max(base.family.quantile(inside, near: guess), support.lower), support.upper)
  }

  var description: String {
    let bounds =
      switch (lower.isFinite, upper.isFinite) {
      case (true, true): "lower \(lower.text), upper \(upper.text)"
      case (true, false): "lower \(lower.text)"
      default: "upper \(upper.text)"
      }
    return "truncated(\(base), \(bounds))"
  }

  /// The cumulative probability at a value next to a bound at 0; nothing elsewhere.
  private func shareNearZero(_ x: Double) -> Probability? {
    guard let inside = fromZero?.probability(at: x.magnitude) else { return nil }
    let share = Probability(min(inside / mass, 1))
    return lower == 0 ? share : share.complement
  }

  /// The part of the mass between the bounds that a probability of the base is.
  private func share(_ p: Probability) -> Probability {
    let below = (p.below <= p.above ? p.below - before.below : before.above - p.above) / mass
    let above = (p.below <= p.above ? upTo.below - p.below : p.above - upTo.above) / mass
    return Probability(below: min(max(below, 0), 1), above: min(max(above, 0), 1))
  }
}

extension Distribution {
  /// The same uncertain number given that it is at least `lower` and at most `upper`; a bound may be infinite.
  ///
  /// Both bounds belong to the interval. Truncating twice is truncating to the common part. Throws where no probability is left.
  package func truncated(lower: Double = -.infinity, upper: Double = .infinity) throws(DistributionError) -> Distribution {
    if case .truncated(let family) = kind {
      try ParameterRule.bound.check(lower, of: .lower)
      try ParameterRule.bound.check(upper, of: .upper)
      return try family.base.truncated(lower: max(lower, family.lower), upper: min(upper, family.upper))
    }
    let truncated = try Truncated(self, lower: lower, upper: upper)
    if lower == -.infinity && upper == .infinity { return self }
    return try Distribution(checking: .truncated(truncated))
  }
}

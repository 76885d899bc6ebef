/// What decides whether functions of a draw that grow without bound have moments: its exponential, and its reciprocal.
extension Distribution {
  /// The order below which the moments of e^X exist: E(e^X)ᵏ is finite for k below it.
  ///
  /// Infinite for normals and what is bounded above, 1/scale for a gamma, 0 for a lognormal or Student's t.
  package var exponentialOrder: Double { family.exponentialOrder }

  /// The order below which the moments of 1/|X − x| exist, where the law is continuous at x: the power of ε that P(|X − x| < ε) falls
  /// like.
  ///
  /// 1 where the density is positive, the first shape of a beta or gamma at its lower end, infinite outside the support. A value
  /// with a probability of its own does not count: a ratio is not defined there.
  package func reciprocalOrder(at x: Double) -> Double { family.reciprocalOrder(at: x) }
}

extension DistributionFamily {
  var exponentialOrder: Double { support.upper < .infinity ? .infinity : 0 }
  func reciprocalOrder(at x: Double) -> Double { x >= support.lower && x <= support.upper ? 1 : .infinity }
}

extension Normal {
  var exponentialOrder: Double { .infinity }
}

extension Exponential {
  var exponentialOrder: Double { 1 / scale }
}

extension Gamma {
  var exponentialOrder: Double { 1 / scale }
  func reciprocalOrder(at x: Double) -> Double { x == 0 ? shape : x > 0 ? 1 : .infinity }
}

extension Weibull {
  var exponentialOrder: Double { shape == 1 ? 1 / scale : shape > 1 ? .infinity : 0 }
  func reciprocalOrder(at x: Double) -> Double { x == 0 ? shape : x > 0 ? 1 : .infinity }
}

extension Lognormal {
  func reciprocalOrder(at x: Double) -> Double { x > 0 ? 1 : .infinity }
}

extension Beta {
  func reciprocalOrder(at x: Double) -> Double { x == lower ? alpha : x == upper ? beta : x > lower && x < upper ? 1 : .infinity }
}

extension PERT {
  func reciprocalOrder(at x: Double) -> Double { beta.reciprocalOrder(at: x) }
}

extension Triangular {
  func reciprocalOrder(at x: Double) -> Double {
    guard x >= lower && x <= upper else { return .infinity }
    // The density begins at 0 at an end that is not the mode.
    return (x == lower || x == upper) && x != mode ? 2 : 1
  }
}

extension PiecewiseQuantiles {
  func reciprocalOrder(at x: Double) -> Double {
    zip(values, values.dropFirst()).contains { $0 < $1 && $0 <= x && x <= $1 } ? 1 : .infinity
  }
}

extension Constant {
  func reciprocalOrder(at x: Double) -> Double { .infinity }
}

extension Bernoulli {
  func reciprocalOrder(at x: Double) -> Double { .infinity }
}

extension Discrete {
  func reciprocalOrder(at x: Double) -> Double { .infinity }
}

extension Empirical {
  func reciprocalOrder(at x: Double) -> Double { .infinity }
}

extension Mixture {
  var exponentialOrder: Double { parts.map(\.family.exponentialOrder).min() ?? .infinity }
  func reciprocalOrder(at x: Double) -> Double { parts.map { $0.family.reciprocalOrder(at: x) }.min() ?? .infinity }
}

extension Truncated {
  var exponentialOrder: Double {
    if let conditional { return conditional.exponentialOrder }
    return upper < .infinity ? .infinity : base.exponentialOrder
  }
  func reciprocalOrder(at x: Double) -> Double {
    if let conditional { return conditional.reciprocalOrder(at: x) }
    return x >= lower && x <= upper ? base.reciprocalOrder(at: x) : .infinity
  }
}

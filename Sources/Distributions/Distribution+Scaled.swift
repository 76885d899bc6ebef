extension Distribution {
  /// The law of the number times a constant: every draw is the draw of this law times the factor, to the rounding of its parameters.
  ///
  /// Mean, standard deviation and quantiles are those of this law times the factor, so that the ratio of the two first stays. A
  /// factor of 0 makes it certain. The description states the scaled law, not the factor.
  ///
  /// - Parameter factor: Finite and not negative.
  /// - Throws: ``DistributionError`` where a draw of the scaled law would leave the floating-point numbers.
  package func scaled(by factor: Double) throws(DistributionError) -> Distribution {
    precondition(factor >= 0 && factor.isFinite, "a law is scaled by a finite number that is not negative")
    if factor == 1 { return self }
    if factor == 0 { return .constant(0) }
    switch kind {
    case .constant(let family):
      guard (family.value * factor).isFinite else { throw .overflow }
      return .constant(family.value * factor)
    case .uniform(let family): return try .uniform(lower: family.lower * factor, upper: family.upper * factor)
    case .triangular(let family):
      return try .triangular(lower: family.lower * factor, mode: family.mode * factor, upper: family.upper * factor)
    case .pert(let family):
      return try .pert(
        lower: family.lower * factor, mode: family.mode * factor, upper: family.upper * factor, shape: family.shape)
    case .normal(let family):
      return try .normal(mean: family.location * factor, standardDeviation: family.scale * factor)
    case .lognormal(let family): return try Distribution(checking: .lognormal(family.scaled(by: factor)))
    case .studentT(let family):
      return try .studentT(
        degreesOfFreedom: family.degreesOfFreedom, location: family.location * factor, scale: family.scale * factor)
    case .beta(let family):
      return try .beta(alpha: family.alpha, beta: family.beta, lower: family.lower * factor, upper: family.upper * factor)
    case .gamma(let family): return try .gamma(shape: family.shape, scale: family.scale * factor)
    case .exponential(let family): return try .exponential(mean: family.scale * factor)
    case .weibull(let family): return try .weibull(shape: family.shape, scale: family.scale * factor)
    case .bernoulli(let family):
      return try .discrete(values: [0, factor], probabilities: [1 - family.probability, family.probability])
    case .discrete(let family):
      return try .discrete(values: family.values.map { $0 * factor }, probabilities: family.probabilities)
    case .empirical(let family): return try .empirical(values: family.values.map { $0 * factor })
    case .mixture(let family):
      let components = try family.components.map { component throws(DistributionError) in try component.scaled(by: factor) }
      return try .mixture(weights: family.weights, components: components)
    case .quantiles(let family):
      return try .quantiles(probabilities: family.probabilities, values: family.values.map { $0 * factor })
    case .truncated(let family):
      // Values with a probability of their own are scaled one by one, and not looked for between scaled bounds.
      if let conditional = family.conditional { return try conditional.scaled(by: factor) }
      return try family.base.scaled(by: factor).truncated(lower: family.lower * factor, upper: family.upper * factor)
    }
  }
}

internal import Distributions

/// The parameters of a family as a file states them; every key of the variant is there.
struct FamilyArguments {
  var scalars: [String: Double] = [:]
  var lists: [String: [Double]] = [:]
  var components: [Distribution] = []

  /// The distribution that the parameters state.
  func make(_ family: Family) throws(DistributionError) -> Distribution {
    switch family {
    case .uniform: try .uniform(lower: self["lower"], upper: self["upper"])
    case .triangular: try .triangular(lower: self["lower"], mode: self["mode"], upper: self["upper"])
    case .pert: try .pert(lower: self["lower"], mode: self["mode"], upper: self["upper"], shape: self["shape"])
    case .normal: try normal()
    case .lognormal: try lognormal()
    case .truncatedNormal:
      try Distribution.normal(mean: self["mean"], standardDeviation: self["sd"])
        .truncated(lower: self["lower"], upper: self["upper"])
    case .studentT:
      try .studentT(degreesOfFreedom: self["degreesOfFreedom"], location: self["location"], scale: self["scale"])
    case .beta: try .beta(alpha: self["alpha"], beta: self["beta"], lower: self["lower"], upper: self["upper"])
    case .gamma: try .gamma(shape: self["shape"], scale: self["scale"])
    case .exponential: try .exponential(mean: self["mean"])
    case .weibull: try .weibull(shape: self["shape"], scale: self["scale"])
    case .bernoulli: try .bernoulli(probability: self["probability"])
    case .discrete: try .discrete(values: list("values"), probabilities: list("probabilities"))
    case .empirical: try .empirical(values: list("values"))
    case .mixture: try .mixture(weights: list("weights"), components: components)
    case .quantiles: try .quantiles(probabilities: list("probabilities"), values: list("values"))
    }
  }

  private func normal() throws(DistributionError) -> Distribution {
    if scalars["low"] != nil {
      return try .normal(low: self["low"], high: self["high"], probability: self["probability"])
    }
    return try .normal(mean: self["mean"], standardDeviation: self["sd"])
  }

  private func lognormal() throws(DistributionError) -> Distribution {
    if scalars["logMean"] != nil {
      return try .lognormal(logMean: self["logMean"], logStandardDeviation: self["logSd"])
    }
    if scalars["low"] != nil {
      return try .lognormal(low: self["low"], high: self["high"], probability: self["probability"])
    }
    return try .lognormal(mean: self["mean"], standardDeviation: self["sd"])
  }

  /// A parameter; one that the caller left out would be refused by the family as not a number.
  private subscript(_ key: String) -> Double { scalars[key] ?? .nan }

  private func list(_ key: String) -> [Double] { lists[key] ?? [] }
}

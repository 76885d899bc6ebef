/// The families of distributions that a number may name; the raw value is the key.
enum Family: String, CaseIterable, Sendable {
  case uniform, triangular, pert, normal, lognormal, truncatedNormal, studentT, beta, gamma, exponential, weibull, bernoulli
  case discrete, empirical, mixture, quantiles

  /// The sets of parameters that state the family; one of them is used whole.
  var variants: [[FamilyParameter]] {
    switch self {
    case .uniform: [[.one("lower"), .one("upper")]]
    case .triangular: [[.one("lower"), .one("mode"), .one("upper")]]
    case .pert: [[.one("lower"), .one("mode"), .one("upper"), .own("shape", default: 4)]]
    case .normal: [[.one("mean"), .one("sd")], [.one("low"), .one("high"), .own("probability", default: 0.9)]]
    case .lognormal:
      [
        [.one("mean"), .one("sd")],
        [.own("logMean"), .own("logSd")],
        [.one("low"), .one("high"), .own("probability", default: 0.9)],
      ]
    case .truncatedNormal: [[.one("mean"), .one("sd"), .one("lower"), .one("upper")]]
    case .studentT: [[.own("degreesOfFreedom"), .one("location", default: 0), .one("scale", default: 1)]]
    case .beta: [[.own("alpha"), .own("beta"), .one("lower", default: 0), .one("upper", default: 1)]]
    case .gamma, .weibull: [[.own("shape"), .one("scale")]]
    case .exponential: [[.one("mean")]]
    case .bernoulli: [[.own("probability")]]
    case .discrete: [[.list("values"), .list("probabilities", isOnScale: false)]]
    case .empirical: [[.list("values")]]
    case .mixture: [[.list("weights", isOnScale: false), .components("components")]]
    case .quantiles: [[.list("probabilities", isOnScale: false), .list("values")]]
    }
  }

  /// Every parameter of any variant, once.
  var parameters: [FamilyParameter] {
    var seen: Set<String> = []
    return variants.joined().filter { seen.insert($0.key).inserted }
  }

  /// One sentence for the reader of a file.
  var summary: String {
    switch self {
    case .uniform: "Every value between the ends is equally likely."
    case .triangular: "Three points: lowest, most likely, highest."
    case .pert: "Three points, smooth; the shape says how much the most likely value weighs."
    case .normal: "Mean and standard deviation, or an interval with its probability."
    case .lognormal: "Mean and standard deviation, or those of the logarithm, or an interval with its probability."
    case .truncatedNormal: "A normal distribution within two ends."
    case .studentT: "Heavier tails than the normal's."
    case .beta: "A share, or any range between two ends."
    case .gamma: "Positive, with a shape and a scale."
    case .exponential: "Positive, with a mean."
    case .weibull: "Positive, with a shape and a scale."
    case .bernoulli: "1 with this probability, else 0."
    case .discrete: "Values, each with its probability."
    case .empirical: "Values that are equally likely."
    case .mixture: "One of several numbers, each with its weight."
    case .quantiles: "Values at given probabilities, straight lines between."
    }
  }
}

/// A parameter of a family.
struct FamilyParameter: Hashable, Sendable {
  /// How the parameter is written.
  enum Kind: Hashable, Sendable {
    case scalar
    case list
    /// A list of numbers that are no parameters of the file.
    case components
  }

  var key: String
  var kind: Kind
  /// Stated in the unit of the number itself, so that a rate's rules of spelling hold for it.
  var isOnScale: Bool
  var defaultValue: Double?

  static func one(_ key: String, default value: Double? = nil) -> FamilyParameter {
    FamilyParameter(key: key, kind: .scalar, isOnScale: true, defaultValue: value)
  }

  static func own(_ key: String, default value: Double? = nil) -> FamilyParameter {
    FamilyParameter(key: key, kind: .scalar, isOnScale: false, defaultValue: value)
  }

  static func list(_ key: String, isOnScale: Bool = true) -> FamilyParameter {
    FamilyParameter(key: key, kind: .list, isOnScale: isOnScale)
  }

  static func components(_ key: String) -> FamilyParameter {
    FamilyParameter(key: key, kind: .components, isOnScale: true)
  }
}

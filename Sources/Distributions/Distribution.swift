/// An uncertain number: one of a closed set of families with its parameters, possibly truncated.
///
/// Made by the checked factories (`Distribution.beta(alpha:beta:lower:upper:)` and so on, one file per family); a value that
/// exists is valid, and each of its draws is a finite number. Equality is that of the statement: the same distribution stated in
/// two ways is two values.
package struct Distribution: Hashable, Sendable, CustomStringConvertible {
  let kind: Kind

  /// The families.
  indirect enum Kind: Hashable, Sendable {
    case constant(Constant)
    case uniform(Uniform)
    case triangular(Triangular)
    case pert(PERT)
    case normal(Normal)
    case lognormal(Lognormal)
    case studentT(StudentT)
    case beta(Beta)
    case gamma(Gamma)
    case exponential(Exponential)
    case weibull(Weibull)
    case bernoulli(Bernoulli)
    case discrete(Discrete)
    case empirical(Empirical)
    case mixture(Mixture)
    case quantiles(PiecewiseQuantiles)
    case truncated(Truncated)
  }

  /// The unchecked distribution; for families that cannot overflow.
  init(_ kind: Kind) { self.kind = kind }

  /// A distribution whose draws are all finite: Q(Φ(z)) for |z| ≤ 9.5, beyond which no random normal reaches.
  init(checking kind: Kind) throws(DistributionError) {
    self.kind = kind
    let ends = (family.quantile(StandardNormal.cdf(-9.5)), family.quantile(StandardNormal.cdf(9.5)))
    guard !ends.0.isNaN && !ends.1.isNaN else { throw .notComputable }
    guard (ends.1 - ends.0).isFinite else { throw .overflow }
  }

  var family: any DistributionFamily {
    switch kind {
    case .constant(let family): family
    case .uniform(let family): family
    case .triangular(let family): family
    case .pert(let family): family
    case .normal(let family): family
    case .lognormal(let family): family
    case .studentT(let family): family
    case .beta(let family): family
    case .gamma(let family): family
    case .exponential(let family): family
    case .weibull(let family): family
    case .bernoulli(let family): family
    case .discrete(let family): family
    case .empirical(let family): family
    case .mixture(let family): family
    case .quantiles(let family): family
    case .truncated(let family): family
    }
  }
}

extension Distribution {
  /// The statement in the words of a scenario file, as in `lognormal(mean 1.6, sd 0.5)`.
  package var description: String { family.description }

  /// The smallest closed interval with probability one.
  package var support: Support { family.support }

  /// The expectation; nothing where it is infinite or undefined.
  ///
  /// A closed form; for truncated families quadrature to about 10⁻¹² (some 400 quantiles).
  package var mean: Double? { family.mean }

  /// The standard deviation; nothing where it is infinite or undefined.
  ///
  /// A closed form or quadrature, as for the mean.
  package var standardDeviation: Double? { family.standardDeviation }

  /// The order below which all moments exist: E|X|ᵏ is finite for k below it; infinite for all families but those with the tails
  /// of Student's t.
  package var momentOrder: Double { min(family.tailOrders.lower, family.tailOrders.upper) }

  /// The one value it takes, or nothing where it varies.
  package var constantValue: Double? {
    if case .constant(let family) = kind { return family.value }
    let support = support
    return support.lower == support.upper ? support.lower : nil
  }

  /// P(X ≤ x).
  package func cdf(_ x: Double) -> Double {
    precondition(!x.isNaN, "the cumulative probability is asked for at a number")
    return family.cdf(x).below
  }

  /// The generalised inverse inf{x: P(X ≤ x) ≥ p} for p in [0, 1]; the ends of the support at p = 0 and p = 1.
  package func quantile(_ p: Double) -> Double {
    precondition(p >= 0 && p <= 1, "a quantile belongs to a probability in [0, 1]")
    return family.quantile(Probability(p))
  }

  /// Q(Φ(z)), the quantile at the cumulative probability of a standard normal `z`, as accurate at z = 8 as at z = −8.
  package func quantile(atNormal z: Double) -> Double {
    precondition(!z.isNaN, "the quantile is asked for at a number")
    return family.quantile(StandardNormal.cdf(z))
  }
}

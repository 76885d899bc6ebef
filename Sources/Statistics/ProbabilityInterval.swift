/// The exact 95 % interval of a probability from counted hits.
///
/// Source: C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404–413, doi:10.1093/biomet/26.4.404.
///
/// It holds the probability in at least 95 % of all runs, whatever the probability is and however few the hits are.
package enum ProbabilityInterval {
  private static let tail = 0.025

  /// From the p under which at least `hits` hits have probability 2.5 % to the one under which at most so many have.
  ///
  /// By bisection over the doubles; at most 130 tails of the binomial law.
  package static func interval(hits: Int, draws: Int) -> ClosedRange<Double> {
    precondition(draws > 0 && hits >= 0 && hits <= draws, "hits are counted among draws")
    let lower =
      hits == 0
      ? 0
      : Double.least { p in p >= 1 || (p > 0 && binomialUpperTail(hits, trials: draws, probability: p) >= tail) }
    let upper =
      hits == draws
      ? 1
      : Double.least { p in p >= 1 || (p > 0 && binomialLowerTail(hits, trials: draws, probability: p) <= tail) }
    return lower...max(lower, upper)
  }
}

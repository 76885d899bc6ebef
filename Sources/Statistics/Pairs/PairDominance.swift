internal import Glibc

/// Whether one column stochastically dominates another, at the levels of a grid.
///
/// The first dominates to the first order where at every level it is at least as likely to lie above, and to the second order
/// where at every level its mean shortfall is no larger; where less is better, the same of the negated columns. "Yes" is said
/// where *every* level at which some draw tells the two apart shows it with an error of 5 % (an intersection–union test: R. L. Berger, Technometrics 24 (1982) 295–300,
/// doi:10.1080/00401706.1982.10487790), so that where the two are equal or cross, a "yes" comes in at most 5 % of all runs. "No"
/// is said where *some* level shows the contrary with 5 % shared out over all levels (Bonferroni). What lies beyond the outermost
/// levels, 0.1 % of both columns on either side or ten draws, is not looked at by counts: no number of draws could decide it (R. Davidson, J.-Y. Duclos,
/// Econometric Reviews 32 (2013) 84–125, doi:10.1080/07474938.2012.690332).
package struct PairDominance: Hashable, Sendable {
  /// Where more is better: the first over the second, and the second over the first.
  package var first: ByOrder
  package var second: ByOrder
  /// The same where less is better.
  package var firstByLess: ByOrder
  package var secondByLess: ByOrder

  package struct ByOrder: Hashable, Sendable {
    package var firstOrder: DominanceVerdict
    package var secondOrder: DominanceVerdict
  }
}

package enum DominanceVerdict: String, Hashable, Sendable {
  case yes
  case no
  case undecided = "not decided"
}

extension PairTally {
  /// The error of a "yes", and of a "no".
  private static let error = 0.05

  /// The verdicts.
  ///
  /// O(levels).
  var dominance: PairDominance {
    // At every level, how surely the first lies lower more often, and how surely less often.
    let order = levels.map { Evidence(successes: $0.firstOnly, failures: $0.secondOnly) }
    let shortfalls = levels.map { Evidence(sum: $0.shortfall.rounded, squares: $0.squaredShortfall.rounded, draws: draws) }
    let excesses = levels.map { Evidence(sum: $0.excess.rounded, squares: $0.squaredExcess.rounded, draws: draws) }
    let flipped = order.map(\.flipped)
    return PairDominance(
      first: .init(order: flipped, shortfall: shortfalls.map(\.flipped)), second: .init(order: order, shortfall: shortfalls),
      firstByLess: .init(order: order, shortfall: excesses.map(\.flipped)),
      secondByLess: .init(order: flipped, shortfall: excesses))
  }

  /// What a level says of "more": the errors of taking it for more, and for less, where it is neither.
  fileprivate struct Evidence {
    var ofMore: Double
    var ofLess: Double
    /// Whether no draw tells the two apart here, as at an atom that both have.
    var isSilent = false

    /// What says nothing, for or against.
    static let silent = Self(ofMore: 1, ofLess: 1, isSilent: true)

    var flipped: Self { Self(ofMore: ofLess, ofLess: ofMore, isSilent: isSilent) }

    private init(ofMore: Double, ofLess: Double, isSilent: Bool = false) {
      self.ofMore = ofMore
      self.ofLess = ofLess
      self.isSilent = isSilent
    }

    /// Counted draws of two kinds, each as likely as the other where there is no difference.
    ///
    /// Source: Q. McNemar, Psychometrika 12 (1947) 153–157, doi:10.1007/BF02295996.
    init(successes: Int, failures: Int) {
      let trials = successes + failures
      guard trials > 0 else {
        self = .silent
        return
      }
      // At least so many of one kind are at most so many of the other; a tail that does not converge says nothing.
      self.init(
        ofMore: binomialLowerTail(failures, trials: trials, probability: 0.5) ?? 1,
        ofLess: binomialLowerTail(successes, trials: trials, probability: 0.5) ?? 1)
    }

    /// The mean of a sample by its normal approximation, and no surer than the sign test of as many equal differences would be.
    ///
    /// k equal differences among many draws that are 0 have z² = k, and all have one sign with a chance of 2⁻ᵏ.
    init(sum: Double, squares: Double, draws: Int) {
      let n = Double(draws)
      let mean = sum / n
      let variance = max(squares / n - mean * mean, 0) / max(n - 1, 1)
      guard draws > 1, variance > 0 else {
        // The same difference in every draw: none, or a certain one; of a single draw nobody knows.
        self = mean == 0 || draws == 1 ? .silent : Self(ofMore: mean > 0 ? 0 : 1, ofLess: mean < 0 ? 0 : 1)
        return
      }
      let z = mean / variance.squareRoot()
      let sign = exp2(-z * z)
      self.init(
        ofMore: max(0.5 * erfc(z / 2.0.squareRoot()), z > 0 ? sign : 0),
        ofLess: max(0.5 * erfc(-z / 2.0.squareRoot()), z < 0 ? sign : 0))
    }
  }

  fileprivate static func verdict(_ levels: [Evidence]) -> DominanceVerdict {
    if levels.contains(where: { $0.ofLess * Double(levels.count) <= error }) { return .no }
    let heard = levels.filter { !$0.isSilent }
    return !heard.isEmpty && heard.allSatisfy { $0.ofMore <= error } ? .yes : .undecided
  }
}

extension PairDominance.ByOrder {
  /// The verdicts from what the levels say of lying higher, and of the smaller shortfall.
  ///
  /// Who dominates to the first order does to the second: what speaks against the second, as a rare catastrophe that the counts at
  /// the levels do not see, speaks against the first.
  fileprivate init(order: [PairTally.Evidence], shortfall: [PairTally.Evidence]) {
    firstOrder = PairTally.verdict(order)
    secondOrder = PairTally.verdict(shortfall)
    if secondOrder == .no { firstOrder = .no }
    if firstOrder == .yes { secondOrder = .yes }
  }
}

/// How the points at which a model is evaluated are laid out over its random inputs.
package enum Design: Hashable, Sendable {
  /// Every draw of every input is independent of all others.
  case random
  /// So many independent randomisations of a point set, each with the same number of points.
  case replicated(PointSet, replicates: Int)

  /// How many independent randomisations errors rest on; nothing where the draws themselves are independent.
  package var replicates: Int? {
    switch self {
    case .random: nil
    case .replicated(_, let replicates): replicates
    }
  }

  /// Replicates that a design may have: errors need two, and at most 64 of at most 256 points are few enough for all draws to be kept,
  /// so that no block of a longer run belongs to two replicates.
  package static let replicateRange = 2...64
  /// What is usual: a Student t with 15 degrees of freedom is within a tenth of the normal law's 95 % interval.
  package static let usualReplicates = 16
}

/// A set of points that fills the unit cube more evenly than independent ones, or that balances what it draws.
///
/// All have 2^m points a replicate, m from 1 up. In every replicate each point by itself is uniform on the cube, so that means are unbiased.
package enum PointSet: String, CaseIterable, Hashable, Sendable {
  /// Pairs of random points: u and 1 − u in every dimension.
  ///
  /// Source: J. M. Hammersley, K. W. Morton, doi:10.1017/S0305004100031455.
  case antithetic
  /// In every dimension one point in each of 2^m strata, in an order of its own.
  ///
  /// Source: M. D. McKay, R. J. Beckman, W. J. Conover, doi:10.1080/00401706.1979.10489755.
  case latin
  /// The first 2^m points of Sobol's sequence, scrambled (``OwenScramble``).
  case sobol
  /// A rank-1 lattice, shifted at random, folded by the baker's map.
  case lattice

  /// The most points of a replicate, as a power of two.
  package var mostPointBits: Int {
    switch self {
    case .antithetic, .latin, .sobol: 31
    case .lattice: GeneratingVector.mostPointBits
    }
  }

  /// Dimensions of the set; inputs beyond them are drawn at random.
  ///
  /// Of a lattice of n points at most n/8, since it has but n/4 components that differ by more than a sign.
  package func dimensions(pointBits: Int) -> Int {
    switch self {
    case .antithetic, .latin: .max
    case .sobol: SobolDirections.dimensionCount
    case .lattice: min(GeneratingVector.dimensionCount, 1 << max(pointBits - 3, 0))
    }
  }
}

extension Design {
  /// The numbers of draws nearest to one that is none of a design's: replicates times a power of two.
  package func nearestDraws(to draws: Int, atMost most: Int) -> (below: Int?, above: Int?) {
    guard case .replicated(let points, let replicates) = self else { return (draws, draws) }
    let sizes = (1...points.mostPointBits).map { replicates << $0 }.filter { $0 <= most }
    return (sizes.last { $0 <= draws }, sizes.first { $0 >= draws })
  }

  /// Whether so many draws are the points of all its replicates.
  package func admits(draws: Int) -> Bool { nearestDraws(to: draws, atMost: draws).below == draws }
}

/// How finely the neighbourhood of every rank of the pilot is to be binned.
///
/// Inside a bin of probability m the empirical distribution is a Brownian bridge pinned at the bin's edges, of mean square
/// m/(6n); the Monte Carlo error of percentile p has p(1 − p)/n. Their ratio stays under ε² where m ≤ 6ε²p(1 − p).
/// The percentile lies within a few binomial standard deviations of its place in the pilot, so only a window needs such bins,
/// and its rarely visited outer parts may be coarser.
///
/// This holds as far as the pilot tells where the draws lie: for the percentiles asked for, of outcomes without gaps or atoms that it
/// has not met, and as long as their windows together want no more bins than there are (some 40 percentiles, or a thousand at 1.2 %
/// of the Monte Carlo error). Where a bin has come to hold too many draws all the same, the percentile is marked instead.
struct Resolution {
  /// ε: the root mean square error from binning, in Monte Carlo standard errors of the percentile.
  private static let target = 0.008
  /// Bins everywhere else hold this probability at most.
  private static let background = 1.0 / 256
  /// The windows' bins around a tail mean's quantile: its error is of second order in that of the quantile.
  private static let tailFactor = 16.0

  /// Half the width of a window in standard deviations of the pilot.
  private static let reach = 7.0

  /// Bins wanted for the first ranks together: `cumulative[j] − cumulative[i]` for ranks i..<j.
  private let cumulative: [Double]
  private let fineRanks: [Int]

  /// The neighbourhood of a quantile.
  private struct Window {
    /// Where the quantile is expected in the pilot.
    let rank: Double
    let reciprocalDeviation: Double
    /// The probability its bins may hold.
    let mass: Double

    init(probability p: Double, pilotCount: Double, factor: Double) {
      rank = pilotCount * p
      // The 1 keeps the window open where a percentile is rarer than the pilot can show.
      reciprocalDeviation = 1 / (rank * (1 - p) + 1).squareRoot()
      mass = 6 * target * target * p * (1 - p) * factor
    }

    /// The ranks of a pilot that may lie in the window.
    func ranks(of pilotCount: Int) -> Range<Int> {
      let reach = Resolution.reach / reciprocalDeviation + 1
      let first = min(Int(max(rank - reach, 0)), pilotCount)
      return first..<max(first, min(Int(rank + reach) + 1, pilotCount))
    }
  }

  init(pilotCount n: Int, request: SketchRequest) {
    let count = Double(n)
    let tail = request.shortfallPercent / 100
    let tails = [tail, 1 - tail].map { Window(probability: $0, pilotCount: count, factor: Self.tailFactor) }
    // The ends of the sample are known exactly.
    let inner = request.percentiles.filter { $0 > 0 && $0 < 100 }
    let windows = inner.map { Window(probability: $0 / 100, pilotCount: count, factor: 1) } + tails
    var masses = [Double](repeating: Self.background, count: n)
    for window in windows {
      for rank in window.ranks(of: n) {
        let distance = (Double(rank) + 0.5 - window.rank).magnitude * window.reciprocalDeviation
        guard let coarseness = Self.coarseness(at: distance) else { continue }
        masses[rank] = min(masses[rank], window.mass * coarseness)
      }
    }
    var cumulative = [Double](repeating: 0, count: n + 1)
    var fineRanks = [Int](repeating: 0, count: n + 1)
    for rank in 0..<n {
      cumulative[rank + 1] = cumulative[rank] + 1 / (count * masses[rank])
      fineRanks[rank + 1] = fineRanks[rank] + (masses[rank] < Self.background ? 1 : 0)
    }
    self.cumulative = cumulative
    self.fineRanks = fineRanks
  }

  /// The factor on a bin's probability, at a distance in standard deviations of the pilot; nil outside the window.
  private static func coarseness(at distance: Double) -> Double? {
    if distance <= 2.5 { return 1 }
    if distance <= 4 { return 2 }
    return distance <= reach ? 4 : nil
  }

  /// The draws of a bin from which a percentile of probability `p` in it is not taken for what was promised: sixteen times the
  /// share at its centre, where the root mean square error is four times ε, and a few for chance.
  static func mostDraws(inBinOf p: Double, of draws: Int) -> Double {
    16 * 6 * target * target * p * (1 - p) * Double(draws) + 8
  }

  /// The draws of a bin from which the root mean square error is a tenth of the standard error of the percentile's rank; fewer than
  /// the above where hardly any draws lie beyond the percentile.
  static func feltDraws(inBinOf p: Double, of draws: Int) -> Double { 0.06 * p * (1 - p) * Double(draws) }

  /// Bins wanted for a range of ranks.
  func bins(for ranks: Range<Int>) -> Double { cumulative[ranks.upperBound] - cumulative[ranks.lowerBound] }

  /// Whether any of the ranks lies in a window.
  func isFine(_ ranks: Range<Int>) -> Bool { fineRanks[ranks.upperBound] > fineRanks[ranks.lowerBound] }
}

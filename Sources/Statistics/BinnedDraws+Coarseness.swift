extension BinnedDraws {
  /// The part of a rank's standard error that a bin's draws may be in number where they need not be evenly spread.
  private static let unevenShare = 0.25
  /// The part of a percentile's interval up to which the width of a bin of few draws is nothing: a twelfth of the standard error.
  private static let feltWidth = 0.02
  /// How many times as dense as a neighbour a bin of evenly spread draws may be.
  private static let mostContrast = 5.0

  /// The extent of the bin of a rank from 0, where that does not tell a percentile of probability `p` as well as promised; nothing
  /// where it does, and for the ends of the sample and for atoms, which are known exactly.
  ///
  /// Either the bin holds too many draws (see ``Resolution/mostDraws(inBinOf:of:)``), or they are over a quarter of the standard error
  /// of the percentile's rank and a neighbour is far less or far more dense, so that spreading them evenly over the bin may put the
  /// percentile that far off; or fewer draws make a tenth of the standard error, where hardly any lie beyond the percentile, and the bin
  /// is not narrow beside the interval. O(log bins), some hundred times that where it is found.
  func coarseBin(ofRank rank: Int, probability p: Double, intervalWidth: Double) -> ClosedRange<Double>? {
    if rank == 0 || rank == count - 1 { return nil }
    let bin = bin(ofRank: rank)
    if leaf(of: bin).isAtom { return nil }
    let draws = Double(cumulative[bin + 1] - cumulative[bin])
    let standardError = (Double(count) * p * (1 - p)).squareRoot()
    let isCoarse = draws > Resolution.mostDraws(inBinOf: p, of: count)
    let isFelt = draws > Resolution.feltDraws(inBinOf: p, of: count)
    let isUneven = draws > max(1, Self.unevenShare * standardError) && isUneven(bin)
    guard isCoarse || isFelt || isUneven else { return nil }
    // Edges are rounded, and a cell takes what lies next below it by a ten-millionth of its width: the map itself tells.
    let bounds = map.bounds(ofBin: bin)
    let extent = max(bounds.lowerBound, minimum)...min(bounds.upperBound, maximum)
    // A draw or two in a bin as narrow as this are told well enough.
    guard isCoarse || isUneven || extent.upperBound - extent.lowerBound > Self.feltWidth * intervalWidth else { return nil }
    // Neighbouring doubles cannot be told apart by any bins.
    return extent.lowerBound.nextUp < extent.upperBound ? extent : nil
  }

  /// Whether a bin's neighbours leave doubt that its draws are evenly spread.
  private func isUneven(_ bin: Int) -> Bool {
    let own = density(of: bin)
    return [bin - 1, bin + 1].contains { neighbour in
      guard neighbour >= 0, neighbour + 1 < cumulative.count else { return true }
      let other = density(of: neighbour)
      return max(own, other) > Self.mostContrast * min(own, other)
    }
  }

  /// Draws a unit of value, as far as there are draws.
  private func density(of bin: Int) -> Double {
    let extent = extent(of: bin)
    let draws = Double(cumulative[bin + 1] - cumulative[bin])
    return draws == 0 ? 0 : draws / max(extent.upperBound - extent.lowerBound, extent.lowerBound.magnitude.ulp)
  }

  /// Between which values a bin's draws lie.
  private func extent(of bin: Int) -> ClosedRange<Double> {
    let leaf = leaf(of: bin)
    let low = max(leaf.edge(bin - leaf.base), minimum)
    return low...max(min(leaf.edge(bin - leaf.base + 1), maximum), low)
  }
}

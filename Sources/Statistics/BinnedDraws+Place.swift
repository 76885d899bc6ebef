extension BinnedDraws {
  /// A place among the values: a bin, and how far into it.
  struct Place {
    let bin: Int
    /// From 0 to 1; nothing in a bin whose draws all have one value.
    let fraction: Double?
  }

  /// The place of a rank from 0, which may lie between two draws; a bin is filled evenly, as ``orderStatistic(_:)`` has it.
  ///
  /// O(log bins).
  func place(ofPosition position: Double) -> Place {
    let bin = bin(ofRank: min(Int(position.rounded()), count - 1))
    if leaf(of: bin).isAtom { return Place(bin: bin, fraction: nil) }
    let fraction = (position - Double(cumulative[bin]) + 1) / Double(cumulative[bin + 1] - cumulative[bin] + 1)
    return Place(bin: bin, fraction: min(max(fraction, 0), 1))
  }

  /// How many draws lie below a place of the same map, and how many do not lie above it.
  func draws(below place: Place) -> (strictly: Double, orAt: Double) {
    let (start, end) = (Double(cumulative[place.bin]), Double(cumulative[place.bin + 1]))
    guard let fraction = place.fraction else { return (start, end) }
    let below = start + fraction * (end - start)
    return (below, below)
  }
}

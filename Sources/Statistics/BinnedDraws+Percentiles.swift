extension BinnedDraws {
  /// A percentile with its interval, widened where a draw that it rests on lies in a bin that hides where.
  ///
  /// The promise: where a row is not widened, spreading a bin's draws evenly moves the percentile and the ends of its interval by
  /// less than a tenth of its Monte Carlo standard error in root mean square, and by no more than a quarter of it, or what an even
  /// bin's draws are off by chance, in any case. O(log bins).
  func percentile(_ percent: Double) -> PercentileEstimate {
    let p = percent / 100
    // Of the rank of the percentile.
    let standardError = (Double(count) * p * (1 - p)).squareRoot()
    var widened: [(rank: Int, bin: ClosedRange<Double>)] = []
    var estimate = PercentileEstimate(percent: percent, draws: count) { rank in
      if let range = hidingBin(ofRank: rank, standardError: standardError) { widened.append((rank, range)) }
      return orderStatistic(rank)
    }
    for (_, range) in widened {
      estimate.isWidened = true
      estimate.interval = estimate.interval.map { interval in
        min(interval.lowerBound, range.lowerBound)...max(interval.upperBound, range.upperBound)
      }
    }
    return estimate
  }

  /// The most of a bin's draws whose chance places, √(k/6) ranks in root mean square, stay under a tenth of the rank's standard
  /// error: k ≤ 0.06·s².
  private static let evenShare = 0.06
  /// The part of the rank's standard error that a bin's draws may be in number where they need not be evenly spread.
  private static let unevenShare = 0.25
  /// How many times as dense as a neighbour a bin of evenly spread draws may be.
  private static let mostContrast = 5.0

  /// The least and the greatest value that the draw of a rank may have, where its bin does not tell it well enough; nothing where it
  /// does.
  private func hidingBin(ofRank rank: Int, standardError: Double) -> ClosedRange<Double>? {
    // The ends of the sample and atoms are known exactly.
    if rank == 0 || rank == count - 1 { return nil }
    let bin = bin(ofRank: rank)
    if leaf(of: bin).isAtom { return nil }
    let draws = Double(cumulative[bin + 1] - cumulative[bin])
    guard draws > 1 else { return nil }
    let isCoarse = draws > Self.evenShare * standardError * standardError
    guard isCoarse || draws > Self.unevenShare * standardError && isUneven(bin) else { return nil }
    let bounds = map.bounds(ofBin: bin)
    let lower = max(bounds.lowerBound, minimum)
    return lower...max(min(bounds.upperBound, maximum), lower)
  }

  /// Whether a bin's neighbours leave doubt that its draws are evenly spread: one is far less or far more dense.
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
    let leaf = leaf(of: bin)
    let low = max(leaf.edge(bin - leaf.base), minimum)
    let high = min(leaf.edge(bin - leaf.base + 1), maximum)
    let draws = Double(cumulative[bin + 1] - cumulative[bin])
    return draws == 0 ? 0 : draws / max(high - low, low.magnitude.ulp)
  }
}

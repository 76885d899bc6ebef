extension PercentileEstimate {
  /// The percentile by type 7 of Hyndman and Fan (doi:10.1080/00031305.1996.10473566) out of `draws` draws, with its 95 %
  /// interval from order statistics.
  ///
  /// `orderStatistic` gives the value of a rank from 0 to draws − 1, ascending; `coarseBin` the extent of the bin it is in, where
  /// that holds more than its share. The interval is widened to the extents of such bins.
  init(
    percent: Double, draws: Int, orderStatistic: (Int) -> Double,
    coarseBin: (_ rank: Int, _ intervalWidth: Double) -> ClosedRange<Double>? = { _, _ in nil }
  ) {
    self.init(
      percent: percent, draws: draws, ranks: OrderStatisticInterval.ranks(draws: draws, probability: percent / 100),
      orderStatistic: orderStatistic, coarseBin: coarseBin)
  }

  /// The same with the draws of two ranks, from 1, as the ends of the interval.
  init(
    percent: Double, draws: Int, ranks: ClosedRange<Int>?, orderStatistic: (Int) -> Double,
    coarseBin: (_ rank: Int, _ intervalWidth: Double) -> ClosedRange<Double>? = { _, _ in nil }
  ) {
    let position = Double(draws - 1) * percent / 100
    let below = min(Int(position), draws - 1)
    let fraction = position - Double(below)
    let low = orderStatistic(below)
    let high = fraction > 0 ? orderStatistic(below + 1) : low
    // Written so that equal neighbours give themselves.
    let value = low == high ? low : low + fraction * (high - low)
    let own = fraction > 0 ? [below, below + 1] : [below]
    let ends = ranks.map { (orderStatistic($0.lowerBound - 1), orderStatistic($0.upperBound - 1)) }
    let width = ends.map { $0.1 - $0.0 } ?? 0
    let coarse = (own + (ranks.map { [$0.lowerBound - 1, $0.upperBound - 1] } ?? [])).compactMap { coarseBin($0, width) }
    let interval = ends.map { ends in
      let lower = coarse.reduce(ends.0) { min($0, $1.lowerBound) }
      let upper = coarse.reduce(ends.1) { max($0, $1.upperBound) }
      return (lower + 0)...(max(lower, upper) + 0)
    }
    self.init(percent: percent, value: value + 0, interval: interval, isWidened: !coarse.isEmpty)
  }
}

extension ExceedanceEstimate {
  /// The share k/n of draws below the threshold, with √(p(1 − p)/n).
  ///
  /// Where no draw or every draw is below, that would be an error of 0; instead it is half the width of the 95 % interval of
  /// Wilson (doi:10.1080/01621459.1927.10502953) over 1.96, z/(2(n + z²)), about 1/n.
  init(threshold: Double, below: Int, draws: Int) {
    let n = Double(draws)
    let share = Double(below) / n
    let z = 1.959963984540054
    let error = below == 0 || below == draws ? z / (2 * (n + z * z)) : (share * (1 - share) / n).squareRoot()
    self.init(
      threshold: threshold, probabilityBelow: Estimate(share, standardError: error),
      interval: ProbabilityInterval.interval(hits: below, draws: draws))
  }
}

/// The mean of a tail from the sums of its excesses over a quantile (Rockafellar and Uryasev, doi:10.21314/JOR.2000.038).
struct TailMean {
  /// The tail's size as a fraction.
  let fraction: Double
  let draws: Int
  /// Σ(q − x)⁺ over the draws for the lower tail, Σ(x − q)⁺ for the upper.
  let excess: Double
  /// Σ of the squares of the same.
  let squaredExcess: Double
  /// The largest of them: the outermost draw's.
  let farthest: Double

  /// The draws of the tail.
  private var count: Double { fraction * Double(draws) }

  /// Whether one draw has too large a share of the squares that the error rests on, or the draws of the tail are too few to be told
  /// apart.
  private var isCarried: Bool {
    if squaredExcess <= 0 { return count < Double(LargestShare.fewestAlike) }
    return farthest * farthest > LargestShare.ofExcesses(draws: count) * squaredExcess
  }

  /// How far the mean of the tail lies beyond the quantile, with √(Var((q − x)⁺)/n)/α; no error for one draw, or where one carries it.
  var depth: Estimate {
    let n = Double(draws)
    let mean = excess / n
    let variance = max(squaredExcess / n - mean * mean, 0)
    let error = draws > 1 && !isCarried ? (variance / (n - 1)).squareRoot() / fraction : nil
    return Estimate(mean / fraction, standardError: error)
  }
}

/// What one replicate's draws say of the figures of a summary, the pooled ones given.
struct ReplicateFigures {
  /// Usable draws.
  var draws: Int
  /// Σ zᵏ, k = 1 … 6, z the deviation from a centre that all replicates share, in units of a scale.
  var powerSums: [Double]
  /// By percentile asked for: how many draws lie below the pooled percentile, and how many do not lie above it.
  var below: [(strictly: Double, orAt: Double)]
  /// By threshold asked for: how many draws lie below it.
  var belowThreshold: [Int]
  /// Σ(q − x)⁺ of the pooled quantile of the lower tail, and Σ(x − q)⁺ of the upper one, in units of the scale.
  var excesses: (lower: Double, upper: Double)
}

/// Standard errors of a summary's figures from the differences between replicates.
///
/// A figure is computed R times from all replicates but one; its standard error is the jackknife's (``Jackknife``). Of a mean of replicates of one size that is their standard deviation over √R. For smooth
/// functions of means, such as the sd, it errs by a share of 1/R. Tails are taken at the pooled quantile: the tail's mean is least
/// sensitive there, its derivative by the quantile is 0.
struct ReplicateErrors {
  private let figures: [ReplicateFigures]
  private let total: ReplicateFigures

  /// - Parameter figures: Of two replicates or more.
  init(_ figures: [ReplicateFigures]) {
    precondition(figures.count >= 2, "errors from replicates need two")
    self.figures = figures
    var total = figures[0]
    for other in figures.dropFirst() {
      total.draws += other.draws
      for index in total.powerSums.indices { total.powerSums[index] += other.powerSums[index] }
      for index in total.below.indices {
        total.below[index].strictly += other.below[index].strictly
        total.below[index].orAt += other.below[index].orAt
      }
      for index in total.belowThreshold.indices { total.belowThreshold[index] += other.belowThreshold[index] }
      total.excesses.lower += other.excesses.lower
      total.excesses.upper += other.excesses.upper
    }
    self.total = total
  }

  var mean: Double { jackknife { moments(without: $0).meanShift.value } }
  var standardDeviation: Double { jackknife { moments(without: $0).standardDeviation.value } }
  var skewness: Double { jackknife { moments(without: $0).skewness.value } }

  /// The error of a mean excess over the pooled quantile, over `fraction`, the size of the tail.
  func depth(_ excess: KeyPath<ReplicateFigures, Double>, fraction: Double) -> Double {
    jackknife { (total[keyPath: excess] - $0[keyPath: excess]) / Double(total.draws - $0.draws) } / fraction
  }

  /// The error of the share of draws below a threshold.
  func share(belowThreshold index: Int) -> Double {
    jackknife { Double(total.belowThreshold[index] - $0.belowThreshold[index]) / Double(total.draws - $0.draws) }
  }

  /// The error of the share of draws up to a pooled percentile: with or without those that tie, whichever is larger.
  func share(upToPercentile index: Int) -> Double {
    max(
      jackknife { (total.below[index].strictly - $0.below[index].strictly) / Double(total.draws - $0.draws) },
      jackknife { (total.below[index].orAt - $0.below[index].orAt) / Double(total.draws - $0.draws) })
  }

  /// The kurtosis of all draws over which replicates tell no error of the standard deviation and of the skewness.
  ///
  /// Of 600 simulations of 16 replicates of 512 draws, those whose largest draw has less than a twentieth of Σd⁴ covered 94 % for a normal,
  /// 96 % for a lognormal with σ = ¼ (kurtosis 4.1), and 80 % for Student's t with five degrees of freedom (kurtosis 9), which all but one in 600
  /// showed a kurtosis over 5.
  private static let mostKurtosis = 5.0

  private var kurtosis: Double {
    CentralMoments(count: total.draws, powerSums: total.powerSums, deviations: (0, 0)).kurtosis
  }

  private func moments(without one: ReplicateFigures) -> CentralMoments {
    CentralMoments(
      count: total.draws - one.draws, powerSums: zip(total.powerSums, one.powerSums).map { $0 - $1 }, deviations: (0, 0))
  }

  private func jackknife(_ figure: (ReplicateFigures) -> Double) -> Double { Jackknife.error(of: figures.map(figure)) }
}

extension ReplicateErrors {
  /// The ranks, from 1, of the pooled draws that enclose a percentile with 95 % confidence; nothing where one of them would lie outside.
  ///
  /// The share of draws up to the pooled percentile has a standard error from replicates; the interval of the percentile holds what lies
  /// between the pooled quantiles of the two ends of the share's interval (R. S. Woodruff, doi:10.1080/01621459.1952.10483443).
  func ranks(ofPercentile index: Int, percent: Double) -> ClosedRange<Int>? {
    let width = Replication.replicates(figures.count).deviate * share(upToPercentile: index) * Double(total.draws)
    let position = Double(total.draws - 1) * percent / 100
    let (lower, upper) = ((position - width).rounded(.down), (position + width).rounded(.up))
    guard lower >= 0, upper <= Double(total.draws - 1), lower < upper else { return nil }
    return (Int(lower) + 1)...(Int(upper) + 1)
  }

  /// The share of draws below a threshold with its error and its 95 % interval.
  ///
  /// That of ``WilsonInterval`` with Student's deviate. Where no replicate differs from another, or no draw or every draw is below, the
  /// exact interval of all draws: one of independent draws, and wider than needed.
  func exceedance(_ pooled: ExceedanceEstimate, at index: Int) -> ExceedanceEstimate {
    var estimate = pooled
    let error = share(belowThreshold: index)
    let p = pooled.probabilityBelow.value
    guard error > 0, p > 0, p < 1 else { return pooled }
    estimate.probabilityBelow.standardError = error
    estimate.interval = WilsonInterval.interval(
      share: p, error: error, deviate: Replication.replicates(figures.count).deviate)
    return estimate
  }

  /// A summary of the pooled draws with the errors that replicates tell; what had no error, because a draw carries it or there are too
  /// few, has none.
  ///
  /// - Parameter percentile: The estimate of a percentile with the draws of two ranks, from 1, as the ends of its interval.
  func told(
    _ pooled: SampleSummary, scale: Double, percentile: (Double, ClosedRange<Int>?) -> PercentileEstimate
  ) -> SampleSummary {
    var told = pooled
    told.replication = .replicates(figures.count)
    guard pooled.minimum < pooled.maximum else { return told }
    let fraction = pooled.lowerShortfall.tailPercent / 100
    told.mean = pooled.mean.with(mean * scale)
    let isLight = kurtosis <= Self.mostKurtosis
    told.standardDeviation = isLight ? pooled.standardDeviation.with(standardDeviation * scale) : pooled.standardDeviation.bare
    told.skewness = isLight ? pooled.skewness.with(skewness) : pooled.skewness.bare
    told.lowerShortfall.mean = pooled.lowerShortfall.mean.with(depth(\.excesses.lower, fraction: fraction) * scale)
    told.upperShortfall.mean = pooled.upperShortfall.mean.with(depth(\.excesses.upper, fraction: fraction) * scale)
    told.percentiles = pooled.percentiles.enumerated().map { index, estimate in
      percentile(estimate.percent, estimate.interval == nil ? nil : ranks(ofPercentile: index, percent: estimate.percent))
    }
    told.exceedances = pooled.exceedances.enumerated().map { exceedance($1, at: $0) }
    return told
  }
}

extension Estimate {
  /// The same value without an error.
  fileprivate var bare: Self { Self(value, standardError: nil) }

  /// The same value with another error, where it has one.
  fileprivate func with(_ error: Double) -> Self { Self(value, standardError: standardError == nil ? nil : error) }
}

extension OutcomeSketch {
  /// What is known of the outcome.
  ///
  /// At least one usable draw. O(bins).
  package func summary() -> SampleSummary {
    precondition(draws > 0, "a summary needs at least one draw")
    let counted = BinnedDraws(self)
    let moments = CentralMoments(
      count: draws, powerSums: sums.roundedPowers,
      deviations: ((minimum - grid.location) / grid.scale, (maximum - grid.location) / grid.scale))
    let varies = minimum < maximum
    return SampleSummary(
      draws: draws, minimum: minimum + 0, maximum: maximum + 0,
      mean: varies
        ? moments.meanShift.scaled(by: grid.scale, from: grid.location)
        : Estimate(minimum + 0, standardError: draws >= LargestShare.fewestAlike ? 0 : nil),
      standardDeviation: varies ? moments.standardDeviation.scaled(by: grid.scale, from: 0) : .alike(draws: draws),
      skewness: varies ? moments.skewness : .alike(draws: draws),
      percentiles: grid.request.percentiles.map { percent in
        PercentileEstimate(
          percent: percent, draws: draws, orderStatistic: counted.orderStatistic,
          coarseBin: { counted.coarseBin(ofRank: $0, probability: percent / 100, intervalWidth: $1) })
      },
      exceedances: zip(grid.request.thresholds, below).map {
        ExceedanceEstimate(threshold: $0, below: $1, draws: draws)
      },
      lowerShortfall: lowerShortfall(counted), upperShortfall: upperShortfall(counted),
      histogram: histogram(counted))
  }

  /// What is known of the outcome, with errors from the differences between replicates; this sketch has the draws of all of them.
  ///
  /// Two replicates or more, each with at least one usable draw. O(replicates · bins).
  package func summary(ofReplicates replicates: [OutcomeSketch]) -> SampleSummary {
    let pooled = summary()
    let counted = BinnedDraws(self)
    let quantiles = (counted.orderStatistic(tailRank - 1), counted.orderStatistic(draws - tailRank))
    let places = grid.request.percentiles.map { counted.place(ofPosition: Double(draws - 1) * $0 / 100) }
    let figures = replicates.map { replicate in
      let own = BinnedDraws(replicate, like: counted)
      let lower = own.countIntegral(from: grid.lowerTailQuantile, to: quantiles.0) / grid.scale
      let upper =
        Double(replicate.draws) * (grid.upperTailQuantile - quantiles.1) / grid.scale
        - own.countIntegral(from: quantiles.1, to: grid.upperTailQuantile) / grid.scale
      return ReplicateFigures(
        draws: replicate.draws, powerSums: replicate.sums.roundedPowers, below: places.map(own.draws(below:)),
        belowThreshold: replicate.below,
        excesses: (replicate.sums.excesses[0].rounded + lower, replicate.sums.excesses[2].rounded + upper))
    }
    return ReplicateErrors(figures).told(pooled, scale: grid.scale) { percent, ranks in
      PercentileEstimate(
        percent: percent, draws: draws, ranks: ranks, orderStatistic: counted.orderStatistic,
        coarseBin: { counted.coarseBin(ofRank: $0, probability: percent / 100, intervalWidth: $1) })
    }
  }

  private var tailFraction: Double { grid.request.shortfallPercent / 100 }

  /// The rank, from 1, of the quantile that bounds the lower tail.
  private var tailRank: Int { min(max(Int((tailFraction * Double(draws)).rounded(.up)), 1), draws) }

  /// The tail's mean, its sums moved from the pilot's quantile to the one of all draws: Σ(q − x)⁺ grows by ∫N(u)du between
  /// the two, N the draws below u.
  private func lowerShortfall(_ counted: BinnedDraws) -> ShortfallEstimate {
    let quantile = counted.orderStatistic(tailRank - 1)
    let step = (quantile - grid.lowerTailQuantile) / grid.scale
    let moved = counted.countIntegral(from: grid.lowerTailQuantile, to: quantile) / grid.scale
    let mean = tailMean(
      sums.excesses[0].rounded, sums.excesses[1].rounded, moved: moved, step: step, farthest: (quantile - minimum) / grid.scale)
    return ShortfallEstimate(
      tailPercent: grid.request.shortfallPercent, mean: mean.depth.scaled(by: -grid.scale, from: quantile))
  }

  private func upperShortfall(_ counted: BinnedDraws) -> ShortfallEstimate {
    let quantile = counted.orderStatistic(draws - tailRank)
    let step = (grid.upperTailQuantile - quantile) / grid.scale
    let belowMoved = counted.countIntegral(from: quantile, to: grid.upperTailQuantile) / grid.scale
    let moved = Double(draws) * step - belowMoved
    let mean = tailMean(
      sums.excesses[2].rounded, sums.excesses[3].rounded, moved: moved, step: step, farthest: (maximum - quantile) / grid.scale)
    return ShortfallEstimate(
      tailPercent: grid.request.shortfallPercent, mean: mean.depth.scaled(by: grid.scale, from: quantile))
  }

  /// The squares follow from d/dq Σ((q − x)⁺)² = 2·Σ(q − x)⁺ by the trapezoidal rule: they serve the standard error only.
  private func tailMean(_ excess: Double, _ squared: Double, moved: Double, step: Double, farthest: Double) -> TailMean {
    let corrected = max(excess + moved, 0)
    return TailMean(
      fraction: tailFraction, draws: draws, excess: corrected, squaredExcess: max(squared + (excess + corrected) * step, 0),
      farthest: farthest)
  }

  private func histogram(_ counted: BinnedDraws) -> Histogram {
    let frame = grid.map.frame
    var bins = [UInt64](repeating: 0, count: frame.histogramBins)
    for cell in 0...(frame.count + 1) { bins[frame.histogramBin(of: cell)] += UInt64(counted.draws(inCell: cell)) }
    return Histogram(lower: frame.lower + 0, upper: frame.upper + 0, counts: bins)
  }
}

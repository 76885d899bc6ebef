package import VectorMath

extension SampleSummary {
  /// Draws that no summary can take: not finite, or over 10²⁸⁹ in magnitude.
  package static func unusableCount(in values: [Double]) -> Int {
    values.count - values.count(where: Unusable.isUsable)
  }

  /// The summary of draws that are all at hand.
  ///
  /// At least one draw, none of them unusable (see `unusableCount(in:)`); any order gives the same bits. The moments are taken about
  /// the mean; the histogram spans the central 99 % of the draws and a tenth more on either side, as far as there are draws. O(n),
  /// as far as ``ascending(_:)`` is.
  package init(exactly values: [Double], request: SketchRequest, kernels: any KernelSet.Type) {
    precondition(!values.isEmpty, "a summary needs at least one draw")
    precondition(Self.unusableCount(in: values) == 0, "a summary needs draws that are finite and not over 10^289")
    let sorted = ascending(values)
    let n = sorted.count
    let centre = sorted[n / 2]
    let scale = binaryScale(sorted[n - 1] - sorted[0])
    let mean = centre + Self.powerSums(sorted, about: centre, scale: scale, kernels)[0] / Double(n) * scale
    let moments = CentralMoments(
      count: n, powerSums: Self.powerSums(sorted, about: mean, scale: scale, kernels),
      deviations: ((sorted[0] - mean) / scale, (sorted[n - 1] - mean) / scale))
    let alpha = request.shortfallPercent / 100
    let rank = min(max(Int((alpha * Double(n)).rounded(.up)), 1), n)
    let tails = Self.tails(sorted, below: sorted[rank - 1], above: sorted[n - rank], scale: scale, fraction: alpha, kernels)
    self.init(
      draws: n, minimum: sorted[0] + 0, maximum: sorted[n - 1] + 0,
      mean: moments.meanShift.scaled(by: scale, from: mean),
      standardDeviation: moments.standardDeviation.scaled(by: scale, from: 0),
      skewness: moments.skewness,
      percentiles: request.percentiles.map { PercentileEstimate(percent: $0, draws: n) { sorted[$0] } },
      exceedances: request.thresholds.map { threshold in
        ExceedanceEstimate(threshold: threshold, below: sorted.partitioningIndex { $0 >= threshold }, draws: n)
      },
      lowerShortfall: ShortfallEstimate(
        tailPercent: request.shortfallPercent, mean: tails.lower.depth.scaled(by: -scale, from: sorted[rank - 1])),
      upperShortfall: ShortfallEstimate(
        tailPercent: request.shortfallPercent, mean: tails.upper.depth.scaled(by: scale, from: sorted[n - rank])),
      histogram: Histogram(ascending: sorted, bins: request.histogramBins))
  }
}

extension SampleSummary {
  /// The summary of draws that are all at hand, replicate by replicate, with errors from the differences between replicates.
  ///
  /// Two replicates or more, each of at least one draw, none of them unusable. O(n log n).
  package init(exactly replicates: [[Double]], request: SketchRequest, kernels: any KernelSet.Type) {
    let all = replicates.flatMap { $0 }
    let pooled = Self(exactly: all, request: request, kernels: kernels)
    let sorted = ascending(all)
    let n = sorted.count
    let scale = binaryScale(sorted[n - 1] - sorted[0])
    let rank = min(max(Int((request.shortfallPercent / 100 * Double(n)).rounded(.up)), 1), n)
    let (low, high) = (sorted[rank - 1], sorted[n - rank])
    let figures = replicates.map { draws in
      let own = ascending(draws)
      let tails = Self.excesses(of: own, below: low, above: high, scale: scale, kernels)
      return ReplicateFigures(
        draws: own.count, powerSums: Self.powerSums(own, about: pooled.mean.value, scale: scale, kernels),
        below: pooled.percentiles.map { percentile in
          (
            Double(own.partitioningIndex { $0 >= percentile.value }), Double(own.partitioningIndex { $0 > percentile.value })
          )
        },
        belowThreshold: request.thresholds.map { threshold in own.partitioningIndex { $0 >= threshold } },
        excesses: (tails.excesses[0].rounded, tails.excesses[2].rounded))
    }
    self = ReplicateErrors(figures).told(pooled, scale: scale) { percent, ranks in
      PercentileEstimate(percent: percent, draws: n, ranks: ranks) { sorted[$0] }
    }
  }

  /// Draws summed in doubles before they are added exactly.
  private static let drawsPerSum = 512

  /// Σ zᵏ, k = 1 … 6, of z = (x − centre)/scale, for an ascending sample.
  private static func powerSums(
    _ sorted: [Double], about centre: Double, scale: Double, _ kernels: any KernelSet.Type
  ) -> [Double] {
    var sums = SketchSums()
    forEachPart(of: sorted) { sums.add(kernels.powerSums($0, centre: centre, scale: 1 / scale)) }
    return sums.roundedPowers
  }

  /// The lower tail of an ascending sample up to one quantile, and the upper tail down to another.
  private static func tails(
    _ sorted: [Double], below low: Double, above high: Double, scale: Double, fraction: Double, _ kernels: any KernelSet.Type
  ) -> (lower: TailMean, upper: TailMean) {
    let sums = excesses(of: sorted, below: low, above: high, scale: scale, kernels)
    func tail(_ first: Int, farthest: Double) -> TailMean {
      TailMean(
        fraction: fraction, draws: sorted.count, excess: sums.excesses[first].rounded,
        squaredExcess: sums.excesses[first + 1].rounded, farthest: farthest / scale)
    }
    return (tail(0, farthest: low - sorted[0]), tail(2, farthest: sorted[sorted.count - 1] - high))
  }

  /// The sums of the excesses below one quantile and above another.
  private static func excesses(
    of sorted: [Double], below low: Double, above high: Double, scale: Double, _ kernels: any KernelSet.Type
  ) -> SketchSums {
    var sums = SketchSums()
    forEachPart(of: sorted) {
      sums.add(kernels.excessSums($0, centre: low, scale: 1 / scale, lower: 0, upper: (high - low) / scale))
    }
    return sums
  }

  private static func forEachPart(of sorted: [Double], _ body: (Span<Double>) -> Void) {
    for start in stride(from: 0, to: sorted.count, by: drawsPerSum) {
      body(sorted.span.extracting(start..<min(start + drawsPerSum, sorted.count)))
    }
  }
}

extension Histogram {
  /// The histogram of an ascending sample.
  ///
  /// O(bins · log n).
  fileprivate init(ascending sorted: [Double], bins: Int) {
    let frame = CellFrame(sorted: sorted, histogramBins: bins)
    var counts: [UInt64] = []
    var counted = 0
    for bin in 0..<bins {
      let end = sorted.partitioningIndex { frame.histogramBin(of: frame.cell(of: $0)) > bin }
      counts.append(UInt64(end - counted))
      counted = end
    }
    self.init(lower: frame.lower + 0, upper: frame.upper + 0, counts: counts)
  }
}

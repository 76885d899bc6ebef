extension SampleSummary {
  /// Draws that no summary can take: not finite, or over 10²⁸⁹ in magnitude.
  package static func unusableCount(in values: [Double]) -> Int {
    values.count - values.count(where: Unusable.isUsable)
  }

  /// The summary of draws that are all at hand.
  ///
  /// At least one draw, none of them unusable (see `unusableCount(in:)`); any order gives the same bits. O(n log n). The moments
  /// are taken about the correctly rounded mean; the histogram spans the central 99 % of the draws and a tenth more on either
  /// side, as far as there are draws.
  package init(exactly values: [Double], request: SketchRequest) {
    precondition(!values.isEmpty, "a summary needs at least one draw")
    precondition(Self.unusableCount(in: values) == 0, "a summary needs draws that are finite and not over 10^289")
    let sorted = values.sorted()
    let n = sorted.count
    let centre = sorted[n / 2]
    var sum = ExactSum()
    for x in sorted { sum.add(x - centre) }
    let mean = centre + sum.rounded / Double(n)
    let scale = binaryScale(sorted[n - 1] - sorted[0])
    let moments = CentralMoments(count: n, powerSums: Self.powerSums(sorted, about: mean, scale: scale))
    let alpha = request.shortfallPercent / 100
    let rank = min(max(Int((alpha * Double(n)).rounded(.up)), 1), n)
    let lower = TailMean(sorted, below: sorted[rank - 1], scale: scale, fraction: alpha).depth
    let upper = TailMean(sorted, above: sorted[n - rank], scale: scale, fraction: alpha).depth
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
        tailPercent: request.shortfallPercent, mean: lower.scaled(by: -scale, from: sorted[rank - 1])),
      upperShortfall: ShortfallEstimate(
        tailPercent: request.shortfallPercent, mean: upper.scaled(by: scale, from: sorted[n - rank])),
      histogram: CellFrame(sorted: sorted, histogramBins: request.histogramBins).histogram(of: sorted))
  }
}

extension SampleSummary {
  /// Σ zᵏ, k = 1 … 6, of z = (x − centre)/scale.
  private static func powerSums(_ values: [Double], about centre: Double, scale: Double) -> [Double] {
    var sums = [ExactSum](repeating: ExactSum(), count: 6)
    for x in values {
      let z = (x - centre) / scale
      var power = 1.0
      for index in sums.indices {
        power *= z
        sums[index].add(power)
      }
    }
    return sums.map(\.rounded)
  }
}

extension TailMean {
  /// The lower tail of an ascending sample, up to a quantile.
  fileprivate init(_ sorted: [Double], below quantile: Double, scale: Double, fraction: Double) {
    self.init(excesses: sorted.lazy.map { (quantile - $0) / scale }, fraction: fraction)
  }

  /// The upper tail of an ascending sample, down to a quantile.
  fileprivate init(_ sorted: [Double], above quantile: Double, scale: Double, fraction: Double) {
    self.init(excesses: sorted.lazy.map { ($0 - quantile) / scale }, fraction: fraction)
  }

  private init(excesses: some Collection<Double>, fraction: Double) {
    var sum = ExactSum()
    var squares = ExactSum()
    for excess in excesses where excess > 0 {
      sum.add(excess)
      squares.add(excess * excess)
    }
    self.init(fraction: fraction, draws: excesses.count, excess: sum.rounded, squaredExcess: squares.rounded)
  }
}

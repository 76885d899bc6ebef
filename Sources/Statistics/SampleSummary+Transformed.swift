extension SampleSummary {
  /// The summary of the image of the outcome, derived from this one.
  ///
  /// It is what a sketch of the image's own draws would say, up to the rounding of scale·x + offset.
  /// With a negative scale percentile p is the image of percentile 100 − p, the shortfalls change places, the skewness its
  /// sign, the histogram its order. Where all draws have one image, as with a scale of 0, that constant is summarised.
  ///
  /// `request` is what is asked of the image; this summary must have been asked at least `image.preimage(of: request)`, with
  /// the same shortfall percentage and histogram.
  package func transformed(by image: LinearImage, answering request: SketchRequest) -> Self {
    guard image(minimum) != image(maximum) else {
      var alike = Self.certain(image(minimum), draws: draws, request: request)
      if image.scale != 0 {
        let spread = Estimate.alike(draws: draws)
        let tail = Estimate.alike(draws: Int(Double(draws) * request.shortfallPercent / 100))
        alike.mean.standardError = spread.standardError
        alike.standardDeviation = spread
        alike.skewness = spread
        alike.lowerShortfall.mean.standardError = tail.standardError
        alike.upperShortfall.mean.standardError = tail.standardError
      }
      return alike
    }
    precondition(
      lowerShortfall.tailPercent == request.shortfallPercent, "an image has the shortfall tails of its outcome")
    let isMirrored = image.scale < 0
    let low = isMirrored ? upperShortfall : lowerShortfall
    let high = isMirrored ? lowerShortfall : upperShortfall
    let places = Dictionary(percentiles.enumerated().map { ($1.percent, $0) }) { first, _ in first }
    let levels = Dictionary(exceedances.enumerated().map { ($1.threshold, $0) }) { first, _ in first }
    var transformed = Self(
      draws: draws, minimum: image(isMirrored ? maximum : minimum), maximum: image(isMirrored ? minimum : maximum),
      mean: mean.scaled(by: image.scale, from: image.offset),
      standardDeviation: standardDeviation.scaled(by: image.scale.magnitude, from: 0),
      skewness: skewness.scaled(by: isMirrored ? -1 : 1, from: 0),
      percentiles: request.percentiles.map { percentile($0, of: image, places) },
      exceedances: request.thresholds.map { exceedance($0, of: image, levels) },
      lowerShortfall: ShortfallEstimate(
        tailPercent: low.tailPercent, mean: low.mean.scaled(by: image.scale, from: image.offset)),
      upperShortfall: ShortfallEstimate(
        tailPercent: high.tailPercent, mean: high.mean.scaled(by: image.scale, from: image.offset)),
      histogram: Histogram(
        lower: image(isMirrored ? histogram.upper : histogram.lower),
        upper: image(isMirrored ? histogram.lower : histogram.upper),
        counts: isMirrored ? histogram.counts.reversed() : histogram.counts))
    transformed.replication = replication
    return transformed
  }

  private func percentile(_ percent: Double, of image: LinearImage, _ places: [Double: Int]) -> PercentileEstimate {
    let wanted = image.preimage(ofPercent: percent)
    guard let own = places[wanted].map({ percentiles[$0] }) else {
      preconditionFailure("the outcome was not asked for percentile \(wanted), which its image needs")
    }
    let ends = own.interval.map { (image($0.lowerBound), image($0.upperBound)) }
    return PercentileEstimate(
      percent: percent, value: image(own.value), interval: ends.map { min($0.0, $0.1)...max($0.0, $0.1) },
      isWidened: own.isWidened)
  }

  private func exceedance(_ threshold: Double, of image: LinearImage, _ levels: [Double: Int]) -> ExceedanceEstimate {
    let wanted = image.preimage(ofThreshold: threshold)
    guard let own = levels[wanted].map({ exceedances[$0] }) else {
      preconditionFailure("the outcome was not asked for the threshold \(wanted), which its image needs")
    }
    return ExceedanceEstimate(
      threshold: threshold, probabilityBelow: image.scale < 0 ? own.probabilityAtLeast : own.probabilityBelow,
      interval: image.scale < 0 ? own.intervalAtLeast : own.interval)
  }

  /// The summary of an outcome that is the same in every draw.
  package static func certain(_ value: Double, draws: Int, request: SketchRequest) -> Self {
    let value = value + 0
    let exact = Estimate(value, standardError: draws > 1 ? 0 : nil)
    let shortfall = ShortfallEstimate(tailPercent: request.shortfallPercent, mean: exact)
    let frame = CellFrame(sorted: [value], histogramBins: request.histogramBins)
    var counts = [UInt64](repeating: 0, count: request.histogramBins)
    counts[frame.histogramBin(of: frame.cell(of: value))] = UInt64(draws)
    return Self(
      draws: draws, minimum: value, maximum: value, mean: exact, standardDeviation: .none(draws: draws),
      skewness: .none(draws: draws),
      percentiles: request.percentiles.map { PercentileEstimate(percent: $0, draws: draws) { _ in value } },
      exceedances: request.thresholds.map {
        ExceedanceEstimate(threshold: $0, below: value < $0 ? draws : 0, draws: draws)
      },
      lowerShortfall: shortfall, upperShortfall: shortfall,
      histogram: Histogram(lower: frame.lower, upper: frame.upper, counts: counts))
  }
}

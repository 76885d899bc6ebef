/// The map x ↦ scale·x + offset, rounded as two operations: how one sketch serves several outcomes.
///
/// `fl(fl(scale·x) + offset)` never decreases (or never increases) in x, so every question about the image is a question
/// about x, to the last bit.
package struct LinearImage: Hashable, Sendable {
  package let scale: Double
  package let offset: Double

  /// Both numbers must be finite; a scale of 0 maps everything to `offset`.
  package init(scale: Double, offset: Double) {
    precondition(scale.isFinite && offset.isFinite, "a linear image needs a finite scale and offset")
    self.scale = scale
    self.offset = offset
  }

  /// The image of `x`; never −0.
  package func callAsFunction(_ x: Double) -> Double { (scale * x + offset) + 0 }

  /// What to ask of x so that its summary, transformed, answers `request` for the image.
  ///
  /// A negative scale asks percentile 100 − p for p. Thresholds move as `preimage(ofThreshold:)` says.
  package func preimage(of request: SketchRequest) -> SketchRequest {
    SketchRequest(
      percentiles: scale == 0 ? [] : request.percentiles.map(preimage(ofPercent:)),
      thresholds: scale == 0 ? [] : request.thresholds.map(preimage(ofThreshold:)),
      shortfallPercent: request.shortfallPercent, histogramBins: request.histogramBins)
  }

  /// The percentile of x that becomes percentile `percent` of the image; the scale is not 0.
  package func preimage(ofPercent percent: Double) -> Double { scale < 0 ? 100 - percent : percent }

  /// The least x whose image has reached `threshold` (scale > 0), or has fallen below it by growing x (scale < 0).
  ///
  /// For scale > 0 the image is below the threshold exactly where x is below the returned value; for scale < 0 exactly where
  /// x is not below it, so that draws whose image ties with the threshold count as exceeding it in both cases. Found by
  /// bisection over the doubles (64 steps); the largest finite double stands for "no finite x".
  package func preimage(ofThreshold threshold: Double) -> Double {
    Double.least { (self($0) < threshold) == (scale < 0) }
  }
}

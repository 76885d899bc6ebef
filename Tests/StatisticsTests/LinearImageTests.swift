import Statistics
import TestSupport
import Testing
import VectorMath

@Suite struct LinearImageTests {
  /// Ties galore, and scales that round.
  private static let values: [Double] = {
    var generator = Generator(seed: 21)
    return (0..<3000).map { _ in (generator.uniform() * 40 - 10).rounded() / 10 }
  }()

  private static let images = [
    LinearImage(scale: 3, offset: 0), LinearImage(scale: -1, offset: 0), LinearImage(scale: 0.1, offset: 0.3),
    LinearImage(scale: -0.1, offset: 1e6), LinearImage(scale: -1e-20, offset: 0.7), LinearImage(scale: 0, offset: 4),
  ]

  @Test(arguments: images) func `the image of a summary is the summary of the image`(_ image: LinearImage) {
    let mapped = Self.values.map { image($0) }
    // Thresholds that draws hit exactly, miss narrowly and miss by far.
    let request = SketchRequest(
      percentiles: [2.3, 50, 90], thresholds: [mapped[0], mapped[1].nextUp, mapped[2].nextDown, -1e9, 1e9],
      shortfallPercent: 10, histogramBins: 8)
    let source = SampleSummary(
      exactly: Self.values, request: image.preimage(of: request), kernels: InstructionSet.detected.kernels)
    let derived = source.transformed(by: image, answering: request)
    let direct = SampleSummary(exactly: mapped, request: request, kernels: InstructionSet.detected.kernels)
    // Relative to the size of the image; its rounding is what is left, a few ulps.
    let size = max(direct.minimum.magnitude, direct.maximum.magnitude)
    func agree(_ a: Double?, _ b: Double?) -> Bool {
      guard let a, let b else { return a == nil && b == nil }
      return (a - b).magnitude <= 8 * size.ulp
    }
    #expect(derived.draws == direct.draws)
    #expect(derived.exceedances.map(\.threshold) == request.thresholds)
    for (a, b) in zip(derived.exceedances, direct.exceedances) {
      #expect((a.probabilityBelow.value - b.probabilityBelow.value).magnitude < 1e-15)
      let errors = [a, b].compactMap(\.probabilityBelow.standardError)
      #expect(errors.count == 2 && (errors[0] - errors[1]).magnitude < 1e-15)
    }
    #expect(agree(derived.minimum, direct.minimum) && agree(derived.maximum, direct.maximum))
    #expect(agree(derived.mean.value, direct.mean.value) && agree(derived.mean.standardError, direct.mean.standardError))
    #expect(agree(derived.standardDeviation.value, direct.standardDeviation.value))
    for (a, b) in zip(derived.percentiles, direct.percentiles) {
      #expect(a.percent == b.percent)
      #expect(agree(a.value, b.value))
      #expect(agree(a.interval?.lowerBound, b.interval?.lowerBound) && agree(a.interval?.upperBound, b.interval?.upperBound))
    }
    #expect(agree(derived.lowerShortfall.mean.value, direct.lowerShortfall.mean.value))
    #expect(agree(derived.upperShortfall.mean.value, direct.upperShortfall.mean.value))
    #expect(derived.histogram.counts.reduce(0, +) == UInt64(Self.values.count))
    #expect(derived.histogram.lower < derived.histogram.upper)
  }

  @Test func `a mirror turns the skewness and the histogram round`() {
    let values = Shape.exponential.draws(2000, seed: 3)
    let source = SampleSummary(exactly: values, request: SketchRequest(percentiles: []), kernels: InstructionSet.detected.kernels)
    let mirrored = source.transformed(
      by: LinearImage(scale: -2, offset: 1), answering: SketchRequest(percentiles: []))
    #expect(mirrored.skewness.value == -source.skewness.value)
    #expect(mirrored.skewness.standardError == source.skewness.standardError)
    #expect(mirrored.histogram.counts == source.histogram.counts.reversed())
    #expect(mirrored.histogram.lower == 1 - 2 * source.histogram.upper)
  }

  @Test(arguments: images.filter { $0.scale != 0 }) func `a threshold moves to the last bit`(_ image: LinearImage) {
    var generator = Generator(seed: 5)
    for _ in 0..<200 {
      let near = generator.normal()
      let threshold = image(near)
      let moved = image.preimage(ofThreshold: threshold)
      for x in [near, near.nextUp, near.nextDown, moved, moved.nextUp, moved.nextDown, -near, 2 * near] {
        #expect((image(x) < threshold) == (image.scale > 0 ? x < moved : x >= moved))
      }
    }
  }

  @Test func `requests join without asking twice`() {
    let first = SketchRequest(percentiles: [5, 50], thresholds: [1], shortfallPercent: 5, histogramBins: 20)
    let joined = first.union(SketchRequest(percentiles: [95, 5], thresholds: [2, 1]))
    #expect(joined == SketchRequest(percentiles: [5, 50, 95], thresholds: [1, 2], shortfallPercent: 5, histogramBins: 20))
  }
}

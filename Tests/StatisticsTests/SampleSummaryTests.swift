import Statistics
import Testing
import VectorMath

/// Closed forms, through the summary of draws at hand.
@Suite struct SampleSummaryTests {
  private static let toHundred = (1...100).map(Double.init)

  @Test func `percentiles are of type 7`() {
    // NumPy's default and R's type 7: numpy.percentile([1, 2, 3, 4, 10], …).
    let request = SketchRequest(percentiles: [0, 10, 25, 50, 60, 90, 100])
    let summary = SampleSummary(exactly: [10, 3, 1, 4, 2], request: request, kernels: InstructionSet.detected.kernels)
    let expected = [1, 1.4, 2, 3, 3.4, 7.6, 10]
    for (estimate, value) in zip(summary.percentiles, expected) { #expect((estimate.value - value).magnitude < 1e-14) }
    #expect(summary.percentiles.map(\.percent) == request.percentiles)
  }

  /// 101 draws, so that percentile p is the draw of rank p: every sign and magnitude, both zeros, ties and subnormals.
  @Test func `draws of every magnitude are put in order`() {
    let magnitudes = (0..<47).map { 3 * Double(sign: .plus, exponent: 40 * $0 - 1_000, significand: 1) }
    let small = Double.leastNonzeroMagnitude
    let values = magnitudes + magnitudes.map { -$0 } + [0, -0.0, small, -small, 3, 3, 3]
    let request = SketchRequest(percentiles: (0...100).map(Double.init))
    let shuffled = values.indices.map { values[$0 * 37 % values.count] }
    let summary = SampleSummary(exactly: shuffled, request: request, kernels: InstructionSet.detected.kernels)
    #expect(summary.percentiles.map(\.value) == values.sorted())
  }

  /// 10,001 draws, so that percentile p is the draw of rank 100·p: of every shape, in rounded steps with many ties, and all alike.
  @Test func `draws of every shape are put in order`() {
    let request = SketchRequest(percentiles: (0...100).map(Double.init))
    let shapes = Shape.allCases.map { $0.draws(10_001, seed: 7) }
    let samples = shapes + shapes.map { $0.map { ($0 * 4).rounded() } } + [[Double](repeating: -2, count: 10_001)]
    for sample in samples {
      let summary = SampleSummary(exactly: sample, request: request, kernels: InstructionSet.detected.kernels)
      let sorted = sample.sorted()
      #expect(summary.percentiles.map(\.value) == (0...100).map { sorted[100 * $0] })
    }
  }

  @Test func `a shortfall is the mean of its tail`() {
    let summary = SampleSummary(
      exactly: Self.toHundred, request: SketchRequest(percentiles: [], shortfallPercent: 5),
      kernels: InstructionSet.detected.kernels)
    #expect((summary.lowerShortfall.mean.value - 3).magnitude < 1e-13)
    #expect((summary.upperShortfall.mean.value - 98).magnitude < 1e-13)
    // 2.5 % of 100 draws: two draws and half the third, (1 + 2 + 3/2)/2.5.
    let fractional = SampleSummary(
      exactly: Self.toHundred, request: SketchRequest(percentiles: [], shortfallPercent: 2.5),
      kernels: InstructionSet.detected.kernels)
    #expect((fractional.lowerShortfall.mean.value - 1.8).magnitude < 1e-13)
    #expect((fractional.upperShortfall.mean.value - 99.2).magnitude < 1e-13)
    // Influence of a draw: (5 − x)⁺/0.05, of variance (16 + 9 + 4 + 1)/100 − 0.1² over 0.05².
    let error = (0.29 / 0.0025 / 99).squareRoot()
    #expect(((summary.lowerShortfall.mean.standardError ?? 0) - error).magnitude < 1e-13)
  }

  @Test func `ties count as not below`() {
    let request = SketchRequest(percentiles: [], thresholds: [50, 50.5, 1, 101])
    let summary = SampleSummary(exactly: Self.toHundred, request: request, kernels: InstructionSet.detected.kernels)
    #expect(summary.exceedances.map(\.probabilityBelow.value) == [0.49, 0.5, 0, 1])
    #expect(summary.exceedances[1].probabilityBelow.standardError == 0.05)
  }

  @Test func `a probability of 0 or 1 still has an error`() {
    // Wilson's 95 % interval for 0 of 10 reaches 0.2775; half of it over 1.96.
    let values = Array(Self.toHundred.prefix(10))
    let summary = SampleSummary(
      exactly: values, request: SketchRequest(percentiles: [], thresholds: [0, 11]), kernels: InstructionSet.detected.kernels)
    for exceedance in summary.exceedances {
      #expect(((exceedance.probabilityBelow.standardError ?? 0) - 0.2775 / 2 / 1.96).magnitude < 1e-4)
    }
  }

  /// Of zeros and ones everything is a function of the share p of ones, so the delta method has one closed form:
  /// |df/dp|·√(p(1 − p)/n).
  @Test(arguments: [0.1, 0.3, 0.8]) func `moments and errors of zeros and ones`(_ p: Double) {
    let n = 100_000
    let ones = Int((p * Double(n)).rounded())
    let values = [Double](repeating: 0, count: n - ones) + [Double](repeating: 1, count: ones)
    let summary = SampleSummary(
      exactly: values, request: SketchRequest(percentiles: []), kernels: InstructionSet.detected.kernels)
    let s = p * (1 - p)
    let shareError = (s / Double(n)).squareRoot()
    let skew = (1 - 2 * p) / s.squareRoot()
    let skewSlope = 2 / s.squareRoot() + (1 - 2 * p) * (1 - 2 * p) / (2 * s * s.squareRoot())
    #expect((summary.mean.value - p).magnitude < 1e-15)
    #expect((summary.skewness.value - skew).magnitude < 1e-12)
    // The sample variance has n − 1, the influence function n: 1/n apart.
    #expect(((summary.mean.standardError ?? 0) / shareError - 1).magnitude < 1e-5)
    #expect(((summary.skewness.standardError ?? 0) / (skewSlope * shareError) - 1).magnitude < 1e-9)
    let deviationSlope = (1 - 2 * p).magnitude / (2 * s.squareRoot())
    #expect(((summary.standardDeviation.standardError ?? 0) / (deviationSlope * shareError) - 1).magnitude < 1e-3)
  }

  @Test func `the histogram is of equal bins`() {
    let request = SketchRequest(percentiles: [], histogramBins: 10)
    let histogram = SampleSummary(exactly: Self.toHundred, request: request, kernels: InstructionSet.detected.kernels).histogram
    #expect(histogram.lower == 1 && histogram.upper == 100)
    #expect(histogram.counts == [UInt64](repeating: 10, count: 10))
  }
}

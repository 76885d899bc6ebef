import Statistics
import TestSupport
import Testing
import VectorMath

@Suite struct SketchEdgeTests {
  private static let request = SketchRequest(percentiles: [0, 5, 25, 50, 75, 95, 100], thresholds: [0, 1])

  /// No number of a summary is NaN, infinite or a negative zero.
  private func isSound(_ summary: SampleSummary) -> Bool {
    let estimates =
      [
        summary.mean, summary.standardDeviation, summary.skewness, summary.lowerShortfall.mean, summary.upperShortfall.mean,
      ] + summary.exceedances.map(\.probabilityBelow)
    var numbers = [summary.minimum, summary.maximum, summary.histogram.lower, summary.histogram.upper]
    numbers += estimates.map(\.value) + estimates.compactMap(\.standardError)
    for percentile in summary.percentiles {
      numbers += [percentile.value]
      if let interval = percentile.interval { numbers += [interval.lowerBound, interval.upperBound] }
    }
    return numbers.allSatisfy { $0.isFinite && !($0 == 0 && $0.sign == .minus) }
      && summary.histogram.counts.reduce(0, +) == UInt64(summary.draws)
  }

  @Test func `a percentile on an atom is the atom`() {
    var generator = Generator(seed: 11)
    // A fifth at 0, a fifth at 3, the rest spread between and above.
    let values = (0..<200_000).map { _ in
      let u = generator.uniform()
      return u < 0.2 ? 0 : u < 0.4 ? 3 : generator.uniform() * 10
    }
    let request = SketchRequest(percentiles: [1, 5, 19, 41, 50, 58])
    let sketched = sketch(values, request).summary()
    let exact = SampleSummary(exactly: values, request: request, kernels: InstructionSet.detected.kernels)
    // Ranks 20 … 38 % are below 3, 38 … 58 % at 3: percentile 58 is left to the accuracy test's tolerance.
    for index in 0..<3 { #expect(sketched.percentiles[index] == exact.percentiles[index]) }
    #expect(exact.percentiles[3].value == 3 && exact.percentiles[4].value == 3)
    #expect(sketched.percentiles[3] == exact.percentiles[3])
    #expect(sketched.percentiles[4] == exact.percentiles[4])
    #expect(sketched.percentiles[0].interval == 0...0)
  }

  @Test func `few values are told exactly`() {
    var generator = Generator(seed: 12)
    let levels = [-1.5, 0, 0.1, 7, 1e6]
    let values = (0..<100_000).map { _ in levels[Int(generator.uniform() * 5)] }
    let sketched = sketch(values, Self.request).summary()
    let exact = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
    #expect(sketched.percentiles == exact.percentiles)
    #expect(sketched.exceedances == exact.exceedances)
  }

  @Test(arguments: [0.0, -0.0, 5, -1e12, 1e-300, 0.1]) func `a constant is exact`(_ value: Double) {
    let values = [Double](repeating: value, count: 100_000)
    for summary in [
      sketch(values, Self.request).summary(),
      SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels),
    ] {
      #expect(isSound(summary))
      #expect(summary.percentiles.allSatisfy { $0.value == value })
      #expect(summary.percentiles[3].interval == value...value)
      #expect(summary.mean == Estimate(value, standardError: 0))
      #expect(summary.standardDeviation == Estimate(0, standardError: 0))
      #expect(summary.skewness == Estimate(0, standardError: 0))
      #expect(summary.lowerShortfall.mean == Estimate(value, standardError: 0))
      #expect(summary.upperShortfall.mean == Estimate(value, standardError: 0))
      #expect(summary.histogram.lower < value && value < summary.histogram.upper)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 59]) func `few draws`(_ count: Int) {
    let values = Shape.normal.draws(count, seed: 3)
    let exact = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
    let sketched = sketch(values, Self.request).summary()
    for summary in [exact, sketched] {
      #expect(isSound(summary))
      #expect(summary.draws == count)
      #expect(summary.percentiles.first?.value == values.min() && summary.percentiles.last?.value == values.max())
      #expect((summary.mean.standardError == nil) == (count == 1))
      #expect((summary.standardDeviation.standardError == nil) == (count < 4))
      #expect((summary.skewness.standardError == nil) == (count < 4))
      #expect((summary.percentiles[3].interval == nil) == (count < 6))
    }
  }

  @Test func `a small noise on a huge offset`() {
    let values = Shape.normal.draws(300_000, seed: 4).map { 1e12 + $0 }
    let sketched = sketch(values, Self.request).summary()
    let exact = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
    for (estimate, truth) in zip(sketched.percentiles, exact.percentiles) {
      // Doubles near 10¹² are 1.2e-4 apart, a twentieth of the Monte Carlo error.
      #expect((estimate.value - truth.value).magnitude <= 3 * truth.value.ulp)
    }
    #expect((sketched.standardDeviation.value - exact.standardDeviation.value).magnitude < 1e-9)
    #expect((sketched.mean.value - exact.mean.value).magnitude <= exact.mean.value.ulp)
  }

  @Test func `a pilot that tells nothing of the rest`() {
    let pilot = [Double](repeating: 5, count: 4096)
    let values = pilot + Shape.mixture.draws(50_000, seed: 8).map { $0 * 1e9 }
    let summary = sketch(values, Self.request).summary()
    #expect(isSound(summary))
    for (lower, upper) in zip(summary.percentiles, summary.percentiles.dropFirst()) { #expect(lower.value <= upper.value) }
    #expect(summary.minimum == values.min() && summary.maximum == values.max())
    let exact = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
    #expect((summary.mean.value - exact.mean.value).magnitude < 1e-9 * (exact.mean.standardError ?? 0))
  }

  @Test(arguments: [1e250, 1e-250]) func `any size of number`(_ size: Double) {
    let values = Shape.lognormal.draws(20_000, seed: 6).map { $0 * size }
    let sketched = sketch(values, Self.request).summary()
    let exact = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
    #expect(isSound(sketched) && isSound(exact))
    #expect((sketched.percentiles[3].value / exact.percentiles[3].value - 1).magnitude < 1e-3)
    #expect((sketched.standardDeviation.value / exact.standardDeviation.value - 1).magnitude < 1e-12)
  }

  @Test func `unusable draws are counted and left out`() {
    let good = Shape.normal.draws(5000, seed: 2)
    var bad = Array(good[4000..<4506])
    bad += [.nan, .infinity, -.infinity, 1e300, 1e200, .signalingNaN]
    let grid = SketchGrid(pilot: good + [.nan, .infinity], request: Self.request)
    var sketched = OutcomeSketch(grid)
    sketched.add(bad.span, kernels: InstructionSet.detected.kernels)
    #expect(sketched.nonFiniteCount == 6)
    #expect(sketched.draws == 506)
    #expect(isSound(sketched.summary()))
    var clean = OutcomeSketch(grid)
    clean.add(bad.span.extracting(0..<506), kernels: InstructionSet.detected.kernels)
    #expect("\(sketched.summary())" == "\(clean.summary())")
    #expect(SampleSummary.unusableCount(in: bad) == 5)
    var other = OutcomeSketch(SketchGrid(pilot: [.nan], request: Self.request))
    other.add([1.0, 2].span, kernels: InstructionSet.detected.kernels)
    #expect(isSound(other.summary()))
  }
}

import Statistics
import TestSupport
import Testing
import VectorMath

/// A standard error that one draw carries says nothing.
@Suite struct WithheldErrorTests {
  private static let request = SketchRequest(percentiles: [50])

  /// 999 draws that alternate between −1 and 1, and one of a given size.
  private func summaries(outlier: Double) -> [SampleSummary] {
    let values = (0..<999).map { $0.isMultiple(of: 2) ? 1.0 : -1 } + [outlier]
    return [
      SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels),
      sketch(values, Self.request).summary(),
    ]
  }

  /// The share of the outlier a in Σdᵏ is about aᵏ/(999 + aᵏ).
  ///
  /// Of 1,000 draws a quarter is the limit for the mean, and what normals may
  /// have 15 % and 45 % for the others: a² = 333, a⁴ = 176 and a⁶ = 811.
  @Test(arguments: [
    (2.9, true, true, true), (3.2, true, true, false), (3.9, true, false, false), (20, false, false, false),
  ])
  func `an error is withheld where one draw makes up too much of its sum`(
    _ outlier: Double, _ mean: Bool, _ deviation: Bool, _ skewness: Bool
  ) {
    for summary in summaries(outlier: outlier) {
      #expect((summary.mean.standardError != nil) == mean)
      #expect((summary.standardDeviation.standardError != nil) == deviation)
      #expect((summary.skewness.standardError != nil) == skewness)
      let told: [SampleSummary.MomentStatistic: Bool] = [.mean: mean, .standardDeviation: deviation, .skewness: skewness]
      #expect(
        summary.withheldErrors.filter { told[$0] != nil } == [.mean, .standardDeviation, .skewness].filter { told[$0] == false })
      // Such a law has the statistics themselves.
      #expect(summary.toldMean?.value == summary.mean.value && summary.toldSkewness?.value == summary.skewness.value)
    }
  }

  @Test(arguments: [
    (1.0, 0, 0), (1.5, 1, 0), (2, 1, 0), (2.5, 2, 1), (3.5, 3, 1), (4.5, 3, 2), (6.5, 3, 3),
  ])
  func `what rests on a missing moment is not told`(_ order: Double, _ values: Int, _ errors: Int) {
    var summary = SampleSummary(
      exactly: (0..<1000).map(Double.init), request: Self.request, kernels: InstructionSet.detected.kernels)
    summary.momentOrder = order
    let told = [summary.toldMean, summary.toldStandardDeviation, summary.toldSkewness].compactMap { $0 }
    #expect(told.count == values && told.count { $0.standardError != nil } == errors)
    let tails = [summary.toldLowerShortfall, summary.toldUpperShortfall].compactMap { $0 }
    #expect(tails.count == (order > 1 ? 2 : 0) && tails.allSatisfy { ($0.standardError != nil) == (order > 2) })
    #expect(summary.withheldErrors.isEmpty)
    // Bounded on one side it has the mean of the tail there, with its error.
    summary.boundedSides = .below
    #expect(summary.toldLowerShortfall?.standardError != nil && (summary.toldUpperShortfall != nil) == (order > 1))
    summary.boundedSides = .above
    #expect(summary.toldUpperShortfall?.standardError != nil && (summary.toldLowerShortfall != nil) == (order > 1))
  }

  /// Half of the draws −1 and half 1 but for one outlier a: it makes up aᵏ/(n − 1 + aᵏ), a twentieth of 10⁵ from aᵏ = 5,263 on.
  @Test(arguments: [(4.0, true, true), (4.3, true, false), (8.4, true, false), (8.7, false, false)])
  func `of many draws a twentieth is the limit for the standard deviation and the skewness`(
    _ outlier: Double, _ deviation: Bool, _ skewness: Bool
  ) {
    let values = (0..<99_999).map { $0.isMultiple(of: 2) ? 1.0 : -1 } + [outlier]
    let summary = sketch(values, Self.request).summary()
    #expect(summary.mean.standardError != nil)
    #expect((summary.standardDeviation.standardError != nil) == deviation)
    #expect((summary.skewness.standardError != nil) == skewness)
  }

  /// One normal sample in 100 or fewer goes without: of 400 samples more than 14 with a chance of 5·10⁻⁵ at that rate, and in truth
  /// it is one in some 500, by which 10 would be 10⁻⁸.
  @Test(arguments: [50, 100, 200, 400, 2_000])
  func `normal samples keep their errors, whatever their size`(_ count: Int) {
    var withheld: [SampleSummary.MomentStatistic: Int] = [:]
    var generator = Generator(seed: UInt64(count))
    for _ in 0..<400 {
      let values = (0..<count).map { _ in generator.normal() }
      for statistic in SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
        .withheldErrors
      {
        withheld[statistic, default: 0] += 1
      }
    }
    for statistic in [SampleSummary.MomentStatistic.mean, .standardDeviation, .skewness] {
      #expect(withheld[statistic, default: 0] <= 14, "\(statistic)")
    }
  }

  @Test func `draws that are all alike have errors only where they are many`() {
    for (count, hasError) in [(1, false), (10, false), (399, false), (400, true)] {
      let values = [Double](repeating: 7, count: count)
      for summary in [
        SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels),
        sketch(values, Self.request).summary(),
      ] {
        #expect((summary.mean.standardError == 0) == hasError && (summary.skewness.standardError == 0) == hasError)
        #expect((summary.standardDeviation.standardError == 0) == hasError)
        let image = summary.transformed(by: LinearImage(scale: -2, offset: 1), answering: Self.request)
        #expect(image.mean == Estimate(-13, standardError: summary.mean.standardError))
      }
    }
  }

  @Test func `a tail of one draw has no error`() {
    let summary = SampleSummary(
      exactly: (0..<10).map(Double.init), request: Self.request, kernels: InstructionSet.detected.kernels)
    #expect(summary.lowerShortfall.mean.standardError == nil && summary.upperShortfall.mean.standardError == nil)
  }
}

import Statistics
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

  /// The share of the outlier a in Σdᵏ is about aᵏ/(999 + aᵏ): over a twentieth from aᵏ = 53 on.
  @Test(arguments: [
    (1.5, true, true, true), (2.2, true, true, false), (3, true, false, false), (8, false, false, false),
  ])
  func `an error is withheld where one draw makes up a twentieth of its sum`(
    _ outlier: Double, _ mean: Bool, _ deviation: Bool, _ skewness: Bool
  ) {
    for summary in summaries(outlier: outlier) {
      #expect((summary.mean.standardError != nil) == mean)
      #expect((summary.standardDeviation.standardError != nil) == deviation)
      #expect((summary.skewness.standardError != nil) == skewness)
      #expect(summary.withheldErrorCount == [mean, deviation, skewness].count { !$0 })
      // Such a law has the statistics themselves.
      #expect(summary.toldMean?.value == summary.mean.value && summary.toldSkewness?.value == summary.skewness.value)
    }
  }

  @Test(arguments: [
    (1.0, 0, 0), (1.5, 1, 0), (2, 1, 0), (2.5, 2, 1), (3.5, 3, 1), (4.5, 3, 2), (6.5, 3, 3),
  ])
  func `what rests on a missing moment is not told`(_ order: Double, _ values: Int, _ errors: Int) {
    var summary = summaries(outlier: 1.5)[0]
    summary.momentOrder = order
    let told = [summary.toldMean, summary.toldStandardDeviation, summary.toldSkewness].compactMap { $0 }
    #expect(told.count == values && told.count { $0.standardError != nil } == errors)
    let tails = [summary.lowerShortfall, summary.upperShortfall].compactMap(summary.toldShortfall)
    #expect(tails.count == (order > 1 ? 2 : 0) && tails.allSatisfy { ($0.standardError != nil) == (order > 2) })
    #expect(summary.withheldErrorCount == 0)
  }
}

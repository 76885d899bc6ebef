import Statistics
import Testing
import VectorMath

@Suite struct NISTTests {
  private static let request = SketchRequest(percentiles: [50])

  /// Every datum is a decimal rounded to a double, so mean and deviation of the doubles are off by half an ulp of the largest
  /// datum at most; the rest is 15 certified digits.
  private func check(_ summary: SampleSummary, _ known: NISTData.Dataset) {
    let rounding = max(summary.maximum.magnitude, summary.minimum.magnitude).ulp / 2
    #expect((summary.mean.value - known.mean).magnitude <= rounding + 2e-15 * known.mean.magnitude)
    #expect(
      (summary.standardDeviation.value - known.standardDeviation).magnitude <= rounding + 4e-15 * known.standardDeviation)
    #expect(summary.draws == known.values.count)
  }

  @Test(arguments: NISTData.all) func `all draws at hand`(_ known: NISTData.Dataset) {
    check(SampleSummary(exactly: known.values, request: Self.request, kernels: InstructionSet.detected.kernels), known)
  }

  @Test(arguments: NISTData.all) func `through a sketch with a small pilot`(_ known: NISTData.Dataset) {
    var sketch = OutcomeSketch(SketchGrid(pilot: Array(known.values.prefix(40)), request: Self.request))
    for start in stride(from: 0, to: known.values.count, by: 512) {
      sketch.add(
        known.values.span.extracting(start..<min(start + 512, known.values.count)), kernels: InstructionSet.detected.kernels)
    }
    check(sketch.summary(), known)
  }
}

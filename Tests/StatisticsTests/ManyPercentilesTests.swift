import Statistics
import TestSupport
import Testing
import VectorMath

/// More percentiles than the bins were made for, and far ones, against the sorted draws.
@Suite struct ManyPercentilesTests {
  /// Errors from binning in standard errors of each percentile, of those that are not marked.
  private func errors(_ shape: Shape, _ percentiles: [Double], seed: UInt64) throws -> (errors: [Double], marked: Int) {
    let request = SketchRequest(percentiles: percentiles)
    let values = shape.draws(1_000_000, seed: seed)
    let sketched = sketch(values, request).summary()
    let exact = SampleSummary(exactly: values, request: request, kernels: InstructionSet.detected.kernels)
    var errors: [Double] = []
    for (estimate, truth) in zip(sketched.percentiles, exact.percentiles) where !estimate.isWidened {
      let interval = try #require(truth.interval)
      let standardError = (interval.upperBound - interval.lowerBound) / (2 * 1.96)
      errors.append((estimate.value - truth.value) / standardError)
    }
    return (errors, sketched.percentiles.count(where: \.isWidened))
  }

  /// The windows of so many want 1.4 times the bins there are: the root mean square error is 0.8 % times √1.4 and what is uneven.
  @Test(arguments: [Shape.normal, .lognormal, .mixture]) func `a thousand percentiles`(_ shape: Shape) throws {
    let found = try errors(shape, (1...999).map { Double($0) / 10 }, seed: 21)
    let meanSquare = found.errors.reduce(0) { $0 + $1 * $1 } / Double(found.errors.count)
    #expect(found.marked < 10)
    #expect(meanSquare.squareRoot() < 0.015)
  }

  @Test(arguments: [Shape.normal, .lognormal, .mixture]) func `far percentiles`(_ shape: Shape) throws {
    let found = try errors(shape, [0.001, 0.01, 0.1, 99.9, 99.99, 99.999], seed: 22)
    // Ten draws lie beyond the outermost: what is not marked there is in a bin of a fiftieth of the interval.
    #expect(found.errors.count >= 2 && found.errors.allSatisfy { $0.magnitude < 0.15 })
  }
}

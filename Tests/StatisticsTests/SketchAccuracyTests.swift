import Statistics
import Testing
import VectorMath

/// Sketches of a million draws against the sorted draws.
@Suite struct SketchAccuracyTests {
  private static let request = SketchRequest(percentiles: [1, 5, 10, 25, 50, 75, 90, 95, 99], thresholds: [0.5, 1])
  private static let repetitions = 3

  /// Errors are those of Brownian bridges, with a root mean square of at most 0.8 % of the Monte Carlo error by design.
  ///
  /// 81 of them a shape (9 percentiles with both ends of the interval, 3 repetitions, in different bins) have a mean square over
  /// (1 %)² by chance in at most 1 of 1,000 seeds (χ² of 81 degrees over 126); a single one is over 5 %, six standard deviations, in
  /// fewer than 1 of 10⁹.
  @Test(arguments: Shape.allCases) func `percentiles and intervals within a hundredth of their Monte Carlo error`(
    _ shape: Shape
  ) {
    var squares = 0.0
    var count = 0.0
    for seed in 1...Self.repetitions {
      let values = shape.draws(1_000_000, seed: UInt64(seed))
      let sketched = sketch(values, Self.request).summary()
      let exact = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
      for (estimate, truth) in zip(sketched.percentiles, exact.percentiles) {
        guard let interval = estimate.interval, let trueInterval = truth.interval else {
          Issue.record("a million draws have an interval for every percentile asked")
          continue
        }
        let monteCarloError = (trueInterval.upperBound - trueInterval.lowerBound) / (2 * 1.96)
        let errors = [
          estimate.value - truth.value, interval.lowerBound - trueInterval.lowerBound,
          interval.upperBound - trueInterval.upperBound,
        ]
        for error in errors.map({ $0 / monteCarloError }) {
          #expect(error.magnitude < 0.05, "percentile \(estimate.percent)")
          squares += error * error
          count += 1
        }
      }
    }
    #expect((squares / count).squareRoot() < 0.01)
  }

  /// All but percentiles is exact up to rounding (1e-9 leaves room for the cancellation in central moments of heavy tails),
  /// or in shortfalls of second order: a bin of probability 1/1000 or less around the quantile.
  @Test(arguments: Shape.allCases) func `everything else as of the sorted draws`(_ shape: Shape) {
    let values = shape.draws(300_000, seed: 77)
    let sketched = sketch(values, Self.request).summary()
    let exact = SampleSummary(exactly: values, request: Self.request, kernels: InstructionSet.detected.kernels)
    func agree(_ a: Double?, _ b: Double?, within tolerance: Double) -> Bool {
      // Errors that one draw carries are withheld from both.
      guard let a, let b else { return a == nil && b == nil }
      return (a - b).magnitude <= tolerance * max(b.magnitude, exact.mean.standardError ?? 0)
    }
    #expect(sketched.draws == exact.draws)
    #expect(sketched.minimum == exact.minimum && sketched.maximum == exact.maximum)
    #expect(sketched.exceedances == exact.exceedances)
    #expect(sketched.histogram.counts.reduce(0, +) == UInt64(values.count))
    for path in [\SampleSummary.mean, \.standardDeviation, \.skewness] {
      #expect(agree(sketched[keyPath: path].value, exact[keyPath: path].value, within: 1e-9))
      #expect(agree(sketched[keyPath: path].standardError, exact[keyPath: path].standardError, within: 1e-9))
    }
    for path in [\SampleSummary.lowerShortfall.mean, \.upperShortfall.mean] {
      let error = exact[keyPath: path].standardError
      let tolerance = error.map { 1e-3 * $0 } ?? 1e-6 * exact[keyPath: path].value.magnitude
      #expect((sketched[keyPath: path].value - exact[keyPath: path].value).magnitude < tolerance)
      #expect(agree(sketched[keyPath: path].standardError, error, within: 0.01))
    }
  }

  @Test func `the histogram counts the draws between its bounds`() {
    let values = Shape.normal.draws(100_000, seed: 5)
    let histogram = sketch(values, Self.request).summary().histogram
    let width = (histogram.upper - histogram.lower) / Double(histogram.counts.count)
    for (index, count) in histogram.counts.enumerated() {
      let lower = index == 0 ? -Double.infinity : histogram.lower + Double(index) * width
      let upper = index == 39 ? Double.infinity : histogram.lower + Double(index + 1) * width
      // Edges are rounded to 2⁻²⁵ of a cell, so that at 100,000 draws the chance of a draw between is 1 in 10⁵ an edge.
      #expect(abs(Int(count) - values.count { $0 >= lower && $0 < upper }) <= 1)
    }
  }

  @Test func `rare percentiles degrade gently`() {
    let request = SketchRequest(percentiles: [0.01, 0.1, 99.9, 99.99])
    for shape in Shape.allCases {
      let values = shape.draws(1_000_000, seed: 9)
      let exact = SampleSummary(exactly: values, request: request, kernels: InstructionSet.detected.kernels)
      for (estimate, truth) in zip(sketch(values, request).summary().percentiles, exact.percentiles) {
        guard let interval = truth.interval else {
          Issue.record("a million draws have an interval for percentile \(truth.percent)")
          continue
        }
        #expect((estimate.value - truth.value).magnitude < (interval.upperBound - interval.lowerBound) / 4)
      }
    }
  }

  @Test func `a sketch of nine percentiles and its grid take less than 150 KB`() {
    for shape in Shape.allCases {
      let sketch = OutcomeSketch(SketchGrid(pilot: shape.draws(4096, seed: 3), request: Self.request))
      #expect(sketch.byteCount + sketch.grid.byteCount < 150_000)
    }
  }
}

import Statistics
import Testing

@Suite("The distance of two samples")
struct SampleDistanceTests {
  private static let pairs: [(a: [Double], b: [Double], difference: Double)] = [
    ([1, 2, 3], [1, 2, 3], 0), ([1, 2], [3, 4], 1), ([3, 4], [1, 2], 1), ([1, 3], [2, 4], 0.5), ([1, 1, 2], [1], 1.0 / 3),
    ([0, 0, 0, 1], [0, 1, 1, 1], 0.5), ([2], [1, 2, 3, 4], 0.5),
  ]

  @Test("It is the largest step between the distribution functions, ties taken together", arguments: pairs)
  func difference(a: [Double], b: [Double], expected: Double) {
    #expect((SampleDistance(between: a, and: b).largestDifference - expected).magnitude < 1e-15)
  }

  /// With 100 and 100 values and a chance of 1 % the bound is √(ln 200/(2·50)) = 0.2302.
  @Test("A difference is beyond chance from the bound on")
  func chance() {
    let a = (0..<100).map(Double.init)
    #expect(SampleDistance(between: a, and: a.map { $0 + 24 }).exceedsChance(0.01))
    #expect(!SampleDistance(between: a, and: a.map { $0 + 23 }).exceedsChance(0.01))
    #expect(!SampleDistance(between: [1], and: a).exceedsChance(0.01))
  }
}

import BenchmarkKit
import Testing

@Suite("Comparing with earlier results")
struct ComparisonTests {
  private func change(from old: Double, to new: Double, spread: (Double, Double) = (0.01, 0.01)) -> Comparison.Change? {
    let earlier = Fixture.report([Fixture.result("a", old, spread: spread.0)])
    let report = Fixture.report([Fixture.result("a", new, spread: spread.1)])
    return Comparison(report, with: earlier).rows.first?.change
  }

  @Test("5 % is the least change, in both directions alike")
  func threshold() {
    #expect(change(from: 100, to: 104.9) == .same)
    #expect(change(from: 100, to: 105.1) == .slower)
    #expect(change(from: 105.1, to: 100) == .faster)
    #expect(change(from: 104.9, to: 100) == .same)
  }

  @Test("Where minimum and median are apart, three times that distance is needed, whichever run it is")
  func noise() {
    #expect(change(from: 100, to: 114, spread: (0.05, 0.01)) == .same)
    #expect(change(from: 100, to: 114, spread: (0.01, 0.05)) == .same)
    #expect(change(from: 100, to: 116, spread: (0.05, 0.05)) == .slower)
  }

  @Test("What is new has no ratio, what is gone is named, and a changed unit is another benchmark")
  func membership() {
    let earlier = Fixture.report([Fixture.result("gone", 1), Fixture.result("b", 1, unit: .megabytes)])
    let comparison = Comparison(Fixture.report([Fixture.result("a", 1), Fixture.result("b", 1)]), with: earlier)
    #expect(comparison.rows.map(\.change) == [.new, .new])
    #expect(comparison.rows.allSatisfy { $0.ratio == nil })
    #expect(comparison.missing == ["gone"])
    #expect(!comparison.hasSlower)
  }

  @Test("One that got slower is enough, however many got faster")
  func hasSlower() {
    let earlier = Fixture.report([Fixture.result("a", 1), Fixture.result("b", 1)])
    #expect(Comparison(Fixture.report([Fixture.result("a", 0.5), Fixture.result("b", 2)]), with: earlier).hasSlower)
    #expect(!Comparison(Fixture.report([Fixture.result("a", 0.5), Fixture.result("b", 1)]), with: earlier).hasSlower)
  }
}

import Analysis
import Distributions
import Statistics
import TariffModel
import Testing
import VectorMath

@Suite("What a result depends on")
struct InvarianceTests {
  /// Draws that fill some blocks and part of the last one.
  private let plan = Plan(
    draws: 20_011, seed: 3, thresholds: [Plan.Threshold(outcome: .exportRevenue, value: 170)], reportsLines: true)

  @Test("The number of threads changes nothing, to the last bit", arguments: [2, 3, 7])
  func threads(count: Int) throws {
    let study = try richStudy()
    #expect(try run(study, plan, threads: count).everything == run(study, plan, threads: 1).everything)
  }

  @Test("The number of threads changes nothing where all draws are kept", arguments: [2, 3, 7])
  func threadsOfSmallRuns(count: Int) throws {
    let study = try richStudy()
    var small = plan
    small.draws = 9_001
    #expect(try run(study, small, threads: count).everything == run(study, small, threads: 1).everything)
  }

  @Test("The seed changes the draws, and 0 is a seed")
  func seeds() throws {
    let study = try richStudy()
    var other = plan
    other.seed = 0
    let zero = try run(study, other)
    #expect(try run(study, plan).everything != zero.everything)
    #expect(try run(study, other).everything == zero.everything)
  }

  /// Compares the revenue of the lines both studies have, in the scenario both have.
  private func expectSameLines(_ small: Study, _ large: Study, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (a, b) = (try run(small, plan), try run(large, plan))
    for line in small.exports {
      let (x, y) = (
        try a.summary(.exportRevenue, slice: .line(line.id)), try b.summary(.exportRevenue, slice: .line(line.id))
      )
      #expect(x.mean == y.mean, sourceLocation: sourceLocation)
      #expect(x.percentiles == y.percentiles, sourceLocation: sourceLocation)
    }
  }

  @Test("An added line moves no other line's draws: independent, in a group, with loadings, last in a matrix")
  func addedLines() throws {
    let (small, large) = (study(try lines(2)), study(try lines(3)))
    try expectSameLines(small, large)
    let matrix = [[1, 0.4, 0.2], [0.4, 1, 0.3], [0.2, 0.3, 1]]
    let structures: [(Int) -> Dependence.Structure] = [
      { _ in .group(correlation: 0.5) },
      { .loadings(factors: ["f", "g"], rows: Array([[0.5, 0.2], [0.1, 0.9], [0.3, 0.3]].prefix($0))) },
      { count in .matrix(matrix.prefix(count).map { Array($0.prefix(count)) }) },
    ]
    for structure in structures {
      var (a, b) = (small, large)
      a.dependence = [Dependence(name: "d", members: members(2), structure: structure(2))]
      b.dependence = [Dependence(name: "d", members: members(3), structure: structure(3))]
      try expectSameLines(a, b)
    }
  }

  @Test("An added scenario moves no other scenario's draws, and equal scenarios are equal")
  func addedScenarios() throws {
    let one = try richStudy()
    var two = one
    two.scenarios.insert(PolicyScenario(name: "copy", measures: one.scenarios[0].measures), at: 0)
    two.scenarios.append(PolicyScenario(name: "none"))
    try expectSameLines(one, two)
    let result = try run(two, plan)
    #expect(try result.summary(.exportRevenue, scenario: "copy").mean == result.summary(.exportRevenue).mean)
    #expect(try result.summary(.exportRevenueChange, scenario: "none").maximum == 0)
  }

  @Test("Outcomes come in the order of scenarios, outcomes and slices")
  func order() throws {
    let result = try run(try richStudy(), plan)
    let keys = result.outcomes.map(\.key)
    #expect(Set(keys).count == keys.count)
    var expected: [OutcomeSlice] = [.total, .group("first"), .group("rest")]
    expected += (0..<5).map { .line("\($0)") }
    #expect(keys.filter { $0.outcome == .exportRevenue }.map(\.slice) == expected)
    #expect(keys.filter { $0.outcome == .balance }.map(\.slice) == [.total])
    #expect(
      keys.compactMap { Outcome.allCases.firstIndex(of: $0.outcome) }
        == keys.compactMap { Outcome.allCases.firstIndex(of: $0.outcome) }.sorted())
  }

  @Test("Every run size is counted in full", arguments: [1, 2, 511, 512, 513, 4096, 4097, 16_384, 16_385, 20_000])
  func drawCounts(draws: Int) throws {
    let result = try run(try richStudy(), Plan(draws: draws, seed: 3))
    let summary = try result.summary(.exportRevenue)
    #expect(summary.draws == draws)
    #expect(summary.histogram.counts.reduce(0, +) == UInt64(draws))
    #expect(summary.minimum <= summary.mean.value && summary.mean.value <= summary.maximum)
  }

  @Test("A run that is asked to stop says how far it was")
  func cancellation() throws {
    let model = try CompiledModel(try richStudy())
    do throws(SimulationError) {
      _ = try simulate(
        model, plan: Plan(draws: 1_000_000), threads: 2, kernels: .init(.detected), isCancelled: { true })
      Issue.record("the run was not stopped")
    } catch {
      guard case .cancelled(let done) = error else { throw error }
      #expect(done > 0 && done < 1_000_000)
    }
  }
}

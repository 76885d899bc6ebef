import Distributions
import Expressions
import Simulation
import Statistics
import Testing
import VectorMath

/// Tails that are known.
///
/// An estimate is to lie within 7 standard errors, which it leaves with probability 3e-12; seeds are fixed.
@Suite("Probabilities of rare events")
struct RareEventTests {
  private let graph = ExpressionGraph()
  private let conduct = InputConduct(threads: 2)

  private func event(
    _ function: Expression, _ relation: ObservedEvent.Relation, _ level: Double, draws: Int = 16_384, seed: UInt64 = 3
  ) throws -> RareEvent {
    let view = try #require(function.outputView)
    let operand = Operand(output: OutputPlace(number: 0), scale: view.scale, offset: view.offset, isRatio: false)
    return RareEvent(
      BlockProgram(graph: graph, outputs: [view.column]), target: .init(operand), relation, level, draws: draws, seed: seed,
      kernels: KernelChoice(.detected))
  }

  private func estimate(_ event: RareEvent) throws -> WeightedProbability {
    let shift = try #require(RareShift.find(event, conduct: conduct))
    let found = try #require(event.estimate(shift, conduct: conduct))
    #expect(found.unusable == 0 && found.probability.draws == event.draws)
    return found.probability
  }

  private func expect(_ found: WeightedProbability, _ truth: Double, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      (found.value - truth).magnitude <= 7 * found.standardError, "\(found.value) ± \(found.standardError), truly \(truth)",
      sourceLocation: sourceLocation)
    #expect(!found.isDegenerate && found.standardError < 0.1 * truth, sourceLocation: sourceLocation)
  }

  /// The mean of ten normals times √10 is standard normal; Φ(−3), Φ(−4.5) and Φ(−6) to 16 digits (mpmath).
  @Test(
    "Normal tails, of either side",
    arguments: [(3.0, 1.349898031630095e-3), (4.5, 3.397673124730060e-6), (6, 9.865876450376981e-10)])
  func normalTails(distance: Double, truth: Double) throws {
    let z = (0..<10).map { graph.standardNormal(stream: "\($0)") }
    let sum = graph.sum(z) * (1 / Double(10).squareRoot())
    for (relation, level) in [(ObservedEvent.Relation.below, -distance), (.atLeast, distance)] {
      let found = try estimate(event(sum, relation, level))
      expect(found, truth)
      #expect(found.plainDraws > 0.3 / truth * 16_384 / 100)
    }
  }

  /// The sum of two uniforms lies below 0.004 with probability 0.004²/2.
  @Test("Uniform inputs are shifted by the normals behind them")
  func uniforms() throws {
    let u = try (0..<2).map { graph.draw(try .uniform(lower: 0, upper: 1), stream: "u\($0)") }
    expect(try estimate(event(u[0] + u[1], .below, 0.004)), 8e-6)
  }

  /// |z| > 4 happens on both sides, and a shift goes to one: an eighth of the draws stays, and no draw counts more than eightfold.
  @Test("An event on two sides is never told surer than it is: its weights stay bounded")
  func twoSides() throws {
    let z = graph.standardNormal(stream: "z")
    let found = try event(maximum(z, -z), .above, 2.5)
    let shift = RareShift.find(found, conduct: conduct)
    let (probability, _) = try #require(found.estimate(shift, conduct: conduct))
    // 2·Φ(−2.5)
    #expect((probability.value - 0.012419330651552265).magnitude <= 7 * probability.standardError)
  }

  @Test("What cannot happen has no shift")
  func impossible() throws {
    let u = graph.draw(try .uniform(lower: 0, upper: 1), stream: "u")
    #expect(try RareShift.find(event(u, .above, 2), conduct: conduct) == nil)
  }

  @Test("Neither the shift nor the estimate depends on threads")
  func threads() throws {
    let sum = graph.standardNormal(stream: "a") * 3 + graph.standardNormal(stream: "b")
    let event = try event(sum, .below, -13, draws: 9_001)
    let all = try [1, 2, 3, 7].map { threads in
      let conduct = InputConduct(threads: threads)
      let shift = try #require(RareShift.find(event, conduct: conduct))
      let found = try #require(event.estimate(shift, conduct: conduct)).probability
      return (shift, [found.value, found.standardError, found.effectiveHits])
    }
    for other in all.dropFirst() { #expect(other.0 == all[0].0 && other.1 == all[0].1) }
  }

  /// Intervals of Φ(−4) over 200 seeds of 2,048 draws: were they to hold it in 92 %, fewer than 155 would have probability
  /// 2e-10.
  @Test("The interval holds the truth as often as it says")
  func coverage() throws {
    let sum = graph.standardNormal(stream: "a") + graph.standardNormal(stream: "b")
    let shift = try #require(RareShift.find(event(sum, .below, -4 * Double(2).squareRoot()), conduct: conduct))
    var held = 0
    for seed in 0..<200 {
      let own = try event(sum, .below, -4 * Double(2).squareRoot(), draws: 2_048, seed: UInt64(500 + seed))
      if try #require(own.estimate(shift, conduct: conduct)).probability.interval.contains(3.167124183311992e-5) { held += 1 }
    }
    #expect((155..<200).contains(held), "\(held) of 200")
  }
}

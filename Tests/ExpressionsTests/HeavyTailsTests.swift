import Distributions
import Expressions
import Testing

/// Orders of moments by arithmetic on a law whose tail has order α: a power d of it has order α/d.
@Suite struct HeavyTailsTests {
  private func order(_ write: (ExpressionGraph, Expression) throws -> Expression) throws -> Double {
    let graph = ExpressionGraph()
    let x = graph.draw(try .studentT(degreesOfFreedom: 3).truncated(lower: 0), stream: "x")
    let column = try #require(try write(graph, x).outputView).column
    return HeavyTails(graph).limits(of: column).map(\.order).min() ?? .infinity
  }

  @Test func `powers divide the order`() throws {
    #expect(try order { $1 * -2 + 5 } == 3)
    #expect(try order { $1 * $1 } == 1.5)
    #expect(try order { exp(log($1 + 1) * 0.5) } == 6)
    #expect(try order { exp(log($1 + 1) * 3) } == 1)
    #expect(try order { exp($1) } == 0)
  }

  @Test func `what is bounded, or a logarithm, has all moments`() throws {
    #expect(try order { log($1 + 1) } == .infinity)
    #expect(try order { exp($1 * -1) } == .infinity)
    #expect(try order { $0.constant(1) / ($1 + 1) } == .infinity)
    #expect(try order { $1 / ($1 + 1) } == .infinity)
    #expect(try order { $1 * $1 / ($1 + 1) } == 3)
  }

  @Test func `an independent factor changes nothing, and a second heavy input its own share`() throws {
    #expect(try order { $1 * $0.draw(try .lognormal(mean: 1, standardDeviation: 1), stream: "y") } == 3)
    #expect(try order { $1 * $0.draw(try .studentT(degreesOfFreedom: 2).truncated(lower: 0), stream: "y") } == 2)
    #expect(try order { $1 / $0.draw(try .lognormal(mean: 1, standardDeviation: 1), stream: "y") } == 3)
  }
}

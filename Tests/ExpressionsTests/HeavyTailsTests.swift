import Distributions
import Expressions
import LinearAlgebra
import Testing

/// Orders of moments by arithmetic on a law whose tail has order α: a power d of it has order α/d.
@Suite struct HeavyTailsTests {
  private func order(_ write: (ExpressionGraph, Expression) throws -> Expression) throws -> Double {
    let graph = ExpressionGraph()
    let x = graph.draw(try .studentT(degreesOfFreedom: 3).truncated(lower: 0), stream: "x")
    let column = try #require(try write(graph, x).outputView).column
    return MomentLimits(graph).limits(of: column).map(\.order).min() ?? .infinity
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

  /// The order of a column of two inputs, which have the order 3 and are correlated or not.
  private func order(
    correlation: Double, _ write: (Expression, Expression) throws -> Expression
  ) throws -> Double {
    let graph = ExpressionGraph()
    let half = try Distribution.studentT(degreesOfFreedom: 3).truncated(lower: 0)
    let factor = Matrix(rows: [[1, 0], [correlation, (1 - correlation * correlation).squareRoot()]])
    let normals =
      correlation == 0
      ? ["x", "y"].map(graph.standardNormal) : graph.correlatedNormals(streams: ["x", "y"], factor: factor)
    let column = try #require(
      try write(graph.draw(half, gaussian: normals[0]), graph.draw(half, gaussian: normals[1])).outputView
    ).column
    return MomentLimits(graph).limits(of: column).map(\.order).min() ?? .infinity
  }

  /// Of two normals with correlation r the product has the order α/(1 + r): 1.5 where r nears 1.
  @Test func `a product of dependent heavy inputs may have half the order, a sum keeps it`() throws {
    #expect(try order(correlation: 0) { $0 * $1 } == 3)
    #expect(try order(correlation: 0.99) { $0 * $1 } == 1.5)
    #expect(try order(correlation: 0.99) { $0 + 2 * $1 } == 3)
    #expect(try order(correlation: 0.99) { ($0 + $1) * $1 } == 1.5)
  }

  /// P(min > t) falls like t⁻⁶, not faster: there is no sixth moment, and none is claimed beyond the third.
  @Test func `the lesser of two heavy inputs is heavy`() throws {
    #expect(try order(correlation: 0) { minimum($0, $1) } == 3)
    #expect(try order(correlation: 0) { minimum($0 * $0, $1) } == 3)
    #expect(try order(correlation: 0) { x, _ in minimum(x, x.graph.constant(5)) } == .infinity)
    #expect(try order(correlation: 0) { maximum($0, $1) } == 3)
  }

  /// A mean duty lies between the lowest and the highest, whatever is traded.
  @Test func `a mean weighted by heavy inputs has all moments`() throws {
    for correlation in [0, 0.99] {
      #expect(try order(correlation: correlation) { (0.1 * $0 + 0.3 * $1) / ($0 + $1) } == .infinity)
      #expect(try order(correlation: correlation) { 100 * ($0 / (2 * $0 + $1 + 5)) } == .infinity)
      #expect(
        try order(correlation: correlation) { x, y in
          let duty = x.graph.draw(try .uniform(lower: 0, upper: 0.5), stream: "duty")
          return (x * duty + 0.1 * y) / (x + y)
        } == .infinity)
      // A heavy factor is none of a mean.
      #expect(try order(correlation: correlation) { ($0 * $1 + $1) / ($0 + $1) } <= 3)
    }
  }

  /// xy/(x + y) lies between half the lesser of the two and the lesser.
  @Test func `a quotient by a sum takes the growth of one of its parts only`() throws {
    #expect(try order(correlation: 0) { $0 * $1 / ($0 + $1) } == 3)
    #expect(try order(correlation: 0) { $0 / ($0 + $1) } == .infinity)
  }
}

import Distributions
import Expressions
import Glibc
import TestSupport
import Testing

/// Σ exp(−ε·ln τ) with ε = exp(s·z): blocks whose elasticities are small enough take exponents as they are, others hold them.
@Suite("Exponents that are held where they must be")
struct TameExponentialTests {
  private let fixture = ProgramFixture()

  @Test("Whatever the spread of the elasticities, a term is that of its exponent, and never garbage", arguments: [0.5, 3, 30])
  func sums(spread: Double) throws {
    let graph = fixture.graph
    let tau = 1 + 0.25 * graph.draw(try .uniform(lower: 0, upper: 1), stream: "rate")
    let lines = (0..<4).map { line in
      let elasticity = exp(graph.standardNormal(stream: "\(line)") * spread)
      return power(tau, -elasticity) * Double(line + 1)
    }
    let total = graph.sum(lines)
    let program = BlockProgram(graph: graph, outputs: [try #require(total.outputView?.column)])
    #expect(program.passes.contains { $0.kernel == "addScaledExponentialOfProduct" })
    for (draw, value) in fixture.draws(of: [total], blocks: 8)[0].enumerated() {
      let logarithm = Glibc.log(1 + 0.25 * fixture.uniform("rate", draw))
      let expected = (0..<4).reduce(0.0) { sum, line in
        let exponent = -Glibc.exp(fixture.normal("\(line)", draw) * spread) * logarithm
        // The relative error of a power is that of its exponent, of some 10⁻¹⁴, times its size; what is smaller than e⁻³⁶ is lost.
        return sum + Double(line + 1) * (exponent < -700 ? 0 : Glibc.exp(exponent))
      }
      #expect(abs(value - expected) <= 1e-12 * max(expected, 1e-9), "draw \(draw)")
    }
  }
}

import Distributions
import Expressions
import Testing

/// Sums of products of rates, factors and values.
@Suite("Rated products")
struct RatedProductTests {
  @Test("The sum is that of its products, with rates that are certain, nearly equal, drawn, and on drawn bases")
  func sum() throws {
    let fixture = ProgramFixture()
    let graph = fixture.graph
    let draws = try (0..<6).map { graph.draw(try .uniform(lower: 0.5, upper: 2), stream: "x\($0)") }
    let factors = [draws[0] + 0.5, draws[1] * 2, graph.constant(0.75)]
    let bases = [0, 0.032, 0.065, 0.12, 0.16].map { graph.constant($0) } + [draws[2] * 0.01]
    var products: [RatedProduct] = []
    for (index, base) in bases.enumerated() {
      for factor in factors {
        for added in [graph.constant(0), graph.constant(0.1), draws[3] * 0.5 + 0.1] {
          products.append(
            RatedProduct(rate: base + added, base: base, factor: factor, value: draws[4] * Double(index + 1) + draws[5]))
        }
      }
    }
    let columns = fixture.draws(of: [graph.sum(ofRated: products), graph.sum(products.map { $0.rate * $0.factor * $0.value })])
    // All terms are positive, 54 of them, each rounded a few times by 2⁻⁵³.
    for (found, expected) in zip(columns[0], columns[1]) { #expect(abs(found - expected) <= 1e-13 * expected) }
  }
}

import Distributions
import Expressions
import Testing

@Suite("Folding and sharing")
struct ExpressionFoldingTests {
  private let graph = ExpressionGraph()

  private func x() throws -> Expression { graph.draw(try .uniform(lower: 0, upper: 1), stream: "x") }

  @Test("Arithmetic on constants happens while it is written")
  func constants() {
    let (two, three) = (graph.constant(2), graph.constant(3))
    #expect((two + three).constantValue == 5)
    #expect((two - three).constantValue == -1)
    #expect((two * three).constantValue == 6)
    #expect((two / three).constantValue == 2.0 / 3)
    #expect(exp(graph.constant(0)).constantValue == 1)
    #expect(log(graph.constant(1)).constantValue == 0)
    #expect(maximum(two, three).constantValue == 3)
    #expect(minimum(two, three).constantValue == 2)
    #expect(select(two, atLeast: three, then: two, else: three).constantValue == 3)
    #expect(select(three, atLeast: three, then: two, else: three).constantValue == 2)
    #expect(graph.sum([two, three, two]).constantValue == 7)
    #expect(graph.sum([]).constantValue == 0)
  }

  /// Columns that only told where a ratio is not defined, which is nowhere, were a third of those of a shipped scenario.
  @Test("A ratio to what the generator can make nothing in no draw is a plain ratio")
  func plainRatio() throws {
    let demand = graph.draw(try .lognormal(mean: 1.6, standardDeviation: 0.5), stream: "demand")
    let sold = exp(demand * -0.5)
    #expect(ratio(sold * 0.19, to: sold).constantValue == 0.19)
    // A tenth of the draws of e⁻ᵗ are below the least normal number.
    let lost = exp(graph.draw(try .exponential(mean: 300), stream: "lost") * -1)
    #expect(ratio(lost * 0.19, to: lost).constantValue == nil)
    let gone = maximum(1 - 2 * (try x()), graph.constant(0))
    #expect(ratio(gone * 0.19, to: gone).constantValue == nil)
    #expect(ratio(gone, to: gone + 1) == gone / (gone + 1))
  }

  @Test("What differs by constants is one column")
  func views() throws {
    let x = try x()
    let view = try #require((100 * ((2 * x + 3) - 3) / 2).outputView)
    #expect(view.column == x.outputView?.column)
    #expect(view.scale == 100 * (x.outputView?.scale ?? 0))
    #expect((x - x).constantValue == 0)
    #expect((x * 0).constantValue == 0)
    #expect((2 * x / x).constantValue == 2)
    #expect(((1 + x) / (x + 1)).constantValue == 1)
    #expect((x + x).outputView?.column == x.outputView?.column)
  }

  @Test("Equal parts are one node, whoever writes them")
  func interning() throws {
    let first = try exp(x() * -2) + log(1 + x())
    let second = try exp(x() * -2) + log(1 + x())
    #expect(first.outputView?.column == second.outputView?.column)
    #expect(try (x() * exp(x())).outputView?.column == (exp(x()) * x()).outputView?.column)
  }

  @Test("Thousands of parts are told apart and found again")
  func manyNodes() throws {
    let x = try x()
    func write() -> [OutputColumn?] {
      (1...5_000).flatMap { number -> [OutputColumn?] in
        let rate = Double(number)
        return [exp(x * rate), log(x + rate), 1 / (x + rate)].map { $0.outputView?.column }
      }
    }
    let first = write()
    #expect(Set(first).count == 15_000)
    #expect(write() == first)
    // Both zeros are one number.
    #expect(maximum(x, graph.constant(0.0)).outputView?.column == maximum(x, graph.constant(-0.0)).outputView?.column)
  }
}

import Distributions
import Expressions
import Testing

@Suite("Block programs")
struct BlockProgramTests {
  private let fixture = ProgramFixture()

  private func uniform(_ path: String) throws -> Expression {
    fixture.graph.draw(try .uniform(lower: 0, upper: 1), stream: path)
  }

  /// Largest relative difference; a handful of roundings and the kernels' own errors, each a few units of 2⁻⁵³.
  private let tolerance = 2e-14

  private func expectDraws(
    _ expression: Expression, equal reference: (Double, Double, Double) -> Double, _ name: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let values = fixture.draws(of: [expression], blocks: 2)[0]
    #expect(values.count == 2 * BlockProgram.drawsPerBlock, name, sourceLocation: sourceLocation)
    for (draw, value) in values.enumerated() {
      let expected = reference(fixture.uniform("x", draw), fixture.uniform("y", draw), fixture.uniform("z", draw))
      let difference = abs(value - expected)
      if difference <= tolerance * max(1, abs(expected)) { continue }
      Issue.record("\(name): draw \(draw) is \(value), not \(expected)", sourceLocation: sourceLocation)
      return
    }
  }

  @Test("Every operation computes what it says")
  func operations() throws {
    let (x, y, z) = (try uniform("x"), try uniform("y"), try uniform("z"))
    expectDraws(x, equal: { x, _, _ in x }, "uniform")
    expectDraws(3 * x - 1, equal: { x, _, _ in 3 * x - 1 }, "view")
    expectDraws(x + 2 * y - z, equal: { x, y, z in x + 2 * y - z }, "sum of three")
    expectDraws(x - y + 4, equal: { x, y, _ in x - y + 4 }, "sum of two")
    expectDraws(2 * x * (3 * y), equal: { x, y, _ in 6 * x * y }, "product of views")
    expectDraws((x + 1) * (y + 2), equal: { x, y, _ in (x + 1) * (y + 2) }, "product with offsets")
    expectDraws(x * x, equal: { x, _, _ in x * x }, "square")
    expectDraws(2 * x / (4 * y + 1), equal: { x, y, _ in 2 * x / (4 * y + 1) }, "quotient")
    expectDraws((x + 3) / (2 + y), equal: { x, y, _ in (x + 3) / (2 + y) }, "quotient with offsets")
    expectDraws(3 / (1 + y), equal: { _, y, _ in 3 / (1 + y) }, "reciprocal")
    expectDraws(exp(2 * x - 1), equal: { x, _, _ in exponential(2 * x - 1) }, "exponential")
    expectDraws(exp(x - 2 * y + 0.5), equal: { x, y, _ in exponential(x - 2 * y + 0.5) }, "exponential of a sum of two")
    expectDraws(log(1 + 3 * x), equal: { x, _, _ in logarithm(1 + 3 * x) }, "logarithm")
    expectDraws(power(1 + x, -2 * y), equal: { x, y, _ in exponential(-2 * y * logarithm(1 + x)) }, "power")
    expectDraws(maximum(x, y), equal: { x, y, _ in max(x, y) }, "maximum")
    expectDraws(minimum(x - 0.5, fixture.graph.constant(0)), equal: { x, _, _ in min(x - 0.5, 0) }, "minimum with a constant")
    expectDraws(select(x, atLeast: y, then: z, else: -z), equal: { x, y, z in x >= y ? z : -z }, "selection")
  }

  @Test("Exponentials and powers that one sum reads are the same as computed apart")
  func inlining() throws {
    let (x, y, z) = (try uniform("x"), try uniform("y"), try uniform("z"))
    let inlined = fixture.graph.sum([
      2 * exp(-x), 3 * exp(0.5 - 2 * y + z), 4 * power(1 + 0.3 * x, -2 * y), 5 * exp(1 + 0.1 * z), z,
    ])
    expectDraws(
      inlined,
      equal: { x, y, z in
        2 * exponential(-x) + 3 * exponential(0.5 - 2 * y + z) + 4 * exponential(-2 * y * logarithm(1 + 0.3 * x))
          + 5 * exponential(1 + 0.1 * z) + z
      }, "inlined terms")
  }

  @Test("A term that two sums and an output read is computed once for all")
  func sharedTerms() throws {
    let (x, y, z) = (try uniform("x"), try uniform("y"), try uniform("z"))
    let term = exp(-2 * x)
    let first = fixture.graph.sum([term, y, z])
    let second = fixture.graph.sum([3 * term, exp(-y), 2 * z])
    let draws = fixture.draws(of: [first, second, term, first * second])
    for draw in draws[0].indices {
      let (x, y, z) = (fixture.uniform("x", draw), fixture.uniform("y", draw), fixture.uniform("z", draw))
      let expected = [exponential(-2 * x) + y + z, 3 * exponential(-2 * x) + exponential(-y) + 2 * z, exponential(-2 * x)]
      for (value, wanted) in zip(draws.map { $0[draw] }, expected + [expected[0] * expected[1]]) {
        #expect(abs(value - wanted) <= tolerance * 10)
      }
    }
  }

  /// 75 lines fill two tiles of 32 and part of a third; three lines are too few for a product.
  @Test("Lines that the same sums read are added by products, to the same sums", arguments: [3, 32, 75])
  func aggregation(lines: Int) throws {
    let x = try uniform("x")
    func line(_ index: Int) throws -> Expression { exp(try uniform("line \(index)") * -0.5) }
    func first(_ index: Int) -> Double { 1 + Double(index) }
    func second(_ index: Int) -> Double { 3 - 0.1 * Double(index) }
    let revenue = fixture.graph.sum(try (0..<lines).map { try line($0) * first($0) } + [x, fixture.graph.constant(7)])
    let duty = fixture.graph.sum(try (0..<lines).map { try line($0) * second($0) } + [2 * x])
    let draws = fixture.draws(of: [revenue, duty, revenue * duty])
    for draw in draws[0].indices {
      let values = (0..<lines).map { exponential(-0.5 * fixture.uniform("line \($0)", draw)) }
      let x = fixture.uniform("x", draw)
      let wanted = (
        values.indices.reduce(x + 7) { $0 + values[$1] * first($1) },
        values.indices.reduce(2 * x) { $0 + values[$1] * second($1) }
      )
      // Sums of up to 75 rounded terms, the largest total about 3,000.
      #expect(abs(draws[0][draw] - wanted.0) <= 1e-14 * 3000 * 10)
      #expect(abs(draws[1][draw] - wanted.1) <= 1e-14 * 3000 * 10)
      #expect(abs(draws[2][draw] - wanted.0 * wanted.1) <= 1e-12 * abs(wanted.0 * wanted.1) + 1e-9)
    }
  }

  @Test("An exponential inside an exponential that a sum reads stands alone")
  func nestedExponentials() throws {
    let (x, y, z) = (try uniform("x"), try uniform("y"), try uniform("z"))
    expectDraws(
      fixture.graph.sum([exp(exp(-x) + 0.5 * y), y, z]),
      equal: { x, y, z in exponential(exponential(-x) + 0.5 * y) + y + z }, "nested")
  }

  @Test("A thousand lines computed one by one need few columns")
  func placesAreReused() throws {
    let graph = fixture.graph
    let lines = try (0..<1000).map { line in
      exp(graph.draw(try .lognormal(logMean: 0, logStandardDeviation: 0.3), stream: "\(line)") * -0.2)
    }
    let total = graph.sum(lines)
    let program = BlockProgram(graph: graph, outputs: [try #require(total.outputView?.column)])
    #expect(program.columnCount <= 4)
    #expect(program.instructionCount <= 4 * 1000 + 2)
  }

  @Test("Tables and closed forms draw the same distribution as their quantile function")
  func marginals() throws {
    let graph = fixture.graph
    let families: [Distribution] = [
      try .beta(alpha: 8, beta: 2, lower: 0, upper: 1), try .triangular(lower: 1, mode: 2, upper: 4),
      try .normal(mean: 3, standardDeviation: 2), try .lognormal(logMean: 0.1, logStandardDeviation: 0.4),
      try .discrete(values: [0.1, 0.19, 0.29], probabilities: [0.25, 0.5, 0.25]),
    ]
    let draws = fixture.draws(of: families.enumerated().map { graph.draw($1, stream: "family \($0)") })
    for (index, family) in families.enumerated() {
      for (draw, value) in draws[index].enumerated() {
        let expected = family.quantile(atNormal: fixture.normal("family \(index)", draw))
        // The tables' stated bound is 1e-8 of the central 95 % range.
        let range = family.quantile(0.975) - family.quantile(0.025)
        #expect(abs(value - expected) <= 2e-8 * range, "\(family), draw \(draw)")
      }
    }
  }

  @Test("A uniform takes draws of its own kind")
  func uniformMarginal() throws {
    let family = try Distribution.uniform(lower: -1, upper: 5)
    let draws = fixture.draws(of: [fixture.graph.draw(family, stream: "uniform")])[0]
    for (draw, value) in draws.enumerated() {
      #expect(abs(value - family.quantile(fixture.uniform("uniform", draw))) <= 1e-14)
    }
  }
}

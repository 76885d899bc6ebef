import Distributions
import Expressions
import Glibc
import LinearAlgebra
import TestSupport
import Testing
import VectorMath

@Suite("The input that columns are linear in")
struct LinearInputTests {
  private let pilot = LinearInputPilot(kernels: KernelChoice(.detected))

  private func column(_ expression: Expression) throws -> OutputColumn { try #require(expression.outputView).column }

  @Test("The slope follows sums, products, quotients and choices, and a is what is left")
  func slopes() throws {
    let fixture = ProgramFixture()
    let graph = fixture.graph
    let x = graph.draw(try .beta(alpha: 2.5, beta: 1.5), stream: "x")
    let e = graph.draw(try .lognormal(mean: 1.2, standardDeviation: 0.3), stream: "e")
    let z = graph.standardNormal(stream: "z")
    let purchase = x * 1_000 * e + 20
    let chosen = select(z, atLeast: graph.constant(0.2), then: purchase, else: z * 5)
    let balance = exp(z * 0.1) * 300 - chosen / (e + 2) - purchase * 0.5
    let outputs = [try column(balance), try column(purchase), try column(e)]
    let found = try #require(pilot.input(of: outputs, leading: [0, 1], in: graph))
    #expect(found.path == "x" && found.slopes[2] == nil)
    let view = try #require(balance.outputView)
    let slope = try #require(found.slopes[0])
    // b = −[z ≥ 0.2]·1000·e/(e + 2) − 500·e, in the output's own units.
    let draws = fixture.draws(of: [balance, x, e, z, slope], blocks: 2)
    for i in draws[0].indices {
      let (x, e, z) = (draws[1][i], draws[2][i], draws[3][i])
      let b = (z >= 0.2 ? -1_000 * e / (e + 2) : 0) - 500 * e
      #expect((draws[4][i] * view.scale - b).magnitude <= 1e-12 * 1_500)
      let a = Glibc.exp(z * 0.1) * 300 - (z >= 0.2 ? 20 : z * 5) / (e + 2) - 10
      #expect((draws[0][i] - draws[4][i] * view.scale * x - a).magnitude <= 1e-11 * 1_500)
    }
  }

  @Test("What is not linear has none: a square, a power, a greatest value, a denominator, an iteration")
  func others() throws {
    let makers: [(Expression, ExpressionGraph) -> Expression] = [
      { x, _ in x * x }, { x, _ in exp(x) }, { x, graph in maximum(x, graph.standardNormal(stream: "z")) },
      { x, graph in graph.standardNormal(stream: "z") / (x + 2) }, { x, _ in x * (x + 1) },
      { x, graph in select(x, atLeast: graph.constant(0.5), then: x, else: x * 2) },
    ]
    for make in makers {
      let graph = ExpressionGraph()
      let x = graph.draw(try .beta(alpha: 2.5, beta: 1.5), stream: "x")
      let y = make(x, graph)
      let found = pilot.input(of: [try column(y)], leading: [0], in: graph)
      #expect(found == nil || found?.path == "z")
    }
  }

  @Test("Of several the one with the largest share of the variance is taken, and none that is correlated")
  func choice() throws {
    let graph = ExpressionGraph()
    let small = graph.draw(try .uniform(lower: 0, upper: 1), stream: "small")
    let large = graph.draw(try .normal(mean: 3, standardDeviation: 1), stream: "large")
    let group = graph.correlatedNormals(
      streams: ["g1", "g2"], factor: try #require(Matrix(rows: [[1, 0.3], [0.3, 1]]).choleskyFactor()))
    let y = small + large * 2 + group[0] * 50 + group[1] * 50
    #expect(pilot.input(of: [try column(y)], leading: [0], in: graph) == nil, "its share is under a half in a hundred")
    let shown = small + large * 2 + group[0]
    #expect(pilot.input(of: [try column(shown)], leading: [0], in: graph)?.path == "large")
  }

  @Test(
    "The distribution function is that of the law, within the table's bound",
    arguments: [
      "beta(2.5, 1.5)", "normal", "lognormal", "uniform", "triangular",
    ])
  func table(name: String) throws {
    let law: Distribution =
      switch name {
      case "beta(2.5, 1.5)": try .beta(alpha: 2.5, beta: 1.5)
      case "normal": try .normal(mean: 3, standardDeviation: 0.2)
      case "lognormal": try .lognormal(mean: 2, standardDeviation: 0.7)
      case "uniform": try .uniform(lower: -2, upper: 5)
      default: try .triangular(lower: 1, mode: 2, upper: 4)
      }
    let table = try #require(CumulativeTable(law))
    #expect(table.mean == law.mean && table.standardDeviation == law.standardDeviation)
    var generator = Generator(seed: 5)
    let points = (0..<4_096).map { _ in law.quantile(min(max(generator.uniform(), 1e-9), 1 - 1e-9)) }
    var values = [Double](repeating: 0, count: points.count)
    var span = values.mutableSpan
    let unknown = InstructionSet.detected.kernels.interpolate(
      points.span, origin: table.origin, cellsPerUnit: table.cellsPerUnit, coefficients: table.coefficients.span, into: &span)
    #expect(unknown == 0)
    let errors = zip(points, values).map { (law.cdf($0) - $1).magnitude }
    #expect((errors.max() ?? 1) <= CumulativeTable.tolerance)
    #expect(errors.reduce(0, +) / Double(errors.count) <= 1e-6)
  }

  @Test("Laws that are not smooth, or have no variance, have no table")
  func rough() throws {
    #expect(CumulativeTable(try .discrete(values: [1, 2], probabilities: [0.4, 0.6])) == nil)
    #expect(CumulativeTable(try .beta(alpha: 0.2, beta: 0.5)) == nil)
    #expect(CumulativeTable(try .studentT(degreesOfFreedom: 1.5, location: 0, scale: 1)) == nil)
    #expect(CumulativeTable(.constant(3)) == nil)
  }
}

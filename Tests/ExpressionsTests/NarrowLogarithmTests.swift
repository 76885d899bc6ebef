import Distributions
import Expressions
import Glibc
import Testing

/// Where a base stays within a narrow interval and only its power is wanted, the logarithm is a polynomial.
@Suite("Logarithms over narrow intervals")
struct NarrowLogarithmTests {
  private let fixture = ProgramFixture()

  private func uniform(_ path: String) throws -> Expression {
    fixture.graph.draw(try .uniform(lower: 0, upper: 1), stream: path)
  }

  /// The kernels' names in the program of one output.
  private func kernels(for expression: Expression) throws -> Set<String> {
    let column = try #require(expression.outputView?.column)
    return Set(BlockProgram(graph: fixture.graph, outputs: [column]).passes.map(\.kernel))
  }

  @Test(
    "Powers are as accurate as by a logarithm, whichever is taken",
    arguments: [1e-9, 0.01, 0.1, 0.109, 0.11, 0.13, 0.19, 0.29, 0.35, 0.36, 1.45, 30])
  func accuracy(slope: Double) throws {
    let (x, y) = (try uniform("x"), try uniform("y"))
    let power = power(1 + slope * x, -8 * y)
    let draws = fixture.draws(of: [power], blocks: 4)[0]
    let takes = try kernels(for: power)
    #expect(takes.contains("polynomial9") == (slope < 0.11))
    #expect(takes.contains("polynomial") == (0.11..<0.36).contains(slope))
    #expect(takes.contains("log") == (slope >= 0.36))
    for (draw, value) in draws.enumerated() {
      let exponent = -8 * fixture.uniform("y", draw)
      let base = 1 + slope * fixture.uniform("x", draw)
      let expected = Glibc.pow(base, exponent)
      // The base is rounded (½ ulp) and its logarithm wrong by another 2⁻⁵⁵ or ½ ulp: the exponent multiplies both. Then the
      // bound of the exponential.
      let size = (exponent * Glibc.log(base)).magnitude
      let allowed = (exponent.magnitude * 2 + 3 * size + 4) * 0x1p-53
      #expect(abs(value / expected - 1) <= allowed, "draw \(draw) of slope \(slope)")
    }
  }

  @Test("A logarithm that is wanted for itself keeps its relative accuracy")
  func plainLogarithm() throws {
    let (x, y) = (try uniform("x"), try uniform("y"))
    let logarithm = log(1 + 0.25 * x)
    #expect(try kernels(for: logarithm).contains("log"))
    // A ratio of logarithms is no exponent, nor is a product that is an output.
    #expect(try kernels(for: exp(-1 * logarithm / (1 + y))).contains("log"))
    #expect(try kernels(for: logarithm * y).contains("log"))
    #expect(try kernels(for: exp(logarithm * y)).contains("polynomial"))
  }

  @Test("A logarithm of which absolute accuracy is wanted is a polynomial, unless another reader wants more")
  func absoluteAccuracy() throws {
    let (x, y) = (try uniform("x"), try uniform("y"))
    let rough = log(1 + 0.25 * x, accuracy: .absolute)
    #expect(try kernels(for: rough * y).contains("polynomial"))
    for (draw, value) in fixture.draws(of: [rough], blocks: 4)[0].enumerated() {
      #expect(abs(value - Glibc.log(1 + 0.25 * fixture.uniform("x", draw))) <= 0x1p-53, "draw \(draw)")
    }
    let exact = log(1 + 0.25 * x)
    #expect(exact == rough)
    #expect(try kernels(for: rough * y).contains("log"))
  }

  @Test("How far an expression stays from a number is told where its range is known")
  func staysApart() throws {
    let x = 1.25 + 0.5 * (try uniform("x"))
    #expect(x.staysApart(from: 1, by: 0.25) && !x.staysApart(from: 1, by: 0.26))
    #expect(x.staysApart(from: 2, by: 0.25) && !x.staysApart(from: 2, by: 0.26) && !x.staysApart(from: 1.5, by: 0.01))
    let (three, normal) = (fixture.graph.constant(3), fixture.graph.standardNormal(stream: "z"))
    #expect(three.staysApart(from: 1, by: 2) && !three.staysApart(from: 1, by: 2.1))
    #expect(!normal.staysApart(from: 100, by: 1))
  }

  @Test("An argument whose range is not known, or reaches zero, takes the logarithm")
  func unknownRanges() throws {
    let (x, y) = (try uniform("x"), try uniform("y"))
    let normal = fixture.graph.standardNormal(stream: "z")
    #expect(try kernels(for: exp(log(1 + 0.1 * exp(normal)) * y)).contains("log"))
    #expect(try kernels(for: exp(log(x) * y)).contains("log"))
    #expect(try kernels(for: exp(log(1 + 0.1 * maximum(x, y)) * y)).contains("polynomial9"))
  }
}

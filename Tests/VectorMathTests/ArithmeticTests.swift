import TestSupport
import Testing
import VectorMath

@Suite("Arithmetic and responses")
struct ArithmeticTests {
  static let x1 = spread(1003, over: -2...3)
  static let x2 = spread(1003, over: 0.5...4).reversed() as [Double]
  static let start = spread(1003, over: -1...1)

  /// a·b + c as the build of a level rounds it.
  static func fused(_ level: InstructionSet, _ a: Double, _ b: Double, _ c: Double) -> Double {
    level == .baseline ? a * b + c : c.addingProduct(a, b)
  }

  @Test("Linear combinations are rounded as spelled out", arguments: availableLevels)
  func linear(level: InstructionSet) {
    let (k, x1, x2, start) = (level.kernels, Self.x1, Self.x2, Self.start)
    func fused(_ a: Double, _ b: Double, _ c: Double) -> Double { Self.fused(level, a, b, c) }
    #expect(
      evaluate(x1.count) { y in k.affine(x1.span, scale: 0.3, offset: 0.7, into: &y) } == x1.map { fused(0.3, $0, 0.7) })
    #expect(
      evaluate(x1.count) { y in k.affine2(x1.span, scale1: 0.3, x2.span, scale2: -1.1, offset: 0.7, into: &y) }
        == zip(x1, x2).map { fused(-1.1, $1, fused(0.3, $0, 0.7)) })
    #expect(
      evaluate(onto: start) { y in k.addScaled(x1.span, scale: 0.3, into: &y) } == zip(x1, start).map { fused(0.3, $0, $1) })
    #expect(evaluate(x1.count) { y in k.multiply(x1.span, x2.span, into: &y) } == zip(x1, x2).map { $0 * $1 })
    #expect(evaluate(x1.count) { y in k.divide(x1.span, x2.span, into: &y) } == zip(x1, x2).map { $0 / $1 })
  }

  @Test("Responses are the elementary functions in one pass", arguments: availableLevels)
  func responses(level: InstructionSet) {
    let (k, x1, x2, start) = (level.kernels, Self.x1, Self.x2, Self.start)
    func fused(_ a: Double, _ b: Double, _ c: Double) -> Double { Self.fused(level, a, b, c) }
    func exp(_ x: [Double]) -> [Double] { evaluate(x.count) { y in k.exp(x.span, into: &y) } }
    func log(_ x: [Double]) -> [Double] { evaluate(x.count) { y in k.log(x.span, into: &y) } }
    let both = zip(x1, x2).map { fused(-1.1, $1, fused(0.3, $0, 0.7)) }
    #expect(
      evaluate(x1.count) { y in k.exponentialAffine(x1.span, scale: 0.3, offset: 0.7, into: &y) }
        == exp(x1.map { fused(0.3, $0, 0.7) }))
    #expect(
      evaluate(x1.count) { y in k.exponentialAffine2(x1.span, scale1: 0.3, x2.span, scale2: -1.1, offset: 0.7, into: &y) }
        == exp(both))
    #expect(
      evaluate(onto: start) { y in k.addScaledExponential(x1.span, scale: 0.3, weight: 2.5, into: &y) }
        == zip(exp(x1.map { 0.3 * $0 }), start).map { fused(2.5, $0, $1) })
    #expect(
      evaluate(onto: start) { y in
        k.addScaledExponential2(x1.span, scale1: 0.3, x2.span, scale2: -1.1, offset: 0.7, weight: 2.5, into: &y)
      } == zip(exp(both), start).map { fused(2.5, $0, $1) })
    let logarithms = log(x2.map { fused(0.4, $0, 1) })
    #expect(
      evaluate(onto: start) { y in
        k.addScaledPower(
          base: x2.span, slope: 0.4, intercept: 1, exponent: x1.span, exponentScale: -1.5, weight: 2.5, into: &y)
      } == zip(exp(zip(x1, logarithms).map { -1.5 * $0 * $1 }), start).map { fused(2.5, $0, $1) })
    #expect(
      evaluate(x1.count) { y in k.power(x2.span, x1.span, into: &y) } == exp(zip(x1, log(x2)).map { $0 * $1 }))
  }

  @Test("Comparisons choose elements, and no NaN is lost", arguments: availableLevels)
  func comparisons(level: InstructionSet) {
    let k = level.kernels
    let a: [Double] = [1, 2, 3, .nan, 5, -.infinity, 0, .nan, 9].flatMap { [$0, $0, $0] }
    let b: [Double] = [2, 1, 3, 4, .nan, 7, 0, .nan, .infinity].flatMap { [$0, $0, $0] }
    func expect(_ y: [Double], _ expected: [Double]) {
      #expect(zip(y, expected.flatMap { [$0, $0, $0] }).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
    }
    expect(evaluate(a.count) { y in k.maximum(a.span, b.span, into: &y) }, [2, 2, 3, .nan, .nan, 7, 0, .nan, .infinity])
    expect(evaluate(a.count) { y in k.minimum(a.span, b.span, into: &y) }, [1, 1, 3, .nan, .nan, -.infinity, 0, .nan, 9])
    expect(evaluate(a.count) { y in k.maximum(a.span, limit: 2.5, into: &y) }, [2.5, 2.5, 3, .nan, 5, 2.5, 2.5, .nan, 9])
    expect(evaluate(a.count) { y in k.minimum(a.span, limit: 2.5, into: &y) }, [1, 2, 2.5, .nan, 2.5, -.infinity, 0, .nan, 2.5])
    let yes = Array(repeating: 1.0, count: a.count)
    let no = Array(repeating: 0.0, count: a.count)
    expect(
      evaluate(a.count) { y in k.select(whereAtLeast: a.span, b.span, then: yes.span, else: no.span, into: &y) },
      [0, 1, 1, 0, 0, 0, 1, 0, 0])
  }
}
